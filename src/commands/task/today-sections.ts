import type { Db } from '../../db/handles.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { allOf, notOf } from '../../repositories/task-filter.ts'
import { hasNoOpenSubtask, isVisible, stateCondition } from '../../repositories/task-states.ts'
import { type Condition, listTasks, type Task, withIds } from '../../repositories/tasks.ts'

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
    rest: allOf([...among, stateCondition('ready', clock), hasNoOpenSubtask, ...[overdue, today, active].map(notOf)]),
  }
}

/** The first tasks of a section, in the usual order. */
export async function tasksOf(db: Db, where: Condition, limit: number, clock: Clock): Promise<Task[]> {
  const tasks: Task[] = []
  for await (const page of listTasks(db, { where, sort: [], clock, limit })) tasks.push(...page)
  return tasks
}
