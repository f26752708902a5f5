import type { Clock } from '../../domain/when/clock.ts'
import { allOf, notOf } from '../../repositories/task-filter.ts'
import { isDoable, isVisible, stateCondition } from '../../repositories/task-states.ts'
import { type Condition, withIds } from '../../repositories/tasks.ts'

/** A part of today's screen. */
export interface Section {
  readonly name: 'overdue' | 'due today' | 'in progress'
  readonly where: Condition
}

/** The parts, no task in two of them nor the one whose timer runs; `rest` is what can be done now and is in none. */
export function sectionsOfToday(
  clock: Clock,
  running: number | undefined,
): { readonly sections: readonly Section[]; readonly rest: Condition } {
  const among = [isVisible(clock), ...(running === undefined ? [] : [notOf(withIds([running]))])]
  const [overdue, today, active] = (['overdue', 'due-today', 'active'] as const).map((state) =>
    stateCondition(state, clock),
  ) as [Condition, Condition, Condition]
  return {
    sections: [
      { name: 'overdue', where: allOf([...among, overdue]) },
      { name: 'due today', where: allOf([...among, today, notOf(overdue)]) },
      { name: 'in progress', where: allOf([...among, active, notOf(overdue), notOf(today)]) },
    ],
    rest: allOf([...among, isDoable(clock), ...[overdue, today, active].map(notOf)]),
  }
}
