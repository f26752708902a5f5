import { Failure } from '../errors.ts'
import type { Weekday } from '../when/civil.ts'
import { daysInMonth } from './calendar.ts'
import type { Rule } from './rule.ts'
import { placeName, readOrdinal, readWeekdays } from './vocabulary.ts'

/** Where in a month something falls, as fields of a rule. */
type Place = Pick<Rule, 'byDay' | 'byMonthDay' | 'bySetPos'>

const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]

/**
 * Reads where in a month: `31st`, `1st and 15th`, `last day`, `last friday`, `1st and 3rd monday`, `2nd to last mon`,
 * `first weekday`. Undefined when it is none of these; `months` are those it is about, all by default.
 */
export function readPlace(phrase: string, months?: readonly number[]): Place | undefined {
  const monthDays: number[] = []
  const weekdays: { day: Weekday; nth: number }[] = []
  const workdayPlaces: number[] = []
  let ordinals: number[] = []
  for (const item of itemsOf(phrase)) {
    const [word = '', noun, ...more] = item.split(' ')
    const number = placeOf(word)
    if (number === undefined || more.length > 0) return undefined
    ordinals.push(number)
    if (noun === undefined) continue
    const named = readWeekdays(noun)
    if (noun === 'day') monthDays.push(...ordinals)
    else if (named?.length === 1) weekdays.push(...ordinals.map((nth) => ({ day: named[0]!, nth })))
    else if (named?.length === workdays.length) workdayPlaces.push(...ordinals)
    else return undefined
    ordinals = []
  }
  if (ordinals.some((number) => number < 0)) return undefined
  monthDays.push(...ordinals)
  if ([monthDays, weekdays, workdayPlaces].filter((list) => list.length > 0).length !== 1) return undefined
  if (monthDays.length > 0) return onDays(monthDays, months)
  if (weekdays.some(({ nth }) => Math.abs(nth) > 5))
    throw new Failure('usage', `no month has the weekday of "${phrase}"`, 'at most the 5th')
  if (weekdays.length > 0) return { byDay: uniqueDays(weekdays) }
  if (workdayPlaces.some((place) => Math.abs(place) > 23))
    throw new Failure('usage', `no month has the weekday of "${phrase}"`, 'at most the 23rd')
  return { byDay: workdays.map((day) => ({ day })), bySetPos: ascending(workdayPlaces) }
}

/** What a list holds, without what only joins it; `2nd to last` becomes one word. */
function itemsOf(phrase: string): string[] {
  return phrase
    .replaceAll(/(\S+) (?:to )?last\b/g, (whole, word: string) =>
      (readOrdinal(word) ?? 0) > 1 ? `-${readOrdinal(word)}` : whole,
    )
    .split(/ ?[,&] ?| and /)
    .map((item) => item.replace(/^(?:and )?(?:the )?/, ''))
    .filter((item) => item !== '')
}

/** The words of a list, without what only joins them; `mon to fri` is one, `mon-fri`. */
export function listed(phrase: string): string[] {
  return phrase
    .replaceAll(/(\w) (?:to|through) (?=\w)/g, '$1-')
    .split(/[\s,&]+/)
    .filter((word) => word !== '' && word !== 'and' && word !== 'the')
}

function placeOf(word: string): number | undefined {
  return /^-\d+$/.test(word) ? Number(word) : readOrdinal(word)
}

/**
 * Days of the month. One that some month lacks becomes the last day of that month, in plain RFC 5545: the last of 28, 29,
 * 30 and 31 there is stands for the 31st.
 */
export function onDays(days: readonly number[], months?: readonly number[]): Place {
  const { shortest, longest } = lengthsOf(months)
  const kept = ascending(days.filter((day) => day <= shortest))
  const [end, ...more] = ascending(days.filter((day) => day > shortest))
  if (end === undefined) return { byMonthDay: kept }
  if (end > longest)
    throw new Failure('usage', `the ${placeName(end)} is no day of that month`, `at most the ${placeName(longest)}`)
  if (more.length > 0 || kept.some((day) => day < 0))
    throw new Failure(
      'usage',
      `the ${placeName(end)} goes with no other end of the month`,
      'such as the 1st and 31st, or the last day',
    )
  return keepingTo(end, kept, shortest)
}

/** The days of the month that were meant by a place `onDays` made; undefined when it makes no such place. */
export function daysMeant(
  { byMonthDay = [], bySetPos }: Place,
  months?: readonly number[],
): readonly number[] | undefined {
  const { shortest, longest } = lengthsOf(months)
  if (bySetPos === undefined) return byMonthDay.every((day) => day <= shortest) ? byMonthDay : undefined
  const [end, kept] = [byMonthDay.at(-1) ?? 0, byMonthDay.slice(0, bySetPos.length - 1)]
  if (end <= shortest || end > longest || kept.some((day) => day < 0 || day > shortest)) return undefined
  const made = keepingTo(end, kept, shortest)
  const isSame = made.byMonthDay!.join() === byMonthDay.join() && made.bySetPos!.join() === bySetPos.join()
  return isSame ? [...kept, end] : undefined
}

/** Some days, and the last there is of those from the shortest month's end to `end`. */
function keepingTo(end: number, kept: readonly number[], shortest: number): Place {
  const ends = Array.from({ length: end - shortest + 1 }, (_, index) => shortest + index)
  return { byMonthDay: ascending([...kept, ...ends]), bySetPos: [-1, ...kept.map((_, index) => index + 1)] }
}

/** How many days the shortest and the longest of some months have, by default of all. */
function lengthsOf(months: readonly number[] = [1, 2]): { readonly shortest: number; readonly longest: number } {
  return {
    shortest: Math.min(...months.map((month) => daysInMonth(2001, month))),
    longest: Math.max(...months.map((month) => daysInMonth(2000, month))),
  }
}

function uniqueDays(days: readonly { day: Weekday; nth: number }[]): { day: Weekday; nth: number }[] {
  const unique = new Map(days.map((one) => [`${one.nth}/${one.day}`, one]))
  return [...unique.values()].toSorted((a, b) => a.day - b.day || a.nth - b.nth)
}

export function ascending<T extends number>(numbers: readonly T[]): T[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
