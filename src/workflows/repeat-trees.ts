import type { Tx } from '../db/handles.ts'
import type { Following } from '../domain/recurrence/following.ts'
import { seriesOf } from '../domain/recurrence/series.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type Distance, distanceTo, shiftOptional } from '../domain/when/shift.ts'
import { type RecurringTask, recurringOf, startSeries } from '../repositories/recurring-tasks.ts'
import { subtreeOf } from '../repositories/subtasks.ts'
import type { NewTask } from '../repositories/task-writes.ts'
import { getTasks, type Task } from '../repositories/tasks.ts'
import { copyReminders } from './carry-reminders.ts'
import { anew, copyTasks } from './copy-tasks.ts'
import { headsOf } from './tasks-below.ts'

/** A recurring task to be made anew: when it is due then, and below which task it goes. */
export interface Repeat {
  readonly task: RecurringTask
  readonly next: Following
  readonly parent_id: number | null
}

/**
 * Makes the next occurrence of each: the task with all below it that was not cancelled, to be done anew, dates and
 * reminders as far from the new due date as they were from the old. An inner repetition begins a series of its own, paused if it was.
 * Answers the ids of the occurrences.
 */
export async function repeatTrees(tx: Tx, repeats: readonly Repeat[], clock: Clock): Promise<number[]> {
  const heads = new Map(repeats.map((repeat) => [repeat.task.id, repeat]))
  const below = new Set((await subtreeOf(tx, [...heads.keys()])).filter((id) => !heads.has(id)))
  const headOf = await headsOf(tx, [...heads.keys()], [...below])
  const inner = new Map(latestOnly(await recurringOf(tx, [...below])).map((task) => [task.id, task]))
  const originals = (await getTasks(tx, [...heads.keys(), ...below])).filter(
    ({ id, status, recurrence }) => heads.has(id) || (status !== 'cancelled' && (recurrence === null || inner.has(id))),
  )
  const distanceOf = (id: number) => {
    const { task, next } = heads.get(headOf.get(id) ?? id)!
    return distanceTo(next.due, task.due, clock)
  }
  const toRow = (task: Task) => {
    const repeat = heads.get(task.id)
    const row = shifted(anew(task), distanceOf(task.id))
    return repeat === undefined ? innerRow(row, inner.get(task.id), distanceOf(task.id)) : headRow(row, repeat)
  }
  const rows = new Map(originals.map((task) => [task.id, toRow(task)]))
  const copies = await copyTasks(
    tx,
    { originals, below, toRow: ({ id }) => rows.get(id)!, waitForOthers: false },
    clock.now,
  )
  const begun = [...inner.keys()].flatMap((id) => copies.get(id) ?? [])
  if (begun.length > 0) await startSeries(tx, begun)
  await copyReminders(
    tx,
    originals.map(({ id }) => ({
      from: id,
      to: copies.get(id)!,
      due: rows.get(id)!.due ?? null,
      distance: distanceOf(id),
    })),
    clock,
  )
  return repeats.map(({ task }) => copies.get(task.id)!)
}

/** Of each series the last occurrence, unless it was cancelled, which ended the series. */
function latestOnly(tasks: readonly RecurringTask[]): RecurringTask[] {
  return seriesOf(tasks)
    .map((series) => series.at(-1)!)
    .filter(({ status }) => status !== 'cancelled')
}

function shifted(row: NewTask, distance: Distance): NewTask {
  return { ...row, due: shiftOptional(row.due, distance), wait_until: shiftOptional(row.wait_until, distance) }
}

function headRow(row: NewTask, { task, next, parent_id }: Repeat): NewTask {
  const { recurrence_mode, recurrence_anchor, recurrence_exceptions, series_uid } = task
  return { ...row, ...next, parent_id, recurrence_mode, recurrence_anchor, recurrence_exceptions, series_uid }
}

function innerRow(row: NewTask, task: RecurringTask | undefined, distance: Distance): NewTask {
  if (task === undefined) return row
  const { recurrence, recurrence_mode, recurrence_anchor, recurrence_paused_at } = task
  const repeats = { recurrence, recurrence_mode, recurrence_paused_at }
  return { ...row, ...repeats, recurrence_anchor: shiftOptional(recurrence_anchor, distance) }
}
