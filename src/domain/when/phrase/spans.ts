import { addDays, startOfWeek } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { countOf, monthNamed, yearNamed } from '../names.ts'
import {
  dateOf,
  lastDayOf,
  type Reader,
  type Reading,
  relationOf,
  type SpanGrain,
  spanAround,
  withoutYear,
  yearly,
  yearOf,
} from './reading.ts'
import type { Words } from './split.ts'

/** Reads a week, month, quarter or year: `next week`, `october 2027`, `march after next`, `q3`, `the 3rd quarter of 2027`, `2027`. */
export const spans: Reader = (words, clock) => {
  const year = words.length === 1 ? yearNamed(words[0]) : undefined
  if (year !== undefined) return { civil: dateOf(year, 1, 1)!, grain: 'year' }
  return unitSpan(words, clock) ?? monthSpan(words, clock) ?? quarterSpan(words, clock) ?? weekSpan(words, clock)
}

/** The grain a bare unit means. */
function spanGrain(word: string | undefined): SpanGrain | undefined {
  return (['week', 'month', 'quarter', 'year'] as const).find((grain) => grain === word)
}

/** A stretch as above, and the one that runs now: `month`, `the month`. */
export function stretch(words: Words, clock: Clock): Reading | null | undefined {
  const plain = words[0] === 'the' ? words.slice(1) : words
  const grain = plain.length === 1 ? spanGrain(plain[0]) : undefined
  return grain === undefined ? spans(plain, clock) : spanAround(clock.today, grain, clock)
}

/** `this week`, `last month`, `week after next`, `year before last`. */
function unitSpan(words: Words, clock: Clock): Reading | undefined {
  const [first, second] = words
  const grain = spanGrain(words.length === 2 ? second : first)
  if (grain === undefined) return undefined
  if (words.length === 2) {
    const step = relationOf(first)
    return step === undefined ? undefined : spanAround(clock.today, grain, clock, step)
  }
  const step = stepBeyond(words.slice(1))
  return step === undefined ? undefined : spanAround(clock.today, grain, clock, step)
}

function stepBeyond(words: Words): number | undefined {
  const phrase = words.join(' ')
  if (phrase === 'after next') return 2
  return phrase === 'before last' ? -2 : undefined
}

/** `october`, `next october`, `october after next`, `october 2027`: the month that runs counts as this one. */
function monthSpan(words: Words, clock: Clock): Reading | null | undefined {
  const { head, year } = withoutYear(words, clock)
  const isLed = head.length === 2 && (relationOf(head[0]) !== undefined || head[0] === 'in')
  const number = monthNamed(isLed ? head[1] : head[0])
  const step = isLed ? (relationOf(head[0]) ?? 0) : head.length === 1 ? 0 : stepBeyond(head.slice(1))
  if (number === undefined || step === undefined || (year !== undefined && step !== 0)) return undefined
  const running = `${clock.today.slice(0, 8)}01`
  const first = yearly((at) => dateOf(at, number, 1), year, clock, running)
  if (first === undefined) return null
  // The next March after one that runs now is a year away, and so is the last.
  const isRunning = first === running
  const years = step > 0 ? step - (isRunning ? 0 : 1) : step
  return { civil: dateOf(yearOf(first) + years, number, 1) ?? first, grain: 'month' }
}

/** `q3`, `q3 2027`, `2027-q3`, `3rd quarter of next year`: the quarter that runs counts as this one. */
function quarterSpan(words: Words, clock: Clock): Reading | null | undefined {
  const [, written, digit] = /^(\d{4})-?q([1-4])$/.exec(words.length === 1 ? words[0]! : '') ?? []
  const { head, year } = withoutYear(words, clock)
  const short = head.length === 1 ? /^q([1-4])$/.exec(head[0]!)?.[1] : undefined
  const number = Number(digit ?? short ?? (head.length === 2 && head[1] === 'quarter' ? (countOf(head[0]) ?? 0) : 0))
  if (number < 1 || number > 4) return undefined
  const running = spanAround(clock.today, 'quarter', clock).civil
  const wanted = written === undefined ? year : Number(written)
  const first = yearly((at) => dateOf(at, 3 * number - 2, 1), wanted, clock, running)
  return first === undefined ? null : { civil: first, grain: 'quarter' }
}

/** The first or another week that lies wholly in a month, quarter or year: `first week of october`, `last week of 2027`. */
function weekSpan(words: Words, clock: Clock): Reading | null | undefined {
  const [which, unit, of] = words
  const count = countOf(which)
  if (unit !== 'week' || (of !== 'of' && of !== 'in') || (count === undefined && which !== 'last')) return undefined
  const span = stretch(words.slice(3), clock)
  if (!span || span.grain === 'week') return undefined
  const { weekStart } = clock
  const last = lastDayOf(span)
  const [first, end] = [startOfWeek(addDays(span.civil, 6), weekStart), startOfWeek(addDays(last, -6), weekStart)]
  const start = count === undefined ? end : addDays(first, 7 * (count - 1))
  return addDays(start, 6) > last ? null : { civil: start, grain: 'week' }
}
