import { addDays, type Weekday, weekdayOf } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { countOf, monthNamed, weekdayNamed } from '../names.ts'
import { dateOf, day, lastDayOf, type Reader, type Reading, yearly } from './reading.ts'
import { stretch } from './spans.ts'
import type { Words } from './split.ts'

/** What is counted: a weekday, or every day. */
type Counted = Weekday | 'day'

/** Reads `last monday of march`, `2nd wednesday of october 2027`, `last day of next month`; null where there is no such day. */
export const countedDays: Reader = (words, clock) => {
  if (words[1] === 'of') return dayOfMonth(words, clock)
  const [which, what, of, ...rest] = words
  const count = which === 'last' ? 'last' : countOf(which)
  const counted = what === 'weekend' ? 6 : what === 'day' ? what : weekdayNamed(what)
  if (count === undefined || counted === undefined || (of !== 'of' && of !== 'in')) return undefined
  const within = (span: Reading) => nth(count, counted, span)
  const month = rest.length === 1 ? monthNamed(rest[0]) : undefined
  if (month !== undefined) return day(yearly((year) => within(monthOf(year, month)), undefined, clock))
  const span = stretch(rest, clock)
  return span && day(within(span))
}

/** `15th of next month`, `1st of the month`. */
function dayOfMonth(words: Words, clock: Clock): Reading | null | undefined {
  const count = countOf(words[0])
  const span = count === undefined ? undefined : stretch(words.slice(2), clock)
  return span?.grain === 'month' ? day(nth(count!, 'day', span)) : undefined
}

function monthOf(year: number, month: number): Reading {
  return { civil: dateOf(year, month, 1)!, grain: 'month' }
}

/** The first, second or last such day within a stretch. */
function nth(count: number | 'last', counted: Counted, span: Reading): string | undefined {
  const last = lastDayOf(span)
  if (count === 'last') return counted === 'day' ? last : addDays(last, -((weekdayOf(last) - counted + 7) % 7))
  const step = counted === 'day' ? count - 1 : ((counted - weekdayOf(span.civil) + 7) % 7) + 7 * (count - 1)
  const found = addDays(span.civil, step)
  return found > last ? undefined : found
}

/** The nth weekday of a month of a year, `last` from its end; undefined where the month has fewer. */
export function nthWeekday(year: number, month: number, count: number | 'last', weekday: Weekday): string | undefined {
  return nth(count, weekday, monthOf(year, month))
}
