import { daysBetween } from '../../domain/recurrence/calendar.ts'
import { dayOf } from '../../domain/when/civil.ts'
import { fullWhen } from '../../domain/when/describe.ts'
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
    weekday: fullWhen(occurs).slice(0, 3),
    days: daysBetween(today, dayOf(occurs)),
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
  words: { occurs: ({ occurs, days }) => `${fullWhen(occurs)} · ${away(days)}` },
}

function away(days: number): string {
  if (days === 0) return 'today'
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
