import type { Db } from '../../db/handles.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import { allOf, notOf } from '../../repositories/task-filter.ts'
import { isDoable, isVisible, stateCondition } from '../../repositories/task-states.ts'
import { type Condition, countTasks, takeTasks, withIds } from '../../repositories/tasks.ts'
import { habitsToDo } from '../habit/to-do.ts'
import { remindersOfToday } from './reminders-today.ts'
import { otherRow, type Section, taskRow } from './today-row.ts'

/** The parts of today's screen in their order, no task in two of the first three nor the one whose timer runs; `rest` is what can be done now and is in none. */
export async function sectionsOfToday(
  db: Db,
  clock: Clock,
  running: number | undefined,
): Promise<{ readonly sections: readonly Section[]; readonly rest: Condition }> {
  const among = [isVisible(clock), ...(running === undefined ? [] : [notOf(withIds([running]))])]
  const [overdue, today, active] = (['overdue', 'due-today', 'active'] as const).map((state) =>
    stateCondition(state, clock),
  ) as [Condition, Condition, Condition]
  return {
    sections: [
      await tasksIn(db, 'overdue', allOf([...among, overdue]), clock),
      await tasksIn(db, 'due today', allOf([...among, today, notOf(overdue)]), clock),
      await tasksIn(db, 'in progress', allOf([...among, active, notOf(overdue), notOf(today)]), clock),
      await remindersOfToday(db, clock),
      await habitsOfToday(db, clock),
    ],
    rest: allOf([...among, isDoable(clock), ...[overdue, today, active].map(notOf)]),
  }
}

async function tasksIn(
  db: Db,
  section: 'overdue' | 'due today' | 'in progress',
  where: Condition,
  clock: Clock,
): Promise<Section> {
  const total = await countTasks(db, where)
  return {
    total,
    async take(limit) {
      const tasks = await takeTasks(db, { where, sort: [], clock, limit })
      return tasks.map((task) => taskRow(task, { section, section_total: total, why: whyOf(task.due, clock) }))
    },
  }
}

function whyOf(due: string | null, { today }: Clock): string {
  return due === null ? '' : `due ${describeWhen(due, today)}`
}

async function habitsOfToday(db: Db, clock: Clock): Promise<Section> {
  const habits = await habitsToDo(db, clock)
  const said = { section: 'habits', section_total: habits.length } as const
  return {
    total: habits.length,
    async take(limit) {
      return habits
        .slice(0, limit)
        .map(({ id, name, missing }) => otherRow(name, { ...said, why: missing, habit_id: id }))
    },
  }
}
