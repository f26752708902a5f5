import { addDays, dayOf, weekdayOf } from './civil.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tue 24 Nov`, with the year when it is not this one. */
function shortDay(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const text = `${weekdays[weekdayOf(date) - 1]} ${day} ${months[month - 1]}`
  return date.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${year}`
}

/** A civil date or time for a sentence: `tomorrow (Tue 24 Nov)`, `Fri 27 Nov 14:00`. */
export function describeWhen(civil: string, today: string): string {
  const date = dayOf(civil)
  const time = civil.length > 10 ? ` ${civil.slice(11)}` : ''
  const near = [addDays(today, -1), today, addDays(today, 1)].indexOf(date)
  const day = shortDay(date, today)
  return near < 0 ? `${day}${time}` : `${['yesterday', 'today', 'tomorrow'][near]}${time} (${day})`
}

/** A civil date or time in full: `Sat 28 Nov 2026`, `Fri 27 Nov 2026 14:00`. */
export function fullWhen(civil: string): string {
  return shortDay(dayOf(civil), '') + (civil.length > 10 ? ` ${civil.slice(11)}` : '')
}
