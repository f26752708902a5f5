import { Failure } from '../errors.ts'
import {
  addDays,
  addMonths,
  dayOf,
  endOfMonth,
  endOfQuarter,
  isDate,
  isTime,
  startOfWeek,
  type Weekday,
  weekdayOf,
} from './civil.ts'
import type { Clock } from './clock.ts'

const weekdays = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
]

/** The weekday an English name or its usual short form means. */
function weekdayNamed(word: string): Weekday | undefined {
  const at = weekdays.findIndex((names) => names.includes(word))
  return at < 0 ? undefined : ((at + 1) as Weekday)
}

export function isFullWeekday(word: string): boolean {
  return weekdays.some(([full]) => full === word)
}

type Reader = (match: RegExpExecArray, clock: Clock) => string | undefined

const units = '(days?|weeks?|months?|years?|d|w|mo|y)'

function shift(date: string, count: number, unit: string): string {
  if (Math.abs(count) > 100_000) throw new Failure('usage', `${count} ${unit} is too far away for a date`)
  if (unit.startsWith('d')) return addDays(date, count)
  if (unit.startsWith('w')) return addDays(date, 7 * count)
  return addMonths(date, unit.startsWith('y') ? 12 * count : count)
}

function nextDayNamed(word: string | undefined, from: string): string | undefined {
  const wanted = weekdayNamed(word ?? '')
  return wanted && addDays(from, ((wanted - weekdayOf(from) + 6) % 7) + 1)
}

function inNextWeek(word: string | undefined, clock: Clock): string | undefined {
  const wanted = weekdayNamed(word ?? '')
  const start = addDays(startOfWeek(clock.today, clock.weekStart), 7)
  return wanted && addDays(start, (wanted - clock.weekStart + 7) % 7)
}

/** Every phrase that names a day, in one table. Phrases arrive in lower case with single spaces. */
const days: readonly (readonly [RegExp, Reader])[] = [
  [/^(today|eod|now)$/, (_, c) => c.today],
  [/^tomorrow$/, (_, c) => addDays(c.today, 1)],
  [/^yesterday$/, (_, c) => addDays(c.today, -1)],
  [/^(?:this )?([a-z]+day|[a-z]{3,5})$/, (m, c) => nextDayNamed(m[1], c.today)],
  [/^next ([a-z]+)$/, (m, c) => inNextWeek(m[1], c)],
  [/^this weekend$|^weekend$/, (_, c) => nextDayNamed('saturday', addDays(c.today, -1))],
  [/^next week$/, (_, c) => addDays(startOfWeek(c.today, c.weekStart), 7)],
  [/^next month$/, (_, c) => addMonths(`${c.today.slice(0, 8)}01`, 1)],
  [/^next year$/, (_, c) => addMonths(`${c.today.slice(0, 5)}01-01`, 12)],
  [new RegExp(`^(?:in )?(\\d+) ?${units}$`), (m, c) => shift(c.today, Number(m[1]), m[2]!)],
  [new RegExp(`^([+-]\\d+) ?${units}$`), (m, c) => shift(c.today, Number(m[1]), m[2]!)],
  [new RegExp(`^(\\d+) ?${units} ago$`), (m, c) => shift(c.today, -Number(m[1]), m[2]!)],
  [/^sow$/, (_, c) => startOfWeek(c.today, c.weekStart)],
  [/^eow$/, (_, c) => addDays(startOfWeek(c.today, c.weekStart), 6)],
  [/^som$/, (_, c) => `${c.today.slice(0, 8)}01`],
  [/^eom$/, (_, c) => endOfMonth(c.today)],
  [/^eoq$/, (_, c) => endOfQuarter(c.today)],
  [/^eoy$/, (_, c) => `${c.today.slice(0, 4)}-12-31`],
]

/** Reads a time of day: `14:00`, `14:00:00`, `2pm`, `2:30 pm`, `noon`, `midnight`; HH:MM, or undefined. */
export function readTime(phrase: string): string | undefined {
  if (phrase === 'noon') return '12:00'
  if (phrase === 'midnight') return '00:00'
  const half = /^(\d{1,2})(?::(\d{2}))? ?([ap])m$/.exec(phrase)
  if (half) {
    const hour = Number(half[1])
    if (hour < 1 || hour > 12) return undefined
    const time = `${String((hour % 12) + (half[3] === 'p' ? 12 : 0)).padStart(2, '0')}:${half[2] ?? '00'}`
    return isTime(time) ? time : undefined
  }
  const full = /^(\d{1,2}:\d{2})(?::(\d{2}))?$/.exec(phrase)
  if (!full) return undefined
  if (full[2] !== undefined && full[2] !== '00')
    throw new Failure('usage', `"${phrase}" has seconds; times are kept to the minute`, full[1]!.padStart(5, '0'))
  const time = full[1]!.padStart(5, '0')
  return isTime(time) ? time : undefined
}

function readInstant(phrase: string, clock: Clock): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(?::(\d{2})(?:\.0+)?)?(z|[+-]\d{2}:?\d{2})?$/.exec(phrase)
  if (!match) return undefined
  const [, date, time, seconds, offset] = match
  if (!isDate(date!) || !isTime(time!)) throw impossible(phrase)
  if (seconds !== undefined && seconds !== '00')
    throw new Failure('usage', `"${phrase}" has seconds; times are kept to the minute`, `${date}T${time}`)
  if (offset === undefined) return `${date}T${time}`
  const zoned = offset === 'z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const ms = Date.parse(`${date}T${time}:00${zoned}`)
  if (Number.isNaN(ms)) throw impossible(phrase)
  return clock.zone.civilOf(new Date(ms).toISOString())
}

function impossible(phrase: string): Failure {
  return new Failure('usage', `"${phrase}" is not a date that exists`, 'dates are YYYY-MM-DD')
}

function readDay(phrase: string, clock: Clock): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(phrase)) {
    if (!isDate(phrase)) throw impossible(phrase)
    return phrase
  }
  for (const [shape, reader] of days) {
    const match = shape.exec(phrase)
    const day = match && reader(match, clock)
    if (day) {
      if (!isDate(day)) throw new Failure('usage', `"${phrase}" is too far away for a date`)
      return day
    }
  }
  return undefined
}

/**
 * Reads a date phrase of spec part 3 as a civil date or time, or undefined when it is none.
 * A day that does not exist (`2027-02-29`) and seconds other than zero are usage failures.
 */
export function readWhen(text: string, clock: Clock): string | undefined {
  const phrase = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (phrase === 'tonight') return `${clock.today}T20:00`
  const whole = readDay(phrase, clock) ?? readInstant(phrase, clock)
  if (whole !== undefined) return whole
  const alone = readTime(phrase.replace(/^at /, ''))
  if (alone !== undefined) return `${clock.today}T${alone}`
  for (const split of phrase.matchAll(/ (?:at )?/g)) {
    const time = readTime(phrase.slice(split.index + split[0].length))
    const day = time === undefined ? undefined : readDay(phrase.slice(0, split.index), clock)
    if (day !== undefined) return `${dayOf(day)}T${time}`
  }
  return undefined
}

/** As `readWhen`, but a phrase that cannot be read is a usage failure that names it. */
export function requireWhen(text: string, clock: Clock): string {
  const when = readWhen(text, clock)
  if (when === undefined)
    throw new Failure(
      'usage',
      `cannot read "${text}" as a date`,
      'such as tomorrow, fri, "next monday 14:00", in 3 days or 2026-12-24',
    )
  return when
}
