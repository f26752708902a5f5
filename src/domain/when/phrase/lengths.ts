import { Failure } from '../../errors.ts'
import { addDays, addMonths, isDate } from '../civil.ts'
import { type Words, wordsOf } from './split.ts'

/** A length of time; months and days are the calendar's, minutes real ones. */
export interface Length {
  readonly months: number
  readonly days: number
  readonly minutes: number
}

const units: Readonly<Record<string, Length>> = {
  minute: { months: 0, days: 0, minutes: 1 },
  hour: { months: 0, days: 0, minutes: 60 },
  day: { months: 0, days: 1, minutes: 0 },
  week: { months: 0, days: 7, minutes: 0 },
  fortnight: { months: 0, days: 14, minutes: 0 },
  month: { months: 1, days: 0, minutes: 0 },
  quarter: { months: 3, days: 0, minutes: 0 },
  year: { months: 12, days: 0, minutes: 0 },
}

export const unitNames = Object.keys(units)

/** The most days or months a date is moved by. */
const most = 100_000

/** Reads a text as a length of time, as `lengthOf` does. */
export function readLength(text: string): Length | undefined {
  const words = wordsOf(text)
  return words && lengthOf(words)
}

/**
 * Reads `3 days`, `a week`, `1h30m`, `1 hour and 30 minutes`, `a couple of hours`, `2.5 hours`, `an hour and a half`, units
 * from the longest to the shortest. Undefined for anything else, and for hours and minutes that are none in sum.
 */
export function lengthOf(words: Words): Length | undefined {
  let total: Length | undefined
  let last: Length | undefined
  let from = 0
  for (let at = 0; at < words.length; at++) {
    const unit = unitAt(words, at)
    if (unit === undefined) continue
    const start = total !== undefined && words[from] === 'and' ? from + 1 : from
    const [half, past] = words.slice(at + 1).join(' ') === 'and a half' ? [0.5, words.length] : [0, at + 1]
    const count = quantityOf(words.slice(start, at))
    if (count === undefined || (last !== undefined && !isShorter(unit, last))) return undefined
    total = plus(total, unit, count + half)
    last = unit
    from = past
  }
  if (total === undefined || from < words.length || !isWhole(total)) return undefined
  return last!.minutes > 0 && total.minutes === 0 ? undefined : total
}

/** The minutes of a length that has neither months nor days. */
export function minutesOf(length: Length | undefined): number | undefined {
  return length === undefined || length.months > 0 || length.days > 0 ? undefined : length.minutes
}

function isShorter(a: Length, b: Length): boolean {
  return (a.months - b.months || a.days - b.days || a.minutes - b.minutes) < 0
}

/** The unit named last, which is the shortest, as a length of one. */
export function lastUnit(words: Words): Length | undefined {
  const word = words.findLast((one) => Object.hasOwn(units, one))
  return word === undefined ? undefined : units[word]
}

/** The unit a word is; `quarter of an hour` has only its last. */
function unitAt(words: Words, at: number): Length | undefined {
  const word = words[at]!
  if (word === 'quarter' && words[at + 1] === 'of') return undefined
  return Object.hasOwn(units, word) ? units[word] : undefined
}

/** Amounts in words, where `an` is `a` and one more before them says nothing. */
const amounts: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['half', 0.5],
  ['half a', 0.5],
  ['quarter of a', 0.25],
  ['1 quarter of a', 0.25],
  ['3 quarter of a', 0.75],
  ['couple', 2],
  ['couple of', 2],
  ['pair of', 2],
])

/** How many: `3`, `2.5`, `3 more`, `a`, `a couple of`, `half an`, `2 and a half`, `3 quarter of an`, `1/2`. */
function quantityOf(words: Words): number | undefined {
  const text = words
    .map((word) => (word === 'an' ? 'a' : word))
    .join(' ')
    .replace(/^a (?=half|quarter|couple|pair)/, '')
  const amount = amounts.get(text)
  if (amount !== undefined) return amount
  const [, above, below] = /^(\d{1,3})\/([24])$/.exec(text) ?? []
  if (above !== undefined) return Number(above) / Number(below)
  const [, count, half] = /^(\d{1,9}(?:\.\d+)?)( and a half| more)?$/.exec(text) ?? []
  return count === undefined ? undefined : Number(count) + (half === ' and a half' ? 0.5 : 0)
}

/** Parts of an hour are rounded to the minute. */
function plus(total: Length | undefined, unit: Length, count: number): Length {
  return {
    months: (total?.months ?? 0) + unit.months * count,
    days: (total?.days ?? 0) + unit.days * count,
    minutes: (total?.minutes ?? 0) + (unit.minutes > 1 ? Math.round(unit.minutes * count) : unit.minutes * count),
  }
}

/** Half a month has no length, half an hour has. */
function isWhole({ months, days, minutes }: Length): boolean {
  return Number.isInteger(months) && Number.isInteger(days) && Number.isInteger(minutes)
}

/** Moves a date by the months and days of a length, forwards with sign 1, back with -1; beyond the years 1 to 9999 it is refused. */
export function moved(date: string, { months, days }: Length, sign: 1 | -1): string {
  const to = addDays(addMonths(date, sign * months), sign * days)
  if (Math.max(months, days) > most || !isDate(to))
    throw new Failure('usage', `${months > 0 ? `${months} months` : `${days} days`} is too far away for a date`)
  return to
}
