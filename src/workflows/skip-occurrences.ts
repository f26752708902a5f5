import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import { idsOf } from '../domain/ids-of.ts'
import { skipping } from '../domain/recurrence/following.ts'
import { exceptionsText, leftOutWhenMoved } from '../domain/recurrence/leave-out.ts'
import { requireMinutes } from '../domain/recurrence/to-the-minute.ts'
import type { Clock } from '../domain/when/clock.ts'
import { distanceTo } from '../domain/when/shift.ts'
import type { RecurringTask } from '../repositories/recurring-tasks.ts'
import { cancelTasks, type StatusChange } from './change-status.ts'
import { moveReminders } from './keep-reminders.ts'
import { moveAlong } from './move-trees.ts'

/** Open occurrences that were moved on to their next date, and those that had none and were cancelled. */
export interface Skipped {
  readonly moved: readonly { readonly id: number; readonly from: string | null; readonly to: string }[]
  readonly over: StatusChange
}

/**
 * Moves open occurrences to their next date, in place, with all that belongs to them; the date they had is left out, so that
 * it does not come again where they are moved earlier. One that has no further date is cancelled, which ends its repetition.
 */
export async function skipOccurrences(tx: Tx, tasks: readonly RecurringTask[], clock: Clock): Promise<Skipped> {
  for (const task of tasks) requireMinutes(task)
  const going = tasks.flatMap((task) => {
    const next = skipping(task, clock)
    return next === undefined ? [] : [{ task, next }]
  })
  const rows = going.map(({ task, next }) => ({
    id: task.id,
    ...next,
    recurrence_exceptions: exceptionsText(leftOutWhenMoved(task, next.due, clock)),
  }))
  await updateEach(tx, 'tasks', rows, clock.now)
  const distances = new Map(going.map(({ task, next }) => [task.id, distanceTo(next.due, task.due, clock)]))
  if (going.length > 0) {
    const { tasks: below } = await moveAlong(tx, distances, { dues: new Set(), waits: new Set() }, clock)
    await moveReminders(tx, [...distances.keys(), ...below], clock)
  }
  const spent = tasks.filter(({ id }) => !distances.has(id))
  return {
    moved: going.map(({ task: { id, due }, next }) => ({ id, from: due, to: next.due })),
    over: await cancelTasks(tx, idsOf(spent), {}, clock),
  }
}
