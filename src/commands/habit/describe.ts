import { describeGoal } from '../../domain/habit/wording.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import type { Habit } from '../../repositories/habit-standings.ts'

/** What is known of a habit, on one line: `habit 1 "Run" · 3 times a week · until Fri 18 Dec`. */
export function describeHabit(habit: Habit, today: string): string {
  const { id, name, starts_on, ends_on, archived_at } = habit
  return [
    `habit ${id} "${name}"`,
    describeGoal(habit),
    starts_on === today ? null : `${starts_on > today ? 'from' : 'since'} ${describeWhen(starts_on, today)}`,
    ends_on === null ? null : `until ${describeWhen(ends_on, today)}`,
    archived_at === null ? null : 'archived',
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
