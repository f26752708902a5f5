import { periods } from '../../domain/habit/period.ts'
import { among, date, instant, integer, nullable, number, share, text, uid } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Habit } from '../../repositories/habit-standings.ts'

/** Habits in every format. */
export const habitView: View<Habit> = {
  singular: 'habit',
  plural: 'habits',
  types: {
    id: integer,
    uid,
    name: text,
    status: among(['active', 'planned', 'ended', 'archived']),
    period: among(periods),
    target: number,
    unit: nullable(text),
    starts_on: date,
    ends_on: nullable(date),
    archived_at: nullable(instant),
    done_this_period: number,
    current_streak: integer,
    longest_streak: integer,
    rate: nullable(share),
    last_on: nullable(date),
    created_at: instant,
    updated_at: instant,
  },
  columns: ['id', 'period', 'target', 'done_this_period', 'current_streak', 'rate', 'name'],
  id: 'id',
  words: {
    target: ({ target, unit }) => (unit === null ? String(target) : `${target} ${unit}`),
    rate: ({ rate }) => showRate(rate),
  },
  tone: (habit, key) => {
    if (habit.status === 'archived' || habit.status === 'ended') return 'quiet'
    if (key === 'done_this_period' && habit.done_this_period >= habit.target) return 'good'
    return key === 'name' ? 'strong' : undefined
  },
}

/** A share as whole percents: `83%`. */
export function showRate(rate: number | null): string {
  return rate === null ? '' : `${Math.round(rate * 100)}%`
}
