import { toHours } from './duration.ts'
import { Failure, unknown } from './errors.ts'
import { groupsOf } from './groups-of.ts'
import { earnedCents, showCents } from './money.ts'
import { nearest } from './nearest.ts'
import type { ReportWindow } from './time-window.ts'
import { addDays, dayOf, startOfWeek } from './when/civil.ts'
import type { Clock } from './when/clock.ts'

export const groupings = ['client', 'project', 'task', 'day', 'week', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** The keys of a row by which each grouping tells its groups apart. */
const keysOf: Record<Grouping, readonly string[]> = {
  client: ['client'],
  project: ['project'],
  task: ['task_id', 'title'],
  day: ['day'],
  week: ['week'],
  month: ['month'],
}

/** The keys of a report's rows, those of each grouping in turn. */
export function groupKeys(by: readonly Grouping[]): string[] {
  return by.flatMap((grouping) => keysOf[grouping])
}

/** Reads `client,project,day`; an unknown one, and one given twice, is refused. */
export function readGroupings(text: string): Grouping[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase())
  const by = names.map((name) => {
    const found = groupings.find((grouping) => grouping === name)
    if (found === undefined) throw unknown('grouping', name, groupings, nearest(name, groupings))
    return found
  })
  const twice = by.find((name, at) => by.indexOf(name) < at)
  if (twice !== undefined) throw new Failure('usage', `--by names ${twice} twice`)
  return by
}

/** A stretch of instants with the names of the day, the week (its first day) and the month it lies in. */
export interface Period {
  readonly from: string
  readonly before: string
  readonly day: string
  readonly week: string
  readonly month: string
}

/** The most days a report spans. */
const most = 3660

/**
 * The days of a window of civil dates or times, as instants of the user's zone; all as one where no grouping tells days
 * apart. SQLite knows no zones, so where a day begins is asked here. More than 3660 days are refused.
 */
export function periodsOf(window: ReportWindow, by: readonly Grouping[], clock: Clock): Period[] {
  const { zone, weekStart } = clock
  const [from, before] = [zone.instantOf(window.from), zone.instantOf(window.before)]
  const named = (day: string) => ({ day, week: startOfWeek(day, weekStart), month: day.slice(0, 7) })
  const last = addDays(dayOf(window.from), most)
  if (window.before > last)
    throw new Failure('usage', `${window.text} is longer than ${most} days`, 'such as --from som')
  if (!by.some((grouping) => grouping === 'day' || grouping === 'week' || grouping === 'month'))
    return [{ from, before, ...named(dayOf(window.from)) }]
  const periods: Period[] = []
  let start = from
  for (let day = dayOf(window.from); start < before; day = addDays(day, 1)) {
    const next = zone.instantOf(addDays(day, 1))
    const end = next < before ? next : before
    periods.push({ from: start, before: end, ...named(day) })
    start = end
  }
  return periods
}

/** What one rate earned of one group, with what tells the group apart: whole seconds, and the rate in cents for an hour. */
export interface Rated {
  readonly entries: number
  readonly seconds: number
  readonly billable_seconds: number
  readonly rate_cents: number | null
  readonly currency: string | null
  readonly [grouping: string]: string | number | null
}

/** A row of the report. `amount_cents` is null where no client has a rate; `amount` is the same as text, `1062.50`. */
export interface ReportRow {
  readonly entries: number
  readonly seconds: number
  readonly billable_seconds: number
  readonly hours: number
  readonly billable_hours: number
  readonly amount_cents: number | null
  readonly amount: string | null
  readonly currency: string | null
  readonly [key: string]: string | number | null
}

/**
 * Rows of what rates earned, one for each group of these keys, in the order given; one that earned in several currencies
 * has a row for each, and one for work without a rate. An amount is exact until it is rounded, once, half a cent up:
 * seconds times cents, of all rates, over 3600.
 */
export function reportRows(rated: readonly Rated[], keys: readonly string[]): ReportRow[] {
  return groupsOf(rated, (one) => JSON.stringify(keys.map((key) => one[key]))).flatMap((group) => {
    const labels = Object.fromEntries(keys.map((key) => [key, group[0]![key] ?? null]))
    return byCurrency(group).map((part) => ({ ...labels, ...sumOf(part) }))
  })
}

/** What stands beneath the rows: all of it, and where several currencies were earned each of them, under this key. */
export function totalRows(rated: readonly Rated[], key: string): ReportRow[] {
  const parts = byCurrency(rated).map(sumOf)
  const all = { ...sumOf(rated), [key]: 'total' }
  if (parts.length === 1) return [all]
  const each = parts.map((part) => ({
    ...part,
    [key]: part.amount === null ? 'without a rate' : `in ${part.currency ?? 'no currency'}`,
  }))
  return [{ ...all, amount_cents: null, amount: null, currency: null }, ...each]
}

/** Work that can be added up: all of it where at most one currency was earned. */
function byCurrency(rated: readonly Rated[]): Rated[][] {
  const earned = rated.filter(({ rate_cents }) => rate_cents !== null)
  if (new Set(earned.map(({ currency }) => currency)).size <= 1) return [[...rated]]
  return groupsOf(rated, ({ rate_cents, currency }) => (rate_cents === null ? 'none' : (currency ?? '')))
}

function sumOf(group: readonly Rated[]): ReportRow {
  const sum = (key: 'entries' | 'seconds' | 'billable_seconds') => group.reduce((total, one) => total + one[key], 0)
  const [seconds, billable_seconds] = [sum('seconds'), sum('billable_seconds')]
  const amount_cents = earnedCents(group)
  return {
    entries: sum('entries'),
    seconds,
    billable_seconds,
    hours: toHours(seconds),
    billable_hours: toHours(billable_seconds),
    amount_cents,
    amount: amount_cents === null ? null : showCents(amount_cents),
    currency: group.find(({ rate_cents }) => rate_cents !== null)?.currency ?? null,
  }
}
