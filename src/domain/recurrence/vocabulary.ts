import { type Weekday } from '../when/civil.ts'
import { weekdayNamed } from '../when/days.ts'
import type { Frequency } from './rule.ts'

/** A length of calendar time that comes round: two weeks, a quarter. */
export interface Period {
  readonly freq: Frequency
  readonly interval: number
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = 'january february march april may june july august september october november december'.split(' ')

const units: Readonly<Record<string, Period>> = {
  minute: { freq: 'minutely', interval: 1 },
  hour: { freq: 'hourly', interval: 1 },
  day: { freq: 'daily', interval: 1 },
  week: { freq: 'weekly', interval: 1 },
  fortnight: { freq: 'weekly', interval: 2 },
  month: { freq: 'monthly', interval: 1 },
  quarter: { freq: 'monthly', interval: 3 },
  year: { freq: 'yearly', interval: 1 },
}

const adverbs: Readonly<Record<string, Period>> = {
  hourly: units['hour']!,
  daily: units['day']!,
  weekly: units['week']!,
  biweekly: units['fortnight']!,
  fortnightly: units['fortnight']!,
  monthly: units['month']!,
  quarterly: units['quarter']!,
  yearly: units['year']!,
  annually: units['year']!,
}

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** The words of recurrence, for a hint at what was meant. */
export const recurrenceWords = [
  ...Object.keys(units),
  ...Object.keys(adverbs),
  ...monthNames,
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'weekday', 'weekend'],
  ...['every', 'until', 'except', 'starting', 'times', 'other', 'last', 'first', 'second', 'third'],
]

/** `2`, `two`, `a`, `other`. */
export function readCount(word: string): number | undefined {
  if (/^[1-9]\d{0,14}$/.test(word)) return Number(word)
  if (word === 'a' || word === 'an') return 1
  if (word === 'other') return 2
  return positionIn(numbers, word)
}

/** `1st`, `third`, `31st`; `last` is -1. */
export function readOrdinal(word: string): number | undefined {
  if (word === 'last') return -1
  const [, digits] = /^([1-9]\d?)(?:st|nd|rd|th)$/.exec(word) ?? []
  if (digits === undefined) return positionIn(ordinals, word)
  return ordinal(Number(digits)) === word ? Number(digits) : undefined
}

/** `1st`, `22nd`, `11th`; `last`, `2nd to last` when counted from the end. */
export function ordinal(number: number): string {
  if (number === -1) return 'last'
  if (number < 0) return `${ordinal(-number)} to last`
  const ending = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

/** `week`, `weeks`, `quarter`. */
export function readUnit(word: string): Period | undefined {
  return own(units, word.replace(/s$/, ''))
}

/** `weekly`, `annually`. */
export function readAdverb(word: string): Period | undefined {
  return own(adverbs, word)
}

/** `mon`, `Mondays`; every weekday of `weekdays` and `weekend`. */
export function readWeekdays(word: string): Weekday[] | undefined {
  if (/^(week|work)days?$/.test(word)) return [1, 2, 3, 4, 5]
  if (/^weekends?$/.test(word)) return [6, 7]
  const day = weekdayNamed(word) ?? weekdayNamed(word.replace(/s$/, ''))
  return day && [day]
}

/** `mar`, `march`, `sept`. */
export function readMonth(word: string): number | undefined {
  return positionIn(monthNames, word) ?? positionIn(months, word === 'sept' ? 'sep' : word)
}

/** `Mar` for 3. */
export function monthName(month: number): string {
  const name = months[month - 1]!
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** True for a word that has a meaning here, which is then not mistyped. */
export function isKnown(word: string): boolean {
  const readers = [readCount, readOrdinal, readUnit, readAdverb, readWeekdays, readMonth]
  return recurrenceWords.includes(word) || readers.some((read) => read(word) !== undefined)
}

function positionIn(list: readonly string[], word: string): number | undefined {
  const at = list.indexOf(word)
  return at < 0 ? undefined : at + 1
}

function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
