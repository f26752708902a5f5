import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import { idsOf } from '../domain/ids-of.ts'
import { type Following, following } from '../domain/recurrence/following.ts'
import type { Clock } from '../domain/when/clock.ts'
import { distanceTo, shiftOptional } from '../domain/when/shift.ts'
import { type RecurringTask, recurringOf } from '../repositories/recurring-tasks.ts'
import { openSubtasks } from '../repositories/subtasks.ts'
import { getTasks } from '../repositories/tasks.ts'
import { shiftReminders } from './carry-reminders.ts'
import { cancelTasks, type StatusChange } from './change-status.ts'
import { moveReminders } from './keep-reminders.ts'
import { headsOf } from './tasks-below.ts'

/** Open occurrences that were moved on to their next date, and those that had none and were cancelled. */
export interface Skipped {
  readonly moved: readonly { readonly id: number; readonly from: string | null; readonly to: string }[]
  readonly over: StatusChange
}

/**
 * Moves open occurrences to their next date, in place; their open subtasks, with the calendars of those that repeat, the day
 * until which they wait and their reminders move as far. One that has no further date is cancelled, which ends its repetition.
 */
export async function skipOccurrences(tx: Tx, tasks: readonly RecurringTask[], clock: Clock): Promise<Skipped> {
  const nexts = new Map(tasks.map((task) => [task.id, following(task, clock)]))
  const moving = tasks.filter(({ id }) => nexts.get(id) !== undefined)
  const moved = moving.map(({ id, due }) => ({ id, from: due, to: nexts.get(id)!.due }))
  await moveTrees(tx, moving, nexts, clock)
  const spent = tasks.filter(({ id }) => nexts.get(id) === undefined)
  return { moved, over: await cancelTasks(tx, idsOf(spent), {}, clock) }
}

/** Gives each its next date and rule, and moves what is open below it as far, with all reminders. */
async function moveTrees(
  tx: Tx,
  heads: readonly RecurringTask[],
  nexts: ReadonlyMap<number, Following | undefined>,
  clock: Clock,
): Promise<void> {
  const below = await openSubtasks(tx, idsOf(heads))
  const ids = [...idsOf(heads), ...below]
  const headOf = await headsOf(tx, idsOf(heads), below)
  const byHead = new Map(heads.map(({ id, due }) => [id, distanceTo(nexts.get(id)!.due, due, clock)]))
  const distances = new Map(ids.map((id) => [id, byHead.get(headOf.get(id) ?? id)!]))
  const anchors = new Map((await recurringOf(tx, ids)).map((task) => [task.id, task.recurrence_anchor]))
  const rows = (await getTasks(tx, ids)).map(({ id, due, wait_until, recurrence }) => {
    const move = (civil: string | null) => shiftOptional(civil, distances.get(id)!)
    const anchor = anchors.get(id) ?? null
    const calendar = byHead.has(id)
      ? { ...nexts.get(id)!, recurrence_anchor: anchor }
      : { due: move(due), recurrence, recurrence_anchor: move(anchor) }
    return { id, wait_until: move(wait_until), ...calendar }
  })
  await updateEach(tx, 'tasks', rows, clock.now)
  await moveReminders(tx, ids, clock)
  await shiftReminders(tx, distances, clock)
}
