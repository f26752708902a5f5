import { Failure, unknown } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { isDate, type Weekday } from '../when/civil.ts'
import type { Zone } from '../when/clock.ts'
import type { DayRule, Frequency } from './rule.ts'

/** How often a rule comes round, from the longest period to the shortest. */
export const frequencies = ['yearly', 'monthly', 'weekly', 'daily', 'hourly', 'minutely', 'secondly'] as const

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A weekday as rules write it: `MO` for 1. */
export function dayCode(day: Weekday): string {
  return dayCodes[day - 1]!
}

/** Reads `WEEKLY`. */
export function readFrequency(value: string): Frequency {
  const freq = frequencies.find((one) => one === value.toLowerCase())
  if (freq !== undefined) return freq
  const names = frequencies.map((one) => one.toUpperCase())
  throw unknown('FREQ', value, names, nearest(value, names))
}

/** Reads INTERVAL or COUNT: a whole number from 1 on, of at most 15 digits. */
export function readNumber(name: string, value: string): number {
  if (!/^\+?0*[1-9]\d{0,14}$/.test(value))
    throw new Failure(
      'usage',
      `${name}=${value} is not a whole number above 0`,
      `such as ${name}=2, of at most 15 digits`,
    )
  return Number(value)
}

interface Bounds {
  readonly from: number
  readonly to: number
  /** The same numbers may be counted from the end, with a minus. */
  readonly signed?: true
}

/** Reads a list such as `1,15,-1`, each number within its bounds; answers it in order, each number once. */
export function readNumbers(name: string, value: string, { from, to, signed }: Bounds): number[] {
  const numbers = value.split(',').map((item) => {
    const number = /^[+-]?\d{1,9}$/.test(item.trim()) ? Number(item) : Number.NaN
    const size = signed ? Math.abs(number) : number
    if (!(size >= from && size <= to))
      throw new Failure(
        'usage',
        `${name}=${item.trim()} is out of range`,
        `${name} is ${from} to ${to}${signed ? `, or -${to} to -${from} from the end` : ''}`,
      )
    return number
  })
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

/** Reads a list such as `MO,2TU,-1FR`; answers it in the order of the week, each once. */
export function readDays(value: string): DayRule[] {
  const days = new Map<string, DayRule>()
  for (const item of value.split(',')) {
    const [, nth, code = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item.trim().toUpperCase()) ?? []
    const at = dayCodes.indexOf(code)
    const place = nth === undefined ? undefined : Number(nth)
    if (at < 0 || place === 0 || Math.abs(place ?? 1) > 53)
      throw new Failure(
        'usage',
        `BYDAY=${item.trim()} is no weekday`,
        `one of ${dayCodes.join(', ')}, or 2MO, -1FR: the second, the last`,
      )
    const day = (at + 1) as Weekday
    days.set(`${place}${code}`, place === undefined ? { day } : { day, nth: place })
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day || (a.nth ?? 0) - (b.nth ?? 0))
}

/** Reads `SU`. */
export function readWeekStart(value: string): Weekday {
  const at = dayCodes.indexOf(value.toUpperCase())
  if (at < 0) throw unknown('WKST', value, dayCodes)
  return (at + 1) as Weekday
}

/** Reads `20270101`, `20270101T090000` or, an instant, `20270101T090000Z`; dashes and colons may stand between. */
export function readUntil(value: string, zone: Zone | undefined): string {
  const [, year, month, day, hour, minute = '00', second = '00', utc] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?$/i.exec(value) ?? []
  const date = `${year}-${month}-${day}`
  if (!isDate(date) || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw new Failure(
      'usage',
      `UNTIL=${value} is not a date that exists`,
      'such as UNTIL=20270131 or UNTIL=20270131T090000Z',
    )
  if (hour === undefined) return date
  if (utc === undefined || zone === undefined) return `${date}T${hour}:${minute}:${second}`
  return `${zone.civilOf(`${date}T${hour}:${minute}:${second}.000Z`)}:${second}`
}
