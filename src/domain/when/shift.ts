import { addDays, dayOf, daysBetween } from './civil.ts'
import type { Clock } from './clock.ts'

/** How far it is from one civil date or time to another. */
export interface Distance {
  readonly from: string
  readonly to: string
}

/** How far it is to the next due date; from today where there was none. */
export function distanceTo(next: string, due: string | null, { today }: Pick<Clock, 'today'>): Distance {
  return { from: due ?? today, to: next }
}

/** As `shift`; a date there is not stays away. */
export function shiftOptional(civil: string | null | undefined, distance: Distance): string | null {
  return civil == null ? null : shift(civil, distance)
}

/**
 * A civil date or time moved as far as `to` is from `from`: a day by days, a time by minutes on the wall clock, or by days
 * too where one of the two ends is a day.
 */
export function shift(civil: string, { from, to }: Distance): string {
  if (civil.length > 10 && from.length > 10 && to.length > 10) return movedTime(civil, timeMs(to) - timeMs(from))
  return addDays(dayOf(civil), daysBetween(from, to)) + civil.slice(10)
}

function movedTime(civil: string, ms: number): string {
  return new Date(timeMs(civil) + ms).toISOString().slice(0, 16)
}

function timeMs(civil: string): number {
  return Date.parse(`${civil}Z`)
}
