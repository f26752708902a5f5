import { Failure } from '../../errors.ts'
import { addDays, startOfWeek } from '../civil.ts'
import type { Clock } from '../clock.ts'
import { months } from '../names.ts'
import { dateOf, day, type Reader, type Reading, twoDigits, yearly } from './reading.ts'

/** Reads a date written in figures, one word of them: each shape has one reading, or is refused. */
export const written: Reader = (words, clock) => {
  if (words.length !== 1) return undefined
  const word = words[0]!
  const full = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(word)
  if (full) return day(dateOf(Number(full[1]), Number(full[3]), Number(full[4])))
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word)
  if (dotted) return dayAndMonth(dotted[1]!, dotted[2]!, dotted[3], clock)
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word)
  if (slashed) return dayAndMonth(...ordered(slashed[1]!, slashed[2]!, slashed[3]), clock)
  const month = /^(\d{4})-(\d{2})$/.exec(word)
  if (month) return firstOf(month[1]!, month[2]!)
  const monthFirst = /^(\d{1,2})\/(\d{4})$/.exec(word)
  if (monthFirst) return firstOf(monthFirst[2]!, monthFirst[1]!)
  const week = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/.exec(word)
  return week ? isoWeek(Number(week[1]), Number(week[2]), week[3]) : undefined
}

/** `24.12.` is the next there is, `24.12.2026` the one. */
function dayAndMonth(d: string, m: string, year: string | undefined, clock: Clock): Reading | null {
  const inYear = (at: number) => dateOf(at, Number(m), Number(d))
  return day(yearly(inYear, year === undefined ? undefined : Number(year), clock))
}

function firstOf(year: string, number: string): Reading | null {
  const first = dateOf(Number(year), Number(number), 1)
  return first === undefined ? null : { civil: first, grain: 'month' }
}

/** Day, month and year of `a/b/c`: Americans write the month first, others the day, so only one of them may be possible. */
function ordered(
  a: string,
  b: string,
  c: string | undefined,
): [dayText: string, monthText: string, year: string | undefined] {
  if (Number(b) > 12) return [b, a, c]
  if (Number(a) > 12 || Number(a) === Number(b)) return [a, b, c]
  const text = c === undefined ? `${a}/${b}` : `${a}/${b}/${c}`
  const [d, m] = [a, b].map((figure) => twoDigits(Number(figure))) as [string, string]
  throw new Failure(
    'usage',
    `"${text}" is ${Number(a)} ${short(b)} to some and ${short(a)} ${Number(b)} to others`,
    c === undefined ? `${Number(a)} ${short(b)} or ${Number(b)} ${short(a)}` : `${c}-${m}-${d} or ${c}-${d}-${m}`,
  )
}

function short(month: string): string {
  return months[Number(month) - 1]?.slice(0, 3) ?? '?'
}

/** A week of ISO 8601, which begins on Monday and has 4 January in the first, or a day of it; null when the year has no such week. */
function isoWeek(year: number, number: number, weekday: string | undefined): Reading | null {
  const fourth = dateOf(year, 1, 4)
  if (fourth === undefined || number < 1) return null
  const monday = addDays(startOfWeek(fourth, 1), 7 * (number - 1))
  if (addDays(monday, 3).slice(0, 4) !== fourth.slice(0, 4)) return null
  return weekday === undefined ? { civil: monday, grain: 'week' } : day(addDays(monday, Number(weekday) - 1))
}
