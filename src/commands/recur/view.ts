import { daysBetween, weekdayOf } from '../../domain/when/civil.ts'
import { describeDistance, fullWhen } from '../../domain/when/describe.ts'
import { shortDay } from '../../domain/when/names.ts'
import { integer, type Type, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

/** One time a rule comes round, and how many days from today that is. */
interface Occurrence {
  readonly occurs: string
  readonly weekday: string
  readonly days: number
}

/** An occurrence as a row; in JSON a whole one is the time alone. */
export function toRow(occurs: string, today: string): Occurrence & { readonly toJSON: () => string } {
  return {
    occurs,
    weekday: shortDay(weekdayOf(occurs)),
    days: daysBetween(today, occurs),
    toJSON: () => occurs,
  }
}

/** Civil, as all dates of a rule; one that comes round by the second has seconds. */
export const occursType: Type<string> = {
  schema: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?)?$' },
}

/** Occurrences in every format: one time a line. A table says the weekday, and how far away it is. */
export const occurrenceView: View<Occurrence> = {
  singular: 'occurrence',
  plural: 'occurrences',
  types: {
    occurs: occursType,
    weekday: text,
    days: integer,
  },
  columns: ['occurs'],
  id: 'occurs',
  words: { occurs: ({ occurs, days }) => `${fullWhen(occurs)} · ${describeDistance(days)}` },
}
