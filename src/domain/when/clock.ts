import type { Weekday } from './civil.ts'

/** A time zone's two questions. Civil times are `YYYY-MM-DDTHH:MM`, instants are UTC `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export interface Zone {
  readonly name: string
  /** The civil time shown at an instant. */
  civilOf(instant: string): string
  /** The instant of a civil date or time; one that does not exist takes the offset before the gap, one that occurs twice is the first (RFC 5545 3.3.5). */
  instantOf(civil: string): string
}

/** The one reading of the clock a run makes, and the calendar it is read by. */
export interface Clock {
  /** UTC instant. */
  readonly now: string
  /** Civil date in the user's zone. */
  readonly today: string
  /** Civil date and time in the user's zone. */
  readonly civilNow: string
  readonly weekStart: Weekday
  readonly zone: Zone
}
