import { startOfWeek, type Weekday, weekdayOf } from '../domain/when/civil.ts'
import { shortDay, shortMonth } from '../domain/when/names.ts'
import type { Drawing } from './view.ts'

/** A day of a heat map; `level` is 0 for nothing to 4 for all, a skipped day is marked as such. */
export interface HeatDay {
  readonly on: string
  readonly skipped: boolean
  readonly level: number
}

const shades = ['·', '░', '▒', '▓', '█']
const skip = '-'

/** Cells of a weekday's name and the space after it. */
const margin = 4

/** Days in their order as a map of weeks, a column each under the names of the months, a row for each weekday; the last weeks that fit. */
export function heatMap(days: readonly HeatDay[], weekStart: Weekday, { limit, paint }: Drawing): string {
  const weeks = inWeeks(days, weekStart).slice(limit === undefined ? 0 : -Math.max(limit - margin, 1))
  const lines = [0, 1, 2, 3, 4, 5, 6].map((row) => {
    const name = shortDay((((weekStart - 1 + row) % 7) + 1) as Weekday)
    const cells = weeks.map((week) => week[row]).map((day) => (day === undefined ? ' ' : cell(day, paint)))
    return `${paint('quiet', name)} ${cells.join('')}`.trimEnd()
  })
  const legend = `${' '.repeat(margin)}${shades.slice(1).join('')} less to more  ${shades[0]} nothing  ${skip} skipped`
  const foot = limit === undefined || legend.length <= limit ? ['', paint('quiet', legend)] : []
  const shown = [paint('quiet', ' '.repeat(margin) + monthLine(weeks)), ...lines, ...foot]
  return `${shown.join('\n')}\n`
}

type Week = readonly (HeatDay | undefined)[]

/** Columns of seven, the first and the last perhaps with gaps. */
function inWeeks(days: readonly HeatDay[], weekStart: Weekday): Week[] {
  const weeks = new Map<string, (HeatDay | undefined)[]>()
  for (const day of days) {
    const start = startOfWeek(day.on, weekStart)
    const week = weeks.get(start) ?? Array.from<HeatDay | undefined>({ length: 7 })
    week[(weekdayOf(day.on) - weekStart + 7) % 7] = day
    weeks.set(start, week)
  }
  return [...weeks.values()]
}

function cell({ skipped, level }: HeatDay, paint: Drawing['paint']): string {
  if (skipped) return paint('notice', skip)
  return paint(level === 0 ? 'quiet' : 'good', shades[level]!)
}

/** The name of each month above the week its first day lies in, and of the month at the left where there is room for it. */
function monthLine(weeks: readonly Week[]): string {
  const begins = weeks.map((week) => week.find((day) => day?.on.endsWith('-01')))
  const next = begins.findIndex((first) => first !== undefined)
  if (next < 0 || next > 3) begins[0] = weeks[0]!.find((day) => day !== undefined)
  let line = ''
  for (const [at, first] of begins.entries())
    if (first !== undefined && at + 3 <= Math.max(weeks.length, 3))
      line = line.padEnd(at) + shortMonth(Number(first.on.slice(5, 7)))
  return line
}
