import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import { following } from '../domain/recurrence/following.ts'
import type { Clock } from '../domain/when/clock.ts'
import { shift } from '../domain/when/shift.ts'
import type { RecurringTask } from '../repositories/recurring-tasks.ts'
import { openSubtasks } from '../repositories/subtasks.ts'
import { getTasks } from '../repositories/tasks.ts'
import { cancelTasks, type StatusChange } from './change-status.ts'
import { moveReminders } from './keep-reminders.ts'
import { headsOf } from './tasks-below.ts'

/** Open occurrences that were moved on to their next date, and those that had none and were cancelled. */
export interface Skipped {
  readonly moved: readonly { readonly id: number; readonly from: string | null; readonly to: string }[]
  readonly over: StatusChange
}

/**
 * Moves open occurrences to their next date, in place; their open subtasks and the day until which they wait move as far.
 * One that has no further date is cancelled, which ends its repetition.
 */
export async function skipOccurrences(tx: Tx, tasks: readonly RecurringTask[], clock: Clock): Promise<Skipped> {
  const nexts = new Map(tasks.map((task) => [task.id, following(task, clock)]))
  const moving = tasks.filter(({ id }) => nexts.get(id) !== undefined)
  const distances = new Map(moving.map(({ id, due }) => [id, { from: due ?? clock.today, to: nexts.get(id)!.due }]))
  const ids = moving.map(({ id }) => id)
  const below = await openSubtasks(tx, ids)
  const headOf = await headsOf(tx, ids, below)
  const rows = (await getTasks(tx, [...ids, ...below])).map(({ id, due, wait_until, recurrence }) => {
    const distance = distances.get(headOf.get(id) ?? id)!
    const move = (civil: string | null) => (civil === null ? null : shift(civil, distance))
    const next = nexts.get(id) ?? { due: move(due), recurrence }
    return { id, due: next.due, wait_until: move(wait_until), recurrence: next.recurrence }
  })
  await updateEach(tx, rows, clock.now)
  await moveReminders(
    tx,
    rows.map(({ id }) => id),
    clock,
  )
  const spent = tasks.filter(({ id }) => nexts.get(id) === undefined).map(({ id }) => id)
  return {
    moved: moving.map(({ id, due }) => ({ id, from: due, to: nexts.get(id)!.due })),
    over: await cancelTasks(tx, spent, {}, clock),
  }
}
