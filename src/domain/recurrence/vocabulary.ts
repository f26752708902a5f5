import type { Weekday } from '../when/civil.ts'
import { countOf, monthNamed, months, ordinal, weekdayNamed, weekdays } from '../when/phrase/names.ts'
import { meaningOf } from '../when/phrase/words.ts'
import type { Frequency } from './rule.ts'

/** A length of calendar time that comes round: two weeks, a quarter. */
export interface Period {
  readonly freq: Frequency
  readonly interval: number
}

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

/** The words of recurrence, for a hint at what was meant. */
export const recurrenceWords = [
  ...Object.keys(units),
  ...Object.keys(adverbs),
  ...months,
  ...weekdays,
  'weekday',
  'weekend',
  ...'every until except starting times other last first second third'.split(' '),
]

/** `2`, `two`, `a`, `other`. */
export function readCount(word: string): number | undefined {
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word)
  if (word === 'a' || word === 'an') return 1
  if (word === 'other') return 2
  const [number = ''] = meaningOf(word)
  return /^\d+$/.test(number) ? Number(number) : undefined
}

/** `1st`, `third`, `31st`; `last` is -1. */
export function readOrdinal(word: string): number | undefined {
  return word === 'last' ? -1 : countOf(meaningOf(word)[0])
}

/** `1st`, `22nd`; `last`, `2nd to last` when counted from the end. */
export function placeName(place: number): string {
  if (place === -1) return 'last'
  return place < 0 ? `${ordinal(-place)} to last` : ordinal(place)
}

/** `week`, `weeks`, `quarter`. */
export function readUnit(word: string): Period | undefined {
  return own(units, meaningOf(word).join(' '))
}

/** `weekly`, `annually`. */
export function readAdverb(word: string): Period | undefined {
  return own(adverbs, word)
}

/** `mon`, `Mondays`; every weekday of `weekdays` and `weekend`. */
export function readWeekdays(word: string): Weekday[] | undefined {
  if (/^(week|work)days?$/.test(word)) return [1, 2, 3, 4, 5]
  if (/^weekends?$/.test(word)) return [6, 7]
  const day = weekdayNamed(meaningOf(word)[0]) ?? weekdayNamed(meaningOf(word.replace(/s$/, ''))[0])
  return day && [day]
}

/** `mar`, `march`, `sept`. */
export function readMonth(word: string): number | undefined {
  return monthNamed(meaningOf(word)[0])
}

/** `Mar` for 3. */
export function monthName(month: number): string {
  const name = months[month - 1]!
  return name.slice(0, 1).toUpperCase() + name.slice(1, 3)
}

/** True for a word that has a meaning here, which is then not mistyped. */
export function isKnown(word: string): boolean {
  const readers = [readCount, readOrdinal, readUnit, readAdverb, readWeekdays, readMonth]
  return recurrenceWords.includes(word) || readers.some((read) => read(word) !== undefined)
}

function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
