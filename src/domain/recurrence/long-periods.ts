import { dateOf, daySeconds, weekdayOfNumber } from './calendar.ts'
import { dayFilter } from './days.ts'
import { type Moments, momentsOf } from './moments.ts'
import type { Rule } from './rule.ts'
import { spansOf } from './spans.ts'

/** The moments of years, months, weeks and days: the days the rule allows in each, at the times it names or the start has; see `periodsOf`. */
export function* longPeriods(rule: Rule, start: number, from: number): Generator<Moments> {
  const startDay = Math.floor(start / daySeconds)
  const time = start - startDay * daySeconds
  const hours = rule.byHour ?? [Math.floor(time / 3600)]
  const minutes = rule.byMinute ?? [Math.floor(time / 60) % 60]
  const seconds = rule.bySecond ?? [time % 60]
  const isDay = dayFilter(withDaysOf(startDay, rule))
  const { holding, span, cycle } = spansOf(rule, startDay)
  let fruitless = 0
  for (let index = holding(Math.floor(from / daySeconds)); fruitless <= cycle; index++) {
    const within = span(index)
    if (within === undefined) return
    const days = daysWithin(within, isDay)
    const moments = momentsOf({ days, hours, minutes, seconds }, rule.bySetPos)
    fruitless = moments.size === 0 ? fruitless + 1 : 0
    if (moments.size > 0) yield moments
  }
}

function daysWithin([first, last]: readonly [number, number], isDay: (day: number) => boolean): number[] {
  const days: number[] = []
  for (let day = first; day <= last; day++) if (isDay(day)) days.push(day)
  return days
}

/** What a rule leaves unsaid it has from its start: the weekday, the day of the month, the month (RFC 5545 3.3.10). */
function withDaysOf(startDay: number, rule: Rule): Rule {
  const { freq, byWeekNo, byYearDay, byMonthDay, byDay } = rule
  const { month, day } = dateOf(startDay)
  const weekday = [{ day: weekdayOfNumber(startDay) }]
  if (freq === 'daily' || byDay || byMonthDay || byYearDay) return rule
  if (freq === 'weekly' || byWeekNo) return { ...rule, byDay: weekday }
  if (freq === 'monthly') return { ...rule, byMonthDay: [day] }
  return { ...rule, byMonth: rule.byMonth ?? [month], byMonthDay: [day] }
}
