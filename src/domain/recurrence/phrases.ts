import { Failure } from '../errors.ts'
import type { Weekday } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { readPeriod } from './lengths.ts'
import { ascending, listed, onDays, readPlace } from './places.ts'
import type { Rule } from './rule.ts'
import { type Period, readMonth, readOrdinal, readWeekdays } from './vocabulary.ts'

/** What a phrase is read with: the day it counts from, where known, and the first day of the week. */
interface Reading {
  readonly startDay: number | undefined
  readonly startMonth: number | undefined
  readonly weekStart: Weekday
}

/**
 * Reads how often, without its `every`: `day`, `2 weeks on mon,thu`, `other friday`, `month on the 31st`, `3rd weekday`,
 * `year on 24 dec`, `jan and jul`. Undefined when it is none of these. A month or year that says no day has that of `start`.
 */
export function readPhrase(
  phrase: string,
  start: string | undefined,
  { weekStart }: Pick<Clock, 'weekStart'>,
): Rule | undefined {
  const [startMonth, startDay] = start === undefined ? [] : [Number(start.slice(5, 7)), Number(start.slice(8, 10))]
  const reading = { startDay, startMonth, weekStart }
  return readPeriodic(phrase, reading) ?? readBare(phrase, reading)
}

/** A period, and where in it: `2 weeks on mon`. */
function readPeriodic(phrase: string, reading: Reading): Rule | undefined {
  const [, often = phrase, where] = /^(.+?) (?:on|in) (.+)$/.exec(phrase) ?? []
  const period = readPeriod(often)
  return period && within(period, where, reading)
}

function within(period: Period, where: string | undefined, reading: Reading): Rule | undefined {
  if (where === undefined) return fromStart(period, reading)
  if (period.freq === 'weekly') return onWeekdays(period, where, reading)
  const { interval } = period
  if (period.freq === 'monthly') {
    const place = readPlace(where)
    return place && { freq: 'monthly', interval, ...place, weekStart: 1 }
  }
  return period.freq === 'yearly' ? inYear(where, interval, reading) : undefined
}

/** A period whose day is that of the start; at the end of a month that keeps its anchor. */
function fromStart({ freq, interval }: Period, { startDay = 1, startMonth = 1, weekStart }: Reading): Rule {
  const plain: Rule = { freq, interval, weekStart: freq === 'weekly' && interval > 1 ? weekStart : 1 }
  if (freq === 'monthly' && startDay > 28) return { ...plain, ...onDays([startDay]) }
  if (freq === 'yearly' && startMonth === 2 && startDay > 28) return { ...plain, byMonth: [2], ...onDays([29], [2]) }
  return plain
}

/** Words that name no period: weekdays, days of the month, days and months of the year. */
function readBare(phrase: string, reading: Reading): Rule | undefined {
  const other = phrase.startsWith('other ')
  const weekly = onWeekdays({ freq: 'weekly', interval: other ? 2 : 1 }, phrase.replace(/^(?:other|on) /, ''), reading)
  if (weekly !== undefined) return weekly
  const where = phrase.replace(/^(?:on|in) /, '').replace(/ (?:of|in) (?:the|every|each) month$/, '')
  const place = readPlace(where)
  if (place !== undefined) return { freq: 'monthly', interval: 1, ...place, weekStart: 1 }
  return inYear(where, 1, reading)
}

/** `mon,thu`, `weekdays`, `the weekend`. */
function onWeekdays({ freq, interval }: Period, phrase: string, { weekStart }: Reading): Rule | undefined {
  const days = listed(phrase).map(readWeekdays)
  if (days.length === 0 || days.includes(undefined)) return undefined
  const byDay = ascending(days.flatMap((some) => some!)).map((day) => ({ day }))
  return { freq, interval, byDay, weekStart: interval > 1 ? weekStart : 1 }
}

/** `24 dec`, `march 1st`, `jan and jul`, `last monday of may`. */
function inYear(phrase: string, interval: number, { startDay }: Reading): Rule | undefined {
  const [where, of] = phrase.split(/ (?:of|in) /) as [string, string?]
  const words = listed(of ?? where)
  const months = words.map(readMonth).filter((month) => month !== undefined)
  const days = words.map(dayNamed).filter((day) => day !== undefined)
  if (months.length === 0 || months.length + days.length !== words.length) return undefined
  const byMonth = ascending(months)
  if (of !== undefined) {
    const place = days.length === 0 ? readPlace(where, byMonth) : undefined
    return place && yearly(byMonth, place, interval)
  }
  if (days.length > 0) {
    if (months.length > 1 && days.length > 1) return undefined
    return yearly(byMonth, onDays(days, byMonth), interval)
  }
  const place = startDay === undefined || startDay <= 28 ? {} : onDays([startDay], byMonth)
  return yearly(byMonth, place.bySetPos === undefined ? {} : place, interval)
}

function dayNamed(word: string): number | undefined {
  const day = /^\d{1,2}$/.test(word) ? Number(word) : readOrdinal(word)
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined
}

/** Positions count within the month, so rules that choose by them in several months of a year go by months. */
function yearly(byMonth: number[], place: Pick<Rule, 'byDay' | 'byMonthDay' | 'bySetPos'>, interval: number): Rule {
  const byMonths = place.bySetPos !== undefined && byMonth.length > 1
  if (byMonths && interval > 1)
    throw new Failure('usage', 'such days of several months go with every year only', 'one month, or every year')
  return { freq: byMonths ? 'monthly' : 'yearly', interval, byMonth, ...place, weekStart: 1 }
}
