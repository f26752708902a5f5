import { counted } from '../counted.ts'
import { dayOf, daysBetween, weekdayOf } from './civil.ts'
import { shortDay, shortMonth } from './names.ts'

/** `Tue 24 Nov`, with the year when it is not this one. */
function shortDate(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const text = `${shortDay(weekdayOf(date))} ${day} ${shortMonth(month)}`
  return date.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${year}`
}

/** A civil date or time for a sentence: `tomorrow (Tue 24 Nov)`, `Fri 27 Nov 14:00`. */
export function describeWhen(civil: string, today: string): string {
  const date = dayOf(civil)
  const time = civil.length > 10 ? ` ${civil.slice(11)}` : ''
  const near = nearDay(daysBetween(today, date))
  const day = shortDate(date, today)
  return near === undefined ? `${day}${time}` : `${near}${time} (${day})`
}

/** A civil date or time in full: `Sat 28 Nov 2026`, `Fri 27 Nov 2026 14:00`. */
export function fullWhen(civil: string): string {
  return shortDate(dayOf(civil), '') + (civil.length > 10 ? ` ${civil.slice(11)}` : '')
}

/** How far away a day is, by the days from today to it: `tomorrow`, `in 31 days`, `2 days ago`. */
export function describeDistance(days: number): string {
  return nearDay(days) ?? (days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`)
}

function nearDay(days: number): string | undefined {
  return ['yesterday', 'today', 'tomorrow'][days + 1]
}
