import type { Weekday } from '../when/civil.ts'
import { cycleDays, dateOf, dayNumber, daysInMonth, isLeapYear, weekdayOfNumber, weekOneOf } from './calendar.ts'
import type { Rule } from './rule.ts'

/** Tells whether a day, by its number, is one a rule allows: all its parts that speak of days must. */
export function dayFilter(rule: Rule): (day: number) => boolean {
  const { byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule
  const months = byMonth && new Set(byMonth)
  const monthDays = byMonthDay && new Set(byMonthDay)
  const yearDays = byYearDay && new Set(byYearDay)
  const weeks = byWeekNo && new Set(byWeekNo)
  const anyOf = byDay && new Set(byDay.filter(({ nth }) => nth === undefined).map(({ day }) => day))
  const nths = byDay && new Set(byDay.filter(({ nth }) => nth !== undefined).map(({ day, nth }) => key(nth!, day)))
  // The nth weekday counts within the month, and within the year only where no month is spoken of.
  const countsInYear = rule.freq === 'yearly' && byMonth === undefined
  return (number) => {
    const { year, month, day } = dateOf(number)
    if (months && !months.has(month)) return false
    if (monthDays && !monthDays.has(day) && !monthDays.has(day - daysInMonth(year, month) - 1)) return false
    const length = isLeapYear(year) ? 366 : 365
    const dayOfYear = number - dayNumber(year, 1, 1) + 1
    if (yearDays && !yearDays.has(dayOfYear) && !yearDays.has(dayOfYear - length - 1)) return false
    if (weeks && !isInWeeks(number, year, weeks, rule)) return false
    if (anyOf === undefined || nths === undefined) return true
    const weekday = weekdayOfNumber(number)
    if (anyOf.has(weekday)) return true
    if (nths.size === 0) return false
    const [place, of] = countsInYear ? [dayOfYear, length] : [day, daysInMonth(year, month)]
    const fromStart = Math.ceil(place / 7)
    const fromEnd = -Math.ceil((of - place + 1) / 7)
    return nths.has(key(fromStart, weekday)) || nths.has(key(fromEnd, weekday))
  }
}

/** One number for an nth weekday. */
function key(nth: number, day: Weekday): number {
  return nth * 10 + day
}

/** As `dayFilter`, for rules that ask about the same days again and again: each day of the calendar's cycle is looked at once. */
export function rememberingDays(isDay: (day: number) => boolean): (day: number) => boolean {
  const known = new Int8Array(cycleDays)
  return (number) => {
    const at = number % cycleDays
    if (known[at] === 0) known[at] = isDay(number) ? 1 : -1
    return known[at] === 1
  }
}

/** Weeks at either end of a year may belong to the year beside it. */
function isInWeeks(number: number, year: number, weeks: ReadonlySet<number>, { weekStart }: Rule): boolean {
  const of = [year + 1, year, year - 1].find((one) => number >= weekOneOf(one, weekStart))!
  const first = weekOneOf(of, weekStart)
  const week = Math.floor((number - first) / 7) + 1
  const count = (weekOneOf(of + 1, weekStart) - first) / 7
  return weeks.has(week) || weeks.has(week - count - 1)
}
