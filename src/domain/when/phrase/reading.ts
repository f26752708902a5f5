import { addDays, addMonths, endOfMonth, startOfWeek } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { yearNamed } from '../names.ts'
import type { Words } from './split.ts'

/** How exactly a phrase says when. */
export type Grain = 'minute' | 'day' | 'week' | 'month' | 'quarter' | 'year'

export type SpanGrain = Exclude<Grain, 'minute' | 'day'>

/** What a phrase says: its first day, or its minute. */
export interface Reading {
  /** `YYYY-MM-DD`, with grain minute `YYYY-MM-DDTHH:MM`. */
  readonly civil: string
  readonly grain: Grain
  /** The UTC instant, where the phrase meant one ("in 90 min") and the civil time may come twice. */
  readonly instant?: string
}

/** Reads all of these words or nothing: undefined when they are not of its kind, null when no such day exists. */
export type Reader = (words: Words, clock: Clock) => Reading | null | undefined

/** The day itself, or null where there is none. */
export function day(civil: string | undefined): Reading | null {
  return civil === undefined ? null : { civil, grain: 'day' }
}

/** The stretch of this grain that `date` lies in, moved by `steps` of them. */
export function spanAround(date: string, grain: SpanGrain, { weekStart }: Clock, steps = 0): Reading {
  if (grain === 'week') return { civil: addDays(startOfWeek(date, weekStart), 7 * steps), grain }
  const month = Number(date.slice(5, 7))
  const first = { month, quarter: month - ((month - 1) % 3), year: 1 }[grain]
  const start = `${date.slice(0, 5)}${twoDigits(first)}-01`
  return { civil: addMonths(start, steps * { month: 1, quarter: 3, year: 12 }[grain]), grain }
}

/** The last day of what was read. */
export function lastDayOf({ civil, grain }: Reading): string {
  if (grain === 'week') return addDays(civil, 6)
  if (grain === 'month') return endOfMonth(civil)
  if (grain === 'quarter') return endOfMonth(addMonths(civil, 2))
  return grain === 'year' ? `${civil.slice(0, 4)}-12-31` : civil.slice(0, 10)
}

/** Days of the Gregorian calendar come round with their weekdays in at most this many years (29 February on a Sunday, past 2100). */
const round = 40

/** What comes every year: in the year given, else the next from `from` on (today, when not said); undefined when there is none. */
export function yearly(
  inYear: (year: number) => string | undefined,
  year: number | undefined,
  clock: Clock,
  from: string = clock.today,
): string | undefined {
  if (year !== undefined) return inYear(year)
  const first = yearOf(from)
  for (let at = first; at <= Math.min(first + round, 9999); at++) {
    const date = inYear(at)
    if (date !== undefined && date >= from) return date
  }
  return undefined
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** The words before a year at their end (`2027`, `of 2027`, `of next year`), and that year. */
export function withoutYear(words: Words, clock: Clock): { head: Words; year: number | undefined } {
  const named = yearNamed(words.at(-1))
  const step = words.at(-1) === 'year' ? relationOf(words.at(-2)) : undefined
  if (words.length < 2 || (named === undefined && step === undefined)) return { head: words, year: undefined }
  const rest = words.slice(0, named === undefined ? -2 : -1)
  const head = rest.at(-1) === 'of' || rest.at(-1) === 'in' ? rest.slice(0, -1) : rest
  return { head, year: named ?? yearOf(clock.today) + step! }
}

/** How many steps on `this`, `next` and `last` go. */
export function relationOf(word: string | undefined): number | undefined {
  if (word === 'this') return 0
  if (word === 'next') return 1
  return word === 'last' || word === 'past' ? -1 : undefined
}

/** A date of these parts, or undefined where the calendar has none. */
export function dateOf(year: number, month: number, dayOfMonth: number): string | undefined {
  const first = `${String(year).padStart(4, '0')}-${twoDigits(month)}-01`
  if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1 || year > 9999) return undefined
  return dayOfMonth > Number(endOfMonth(first).slice(8)) ? undefined : `${first.slice(0, 8)}${twoDigits(dayOfMonth)}`
}

/** Minutes after midnight as `HH:MM`, the next day's from 1440 on. */
export function timeOfDay(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`
}

export function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}
