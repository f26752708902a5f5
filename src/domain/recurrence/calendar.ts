import type { Weekday } from '../when/civil.ts'

/**
 * The Gregorian calendar in whole numbers: a day is counted from 1 March of the year -400, so that none is
 * below 0, a moment is seconds from its first midnight on the wall clock, which knows no zone. It repeats after 400 years,
 * weekdays included.
 */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const daySeconds = 86_400

/** Days after which the calendar repeats. */
export const cycleDays = 146_097

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The number of a day. Years are counted from March here, so that the leap day is their last. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const cycle = Math.floor(shifted / 400)
  const yearOfCycle = shifted - cycle * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return (cycle + 1) * cycleDays + dayOfCycle
}

/** The date a number stands for: the inverse of `dayNumber`. */
export function dateOf(number: number): CalendarDate {
  const cycle = Math.floor(number / cycleDays)
  const dayOfCycle = number - cycle * cycleDays
  const leapsAside =
    dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)
  const yearOfCycle = Math.floor(leapsAside / 365)
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const march = Math.floor((5 * dayOfYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  const year = yearOfCycle + (cycle - 1) * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1 }
}

/** 1 March of the year -400 was a Wednesday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((number + 2) % 7) + 1) as Weekday
}

/** The first day of the week a day lies in. */
export function weekOf(number: number, weekStart: Weekday): number {
  return number - ((weekdayOfNumber(number) - weekStart + 7) % 7)
}

/** The first day of week 1 of a year: the first week with four days in it or more (RFC 5545 3.3.10, BYWEEKNO). */
export function weekOneOf(year: number, weekStart: Weekday): number {
  return weekOf(dayNumber(year, 1, 4), weekStart)
}

/** The last day there is. */
export const lastDay = dayNumber(9999, 12, 31)

/** A civil date or time as seconds: `2026-11-23`, `2026-11-23T09:00`, `2026-11-23T09:00:30`. */
export function secondsOf(civil: string): number {
  const [year, month, day, hour = 0, minute = 0, second = 0] = civil.split(/[-T:]/).map(Number) as [
    number,
    number,
    number,
    number?,
    number?,
    number?,
  ]
  return dayNumber(year, month, day) * daySeconds + hour * 3600 + minute * 60 + second
}

/** Seconds as a civil date and time, to the second. */
export function civilOf(seconds: number): string {
  const number = Math.floor(seconds / daySeconds)
  const { year, month, day } = dateOf(number)
  const rest = seconds - number * daySeconds
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}`
}
