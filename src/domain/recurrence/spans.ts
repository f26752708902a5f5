import { cycleDays, dateOf, dayNumber, lastDay, weekOf, weekOneOf } from './calendar.ts'
import type { Rule } from './rule.ts'

/** The periods of a rule that are days or longer, numbered from the one the start lies in. */
export interface Spans {
  /** The number of a period that begins at or before a day; those before it end before the day. */
  readonly holding: (day: number) => number
  /** First and last day of a period; undefined where the calendar ends. */
  readonly span: (index: number) => readonly [first: number, last: number] | undefined
  /** After so many periods the calendar is the same again. */
  readonly cycle: number
}

/** The periods of a yearly, monthly, weekly or daily rule that starts on a day. */
export function spansOf(rule: Rule, start: number): Spans {
  if (rule.freq === 'yearly') return years(rule, start)
  if (rule.freq === 'monthly') return months(rule, start)
  const length = rule.freq === 'weekly' ? 7 : 1
  const first = rule.freq === 'weekly' ? weekOf(start, rule.weekStart) : start
  const step = rule.interval * length
  return {
    holding: (day) => Math.floor((day - first) / step),
    span: (index) => withinCalendar(first + index * step, first + index * step + length - 1),
    cycle: cycleDays / length,
  }
}

/** Calendar years; a rule that speaks of weeks has years of whole weeks, which begin and end some days beside them. */
function years({ interval, byWeekNo, weekStart }: Rule, start: number): Spans {
  const first = dateOf(start).year
  const yearStart = (year: number) => (byWeekNo ? weekOneOf(year, weekStart) : dayNumber(year, 1, 1))
  return {
    // The days before week 1 are still those of the year before.
    holding: (day) => Math.floor((dateOf(day).year - (byWeekNo ? 1 : 0) - first) / interval),
    span: (index) => {
      const year = first + index * interval
      return year > 9999 ? undefined : withinCalendar(yearStart(year), yearStart(year + 1) - 1)
    },
    cycle: 400,
  }
}

function months({ interval }: Rule, start: number): Spans {
  const monthOf = (day: number) => {
    const { year, month } = dateOf(day)
    return year * 12 + month - 1
  }
  const firstOf = (month: number) => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1)
  const first = monthOf(start)
  return {
    holding: (day) => Math.floor((monthOf(day) - first) / interval),
    span: (index) => withinCalendar(firstOf(first + index * interval), firstOf(first + index * interval + 1) - 1),
    cycle: 4800,
  }
}

function withinCalendar(first: number, last: number): readonly [number, number] | undefined {
  return first > lastDay ? undefined : [first, Math.min(last, lastDay)]
}
