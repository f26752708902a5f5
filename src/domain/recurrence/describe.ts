import type { Weekday } from '../when/civil.ts'
import { fullWhen } from '../when/describe.ts'
import { shortDay, shortMonth } from '../when/names.ts'
import { daysMeant } from './places.ts'
import { type Rule, ruleText } from './rule.ts'
import { placeName } from './vocabulary.ts'

const units = {
  yearly: 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
  minutely: 'minute',
  secondly: 'second',
}

/**
 * A rule in words that `readRecurrence` reads as the same rule: `every 2 weeks on Mon and Thu until Fri 1 Jan 2027`, or, counted
 * from completion, `10 days after completion`. A rule there are no words for is its own text.
 */
export function describeRecurrence(rule: Rule, mode: 'schedule' | 'completion'): string {
  const { freq, interval } = rule
  if (mode === 'completion') return `${interval} ${units[freq]}${interval === 1 ? '' : 's'} after completion`
  const often = describeOften(rule)
  if (often === undefined) return ruleText(rule)
  const until = rule.until === undefined ? '' : ` until ${fullWhen(rule.until).replace(/(:\d\d):00$/, '$1')}`
  const count = rule.count === undefined ? '' : ` ${rule.count} ${rule.count === 1 ? 'time' : 'times'}`
  return `${often}${until}${count}`
}

/** How often, or undefined where words cannot say it. */
function describeOften(rule: Rule): string | undefined {
  const { freq, interval, byMonth, byWeekNo, byYearDay, byHour, byMinute, bySecond, until } = rule
  if ([byWeekNo, byYearDay, byHour, byMinute, bySecond].some((list) => list !== undefined)) return undefined
  if (interval > 999_999_999) return undefined
  if (freq === 'secondly' || (until !== undefined && until.length > 10 && !until.endsWith(':00'))) return undefined
  const every = `every ${interval === 1 ? '' : `${interval} `}${units[freq]}${interval === 1 ? '' : 's'}`
  const where = placeOf(rule)
  if (where === undefined) return undefined
  if (byMonth === undefined) {
    if (where === '') return every
    if (freq === 'monthly') return `${every} on the ${where}`
    if (freq !== 'weekly') return undefined
    return interval === 1 ? `every ${where}` : `${every} on ${where.replace(/^week(day|end)$/, '$&s')}`
  }
  if (freq !== 'yearly' && !(freq === 'monthly' && interval === 1 && rule.bySetPos !== undefined && byMonth.length > 1))
    return undefined
  const everyYear = freq === 'yearly' ? every : 'every year'
  const months = joined(byMonth.map(shortMonth))
  const [, date] = /^(\d+)[a-z]+$/.exec(where) ?? []
  if (date !== undefined && byMonth.length === 1) return `${everyYear} on ${date} ${months}`
  return where === '' ? `${everyYear} in ${months}` : `${everyYear} on the ${where} of ${months}`
}

/** Where in its week or month a rule falls: `Mon and Thu`, `31st`, `last Fri`, `1st weekday`; empty when it does not say. */
function placeOf({ freq, byMonthDay, byDay, bySetPos, byMonth }: Rule): string | undefined {
  if (byMonthDay !== undefined) {
    const days = byDay === undefined ? daysMeant({ byMonthDay, ...(bySetPos && { bySetPos }) }, byMonth) : undefined
    return days && joined(days.map((day) => (day < 0 ? `${placeName(day)} day` : placeName(day))))
  }
  if (byDay === undefined) return bySetPos === undefined ? '' : undefined
  const days = byDay.map(({ day }) => day)
  if (bySetPos !== undefined) {
    const nthWorkday =
      freq !== 'weekly' &&
      !byDay.some(({ nth }) => nth !== undefined) &&
      isWorkdays(days) &&
      bySetPos.every((place) => Math.abs(place) <= 23)
    return nthWorkday ? `${joined(bySetPos.map(placeName))} weekday` : undefined
  }
  if (freq !== 'weekly') {
    if (freq === 'yearly' && byMonth === undefined) return undefined
    return byDay.some(({ nth }) => nth === undefined || Math.abs(nth) > 5)
      ? undefined
      : joined(byDay.map(({ day, nth }) => `${placeName(nth!)} ${shortDay(day)}`))
  }
  if (isWorkdays(days)) return 'weekday'
  return days.join() === '6,7' ? 'weekend' : joined(days.map(shortDay))
}

function isWorkdays(days: readonly Weekday[]): boolean {
  return days.join() === '1,2,3,4,5'
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
