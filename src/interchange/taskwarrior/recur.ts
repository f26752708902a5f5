import { dayOf } from '../../domain/when/civil.ts'

const names: Readonly<Record<string, string>> = {
  daily: 'FREQ=DAILY',
  day: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  biweekly: 'FREQ=WEEKLY;INTERVAL=2',
  fortnight: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  bimonthly: 'FREQ=MONTHLY;INTERVAL=2',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  semiannual: 'FREQ=MONTHLY;INTERVAL=6',
  yearly: 'FREQ=YEARLY',
  annual: 'FREQ=YEARLY',
  biannual: 'FREQ=YEARLY;INTERVAL=2',
  biyearly: 'FREQ=YEARLY;INTERVAL=2',
}

/** What Taskwarrior 2.6.2 counts by the calendar; `2mo` and `2y` are so many times 30 and 365 days. */
const byCalendar: readonly (readonly [RegExp, string, number])[] = [
  [/^(\d+)m$/, 'MONTHLY', 1],
  [/^P(\d+)M$/, 'MONTHLY', 1],
  [/^(\d+)q$/, 'MONTHLY', 3],
  [/^P(\d+)Y$/, 'YEARLY', 1],
]

const [minute, hour, day] = [60, 3600, 86_400]
const lengths: readonly (readonly [RegExp, number])[] = [
  [/^(seconds?|secs?|s)$/, 1],
  [/^(minutes?|mins?)$/, minute],
  [/^(hours?|hrs?|h)$/, hour],
  [/^(days?|d|weekdays)$/, day],
  [/^(weeks?|wks?|w|sennights?)$/, 7 * day],
  [/^fortnights?$/, 14 * day],
  [/^(months?|mths?|mos?|mnths?)$/, 30 * day],
  [/^(quarters?|qtrs?)$/, 91 * day],
  [/^(years?|yrs?|y)$/, 365 * day],
]

/**
 * Taskwarrior's `recur`, for a task first due on a civil date, as an RFC 5545 rule; undefined for what it does not know either,
 * and for seconds: times are kept to the minute.
 * A month without the day takes its last.
 */
export function ruleOf(recur: string, start: string): string | undefined {
  if (Object.hasOwn(names, recur)) return toMonthsEnd(names[recur]!, start)
  for (const [shape, freq, times] of byCalendar) {
    const count = Number(shape.exec(recur)?.[1] ?? 0) * times
    if (count > 0) return toMonthsEnd(every(freq, count), start)
  }
  const seconds = secondsOf(recur)
  if (seconds === undefined || !Number.isSafeInteger(seconds) || seconds <= 0) return undefined
  if (seconds % day === 0) return every('DAILY', seconds / day)
  if (seconds % hour === 0) return every('HOURLY', seconds / hour)
  return seconds % minute === 0 ? every('MINUTELY', seconds / minute) : undefined
}

function every(freq: string, interval: number): string {
  return `FREQ=${freq}${interval === 1 ? '' : `;INTERVAL=${interval}`}`
}

function toMonthsEnd(rule: string, start: string): string {
  const last = Number(dayOf(start).slice(8))
  if (rule.startsWith('FREQ=YEARLY') && start.slice(5, 10) === '02-29')
    return `${rule};BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1`
  if (!rule.startsWith('FREQ=MONTHLY') || last <= 28) return rule
  const days = [28, 29, 30, 31].filter((one) => one <= last)
  return `${rule};BYMONTHDAY=${days.join(',')};BYSETPOS=-1`
}

/** A length such as `10d`, `2 weeks` or `P1DT12H` (ISO 8601). */
function secondsOf(recur: string): number | undefined {
  const iso = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(recur)
  if (iso !== null) {
    const units = [365 * day, 30 * day, 7 * day, day, hour, minute, 1]
    return units.reduce((sum, unit, at) => sum + unit * Number(iso[at + 1] ?? 0), 0)
  }
  const [, count = '', unit = ''] = /^(\d*) ?([a-z]+)$/.exec(recur) ?? []
  const length = lengths.find(([shape]) => shape.test(unit))?.[1]
  return length === undefined ? undefined : length * Number(count === '' ? 1 : count)
}
