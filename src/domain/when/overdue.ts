import type { Clock } from './clock.ts'

/**
 * What a due date is measured against: a day is over when the next has begun, a moment when it has passed (spec part 5,
 * Overdue). A due below its limit is overdue; the filter's SQL compares with the same two values.
 */
export function overdueBelow(length: 'day' | 'moment', { today, civilNow }: Clock): string {
  return length === 'day' ? today : civilNow
}

/** True for a civil due date that has gone by. */
export function isPast(due: string, clock: Clock): boolean {
  return due < overdueBelow(due.length === 10 ? 'day' : 'moment', clock)
}
