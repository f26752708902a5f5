/**
 * Civil dates as text: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` for a moment of the day. They carry no offset,
 * so daylight saving cannot move them, and text order is time order (a date-only value before the timed ones of its day).
 */

/** Days of the week as ISO 8601 counts them: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const dayMs = 86_400_000

function toMs(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
}

/** Date.UTC would take the years 0 to 99 for the last century. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day)
}

/** Empty where the calendar ends: no date. */
function fromMs(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** True for a date that exists: `2027-02-29` does not. Years 1 to 9999. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const ms = toMs(text)
  return !Number.isNaN(ms) && fromMs(ms) === text
}

/** True for an hour and minute of the day, `00:00` to `23:59`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** True for `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM` that exist. */
export function isCivil(text: string): boolean {
  return isDate(dayOf(text)) && (text.length === 10 || (text[10] === 'T' && isTime(text.slice(11))))
}

export function dayOf(civil: string): string {
  return civil.slice(0, 10)
}

export function weekdayOf(date: string): Weekday {
  return (((new Date(toMs(date)).getUTCDay() + 6) % 7) + 1) as Weekday
}

export function addDays(date: string, days: number): string {
  return fromMs(toMs(date) + days * dayMs)
}

/** Moves by whole months; a day the target month lacks becomes its last (31 Jan + 1 month = 28 or 29 Feb). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = fromMs(utc(year, month - 1 + months, 1))
  const last = endOfMonth(first)
  return `${first.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`
}

export function endOfMonth(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return fromMs(utc(year, month, 0))
}

/** How many days from one civil date to another, below 0 when that is earlier; a time of them counts for nothing. */
export function daysBetween(from: string, to: string): number {
  return (toMs(to) - toMs(from)) / dayMs
}

/** The first day of the week `date` lies in. */
export function startOfWeek(date: string, weekStart: Weekday): string {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7))
}

/** One minute later, across midnight. */
export function nextMinute(civil: string): string {
  return new Date(Date.parse(`${civil}:00Z`) + 60_000).toISOString().slice(0, 16)
}
