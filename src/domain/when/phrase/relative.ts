import { Failure } from '../../errors.ts'
import { addDays, isDate, startOfWeek } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { countOf, weekdayNamed } from '../names.ts'
import { type Length, lengthOf, moved } from './lengths.ts'
import { day, type Reader, type Reading } from './reading.ts'
import type { Words } from './split.ts'
import { firstAfter, lastBefore } from './weekdays.ts'

/** Reads how far from now: `in 3 days`, `3 d`, `+ 2 w`, `a week from now`, `in 90 minutes`, `an hour ago`, `a fortnight hence`. */
export const fromNow: Reader = (words, clock) => {
  if (words.join(' ').replace(/^(right|just) /, '') === 'now') return at(clock.now, clock)
  const [first] = words
  const ago = words.at(-1) === 'ago' ? words.slice(0, -1) : undefined
  if (ago !== undefined) return away(lengthOf(ago), -1, clock)
  if (first === '-') return away(lengthOf(words.slice(1)), -1, clock)
  if (first === '+' || first === 'in') return away(lengthOf(words.slice(1)), 1, clock)
  const ending = [['from', 'right', 'now'], ['from', 'now'], ['from', 'today'], ['hence']].find((end) =>
    endsWith(words, end),
  )
  if (ending !== undefined) return away(lengthOf(words.slice(0, -ending.length)), 1, clock)
  return /^\d/.test(first ?? '') ? away(lengthOf(words), 1, clock) : undefined
}

function endsWith(words: Words, end: Words): boolean {
  return end.every((word, i) => words[words.length - end.length + i] === word)
}

function away(length: Length | undefined, sign: 1 | -1, clock: Clock): Reading | undefined {
  if (length === undefined) return undefined
  const { today, civilNow, now, zone } = clock
  const date = moved(today, length, sign)
  if (length.minutes === 0) return day(date)!
  const from = date === today ? now : zone.instantOf(`${date}${civilNow.slice(10)}`)
  return at(new Date(Date.parse(from) + sign * length.minutes * 60_000).toISOString(), clock)
}

/** The minute an instant lies in. */
function at(instant: string, { zone }: Clock): Reading {
  if (!isDate(instant.slice(0, 10))) throw new Failure('usage', 'that is too far away for a date')
  return { civil: zone.civilOf(instant), grain: 'minute', instant: `${instant.slice(0, 16)}:00.000Z` }
}

/** Reads from a day: `3 weeks from friday`, `the day after tomorrow`, `friday before christmas`, `2nd monday after easter`, `week of october 6th`. */
export function fromDay(readDay: Reader): Reader {
  const asDay: AsDay = (words, clock) => {
    const base = readDay(words, clock)
    return base?.grain === 'day' ? base.civil : undefined
  }
  return (words, clock) => {
    const split = words.findIndex((word) => ['from', 'after', 'before'].includes(word))
    if (split < 1) return weekAround(words, clock, asDay) ?? endOfDay(words, clock, asDay)
    const base = asDay(words.slice(split + 1), clock)
    if (base === undefined) return undefined
    const sign = words[split] === 'before' ? -1 : 1
    const before = words.slice(0, split)
    const weekday = words[split] === 'from' ? undefined : weekdayNamed(before.at(-1))
    if (weekday !== undefined) {
      const count = before.length === 1 ? 1 : before.length === 2 ? countOf(before[0]) : undefined
      const first = sign < 0 ? lastBefore(weekday, base) : firstAfter(weekday, base)
      return count === undefined ? undefined : day(addDays(first, sign * 7 * (count - 1)))
    }
    const length = before.join(' ') === 'day' ? lengthOf(['1', 'day']) : lengthOf(before)
    return length === undefined || length.minutes > 0 ? undefined : day(moved(base, length, sign))
  }
}

type AsDay = (words: Words, clock: Clock) => string | undefined

/** `eod friday`, `friday eod`: that day. */
function endOfDay(words: Words, clock: Clock, asDay: AsDay): Reading | null | undefined {
  const phrase = words.join(' ')
  const rest = phrase.startsWith('end of day ')
    ? words.slice(3)
    : phrase.endsWith(' end of day')
      ? words.slice(0, -3)
      : []
  const base = rest.length === 0 ? undefined : asDay(rest[0] === 'of' ? rest.slice(1) : rest, clock)
  return base === undefined ? undefined : day(base)
}

/** `week of october 6th`: the week that day lies in. */
function weekAround(words: Words, clock: Clock, asDay: AsDay): Reading | undefined {
  const base = words[0] === 'week' && words[1] === 'of' ? asDay(words.slice(2), clock) : undefined
  return base === undefined ? undefined : { civil: startOfWeek(base, clock.weekStart), grain: 'week' }
}
