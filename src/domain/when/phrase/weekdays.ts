import { addDays, startOfWeek, type Weekday, weekdayOf } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { weekdayNamed } from '../names.ts'
import { day, type Reader, relationOf } from './reading.ts'
import { wordsOf } from './split.ts'

/** Reads `friday`, `this friday`, `next friday`, `last friday`, `friday after next`, `monday of next week`, `weekend`. */
export const weekdays: Reader = (words, clock) => {
  const name = words.join(' ')
  const weekend = /^(?:(this|coming|this coming|next|last|past|this past) )?weekend$/.exec(name)
  if (weekend) return day(weekendOf(weekend[1] ?? 'this', clock))
  const week = weekOf(name)
  if (week !== undefined) return day(inWeek(week.weekday, week.step, clock))
  const weekday = weekdayNamed(words.at(-1))
  const before = words.slice(0, -1).join(' ')
  if (weekday === undefined) {
    const leading = weekdayNamed(words[0])
    return leading && words.slice(1).join(' ') === 'after next' ? day(inWeek(leading, 2, clock)) : undefined
  }
  if (['', 'this', 'coming', 'this coming'].includes(before)) return day(firstAfter(weekday, clock.today))
  if (before === 'next') return day(inWeek(weekday, 1, clock))
  return ['last', 'past', 'this past'].includes(before) ? day(lastBefore(weekday, clock.today)) : undefined
}

/** The next such day, never `date` itself. */
export function firstAfter(weekday: Weekday, date: string): string {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1)
}

export function lastBefore(weekday: Weekday, date: string): string {
  return addDays(date, -(((weekdayOf(date) - weekday + 6) % 7) + 1))
}

function inWeek(weekday: Weekday, step: number, { today, weekStart }: Clock): string {
  return addDays(startOfWeek(today, weekStart), 7 * step + ((weekday - weekStart + 7) % 7))
}

/** `monday of next week`, `monday next week`, `next week monday`, `last weeks sunday`. */
function weekOf(phrase: string): { weekday: Weekday; step: number } | undefined {
  const [, before, relation, other, after] =
    /^(?:(\w+)(?: of| in| from)? (\w+) week|(\w+) weeks? (\w+))$/.exec(phrase) ?? []
  const [weekday, step] = [weekdayNamed(before ?? after), relationOf(relation ?? other)]
  return weekday === undefined || step === undefined ? undefined : { weekday, step }
}

/** The Saturday of it: on a Saturday this weekend is today. */
function weekendOf(word: string, clock: Clock): string {
  if (/^(this|coming|this coming)$/.test(word)) return firstAfter(6, addDays(clock.today, -1))
  return word === 'next' ? inWeek(6, 1, clock) : lastBefore(6, clock.today)
}

/** True for `fri` and `friday`, and with a time after it. */
export function namesWeekday(phrase: string): boolean {
  return weekdayNamed(wordsOf(phrase)?.[0]) !== undefined
}
