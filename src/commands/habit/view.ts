import type { View } from '../../output/view.ts'
import type { Habit } from '../../repositories/habit-standings.ts'

/** Habits in every format. */
export const habitView: View<Habit> = {
  singular: 'habit',
  plural: 'habits',
  keys: [
    'id',
    'uid',
    'name',
    'status',
    'period',
    'target',
    'unit',
    'starts_on',
    'ends_on',
    'archived_at',
    'done_this_period',
    'current_streak',
    'longest_streak',
    'rate',
    'last_on',
    'created_at',
    'updated_at',
  ],
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
