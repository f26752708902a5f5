import { Failure } from '../errors.ts'
import { isDate } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { requireWhen } from '../when/read.ts'

/**
 * Reads what a rule counts from: `1997-09-02T09:00:30`, `19970902T090000`, `19970902`, or a date phrase. A `Z` is kept: it says that
 * the digits, and the rule's UNTIL, are UTC.
 */
export function readStart(text: string, clock: Clock): string {
  const [, year, month, day, hour, minute, second = '00', utc = ''] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(Z?))?$/i.exec(text.trim()) ?? []
  if (year === undefined) return requireWhen(text, clock)
  const date = `${year}-${month}-${day}`
  if (!isDate(date) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second) > 59)
    throw new Failure('usage', `"${text}" is not a date that exists`, 'such as 1997-09-02T09:00 or 19970902T090000')
  if (hour === undefined) return date
  return `${date}T${hour}:${minute}${second === '00' ? '' : `:${second}`}${utc.toUpperCase()}`
}
