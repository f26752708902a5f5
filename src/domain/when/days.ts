import { Failure } from '../errors.ts'
import { addDays, addMonths, endOfMonth, endOfQuarter, isDate, startOfWeek, type Weekday, weekdayOf } from './civil.ts'
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
export function weekdayNamed(word: string): Weekday | undefined {
  const at = weekdays.findIndex((names) => names.includes(word))
  return at < 0 ? undefined : ((at + 1) as Weekday)
}

/** True for `fri` and `friday`, and with a time after it. */
export function namesWeekday(phrase: string): boolean {
  return weekdayNamed(phrase.trim().toLowerCase().split(/\s/, 1)[0]!) !== undefined
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
  [/^(today|tonight|eod)$/, (_, c) => c.today],
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

/** A day the calendar does not have, or a time the day does not. */
export function impossible(phrase: string): Failure {
  return new Failure('usage', `"${phrase}" is not a date that exists`, 'dates are YYYY-MM-DD')
}

/** Reads a phrase that names a day, as YYYY-MM-DD, or undefined; a day that does not exist is a usage failure. */
export function readDay(phrase: string, clock: Clock): string | undefined {
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
