import type { Weekday } from './civil.ts'

/** From Monday on. */
export const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

export const months = 'january february march april may june july august september october november december'.split(' ')

/** `1st`, `2nd`, `11th`. */
export function ordinal(count: number): string {
  const teen = count % 100 > 10 && count % 100 < 20
  return `${count}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10]) ?? 'th'}`
}

/** The count an ordinal such as `15th` says; one with the wrong ending is none. */
export function countOf(word: string | undefined): number | undefined {
  const count = Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(word ?? '')?.[1] ?? 0)
  return count > 0 && ordinal(count) === word ? count : undefined
}

export function weekdayNamed(word: string | undefined): Weekday | undefined {
  const at = weekdays.indexOf(word ?? '')
  return at < 0 ? undefined : ((at + 1) as Weekday)
}

/** January is 1. */
export function monthNamed(word: string | undefined): number | undefined {
  const at = months.indexOf(word ?? '')
  return at < 0 ? undefined : at + 1
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** `Monday` for 1. */
export function dayName(weekday: Weekday): string {
  return capital(weekdays[weekday - 1]!)
}

/** `Mon` for 1. */
export function shortDay(weekday: Weekday): string {
  return dayName(weekday).slice(0, 3)
}

/** `Mar` for 3. */
export function shortMonth(month: number): string {
  return capital(months[month - 1]!.slice(0, 3))
}

/** Years are written with four digits, 1900 to 2199: others are amounts and times. */
export function yearNamed(word: string | undefined): number | undefined {
  return /^(19|20|21)\d\d$/.test(word ?? '') ? Number(word) : undefined
}
