import type { Weekday } from '../when/civil.ts'
import { countOf, monthNamed, months, ordinal, weekdayNamed, weekdays } from '../when/names.ts'
import { unitNames } from '../when/phrase/lengths.ts'
import { meaningOf } from '../when/phrase/words.ts'
import type { Frequency } from './rule.ts'

/** A length of calendar time that comes round: two weeks, a quarter. */
export interface Period {
  readonly freq: Frequency
  readonly interval: number
}

const adverbs: Readonly<Record<string, Period>> = {
  hourly: { freq: 'hourly', interval: 1 },
  daily: { freq: 'daily', interval: 1 },
  weekly: { freq: 'weekly', interval: 1 },
  biweekly: { freq: 'weekly', interval: 2 },
  fortnightly: { freq: 'weekly', interval: 2 },
  monthly: { freq: 'monthly', interval: 1 },
  quarterly: { freq: 'monthly', interval: 3 },
  yearly: { freq: 'yearly', interval: 1 },
  annually: { freq: 'yearly', interval: 1 },
}

/** The words of recurrence, for a hint at what was meant. */
export const recurrenceWords = [
  ...unitNames,
  ...Object.keys(adverbs),
  ...months,
  ...weekdays,
  'weekday',
  'weekend',
  ...'every until except starting times other last first second third'.split(' '),
]

/** `1st`, `third`, `31st`; `last` is -1. */
export function readOrdinal(word: string): number | undefined {
  return word === 'last' ? -1 : countOf(meaningOf(word)[0])
}

/** `1st`, `22nd`; `last`, `2nd to last` when counted from the end. */
export function placeName(place: number): string {
  if (place === -1) return 'last'
  return place < 0 ? `${ordinal(-place)} to last` : ordinal(place)
}

/** `weekly`, `annually`. */
export function readAdverb(word: string): Period | undefined {
  return Object.hasOwn(adverbs, word) ? adverbs[word] : undefined
}

/** `mon`, `Mondays`, `mon-fri`; every weekday of `weekdays` and `weekend`. */
export function readWeekdays(word: string): Weekday[] | undefined {
  if (/^(week|work)days?$/.test(word)) return [1, 2, 3, 4, 5]
  if (/^weekends?$/.test(word)) return [6, 7]
  const [, first, last] = /^([a-z]+)-([a-z]+)$/.exec(word) ?? []
  if (first !== undefined) return weekdaysBetween(readWeekday(first), readWeekday(last!))
  const day = readWeekday(word)
  return day && [day]
}

function readWeekday(word: string): Weekday | undefined {
  return weekdayNamed(meaningOf(word)[0]) ?? weekdayNamed(meaningOf(word.replace(/s$/, ''))[0])
}

/** From one weekday to another, over a Sunday too. */
function weekdaysBetween(first: Weekday | undefined, last: Weekday | undefined): Weekday[] | undefined {
  if (first === undefined || last === undefined) return undefined
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => (((first + at - 1) % 7) + 1) as Weekday)
}

/** `mar`, `march`, `sept`. */
export function readMonth(word: string): number | undefined {
  return monthNamed(meaningOf(word)[0])
}

/** True for a word that has a meaning here, which is then not mistyped. */
export function isKnown(word: string): boolean {
  return recurrenceWords.includes(word) || meaningOf(word)[0] !== word || readWeekdays(word) !== undefined
}
