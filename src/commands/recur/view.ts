import { daysBetween, weekdayOf } from '../../domain/when/civil.ts'
import { describeDistance, fullWhen } from '../../domain/when/describe.ts'
import { shortDay } from '../../domain/when/names.ts'
import type { View } from '../../output/view.ts'

/** One time a rule comes round, and how many days from today that is. In JSON a whole row is the time alone. */
interface Occurrence {
  readonly occurs: string
  readonly weekday: string
  readonly days: number
  readonly toJSON: () => string
}

export function toRow(occurs: string, today: string): Occurrence {
  return {
    occurs,
    weekday: shortDay(weekdayOf(occurs)),
    days: daysBetween(today, occurs),
    toJSON: () => occurs,
  }
}

/** Occurrences in every format: one time a line. A table says the weekday, and how far away it is. */
export const occurrenceView: View<Occurrence> = {
  singular: 'occurrence',
  plural: 'occurrences',
  keys: ['occurs', 'weekday', 'days'],
  columns: ['occurs'],
  id: 'occurs',
  words: { occurs: ({ occurs, days }) => `${fullWhen(occurs)} · ${describeDistance(days)}` },
}
