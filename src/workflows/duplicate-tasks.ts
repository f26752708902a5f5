import type { Tx } from '../db/handles.ts'
import { type RecurringTask, recurringOf, startSeries } from '../repositories/recurring-tasks.ts'
import { openSubtasks } from '../repositories/subtasks.ts'
import type { NewTask } from '../repositories/task-writes.ts'
import { getTasks, type Task } from '../repositories/tasks.ts'
import { anew, copyTasks } from './copy-tasks.ts'

interface Duplicating {
  /** Copy the open tasks below them too. */
  readonly cascade: boolean
  /** The due date the copies of the named will be given; one that repeats counts from it. */
  readonly due?: string | null | undefined
}

/**
 * Copies tasks as things to be done anew: with their words, tags and places, without comments, files, hours or
 * progress. A copy of a recurring task begins a series of its own. Answers the copies by the ids of the originals, both
 * ascending.
 */
export async function duplicateTasks(
  tx: Tx,
  ids: readonly number[],
  { cascade, due }: Duplicating,
  now: string,
): Promise<ReadonlyMap<number, number>> {
  const below = new Set(cascade ? await openSubtasks(tx, ids) : [])
  const originals = await getTasks(tx, [...ids, ...below])
  const repeating = originals.filter(({ recurrence }) => recurrence !== null).map(({ id }) => id)
  const series = new Map((repeating.length === 0 ? [] : await recurringOf(tx, repeating)).map((one) => [one.id, one]))
  const toRow = (task: Task) => {
    const repeats = series.get(task.id)
    return repeats === undefined ? anew(task) : again(task, repeats, below.has(task.id) ? undefined : due)
  }
  const copies = await copyTasks(tx, { originals, below, toRow, waitForOthers: true }, now)
  if (repeating.length > 0)
    await startSeries(
      tx,
      repeating.map((id) => copies.get(id)!),
    )
  return copies
}

/** A copy that repeats as the task does, from the due date given or else as it counts now. */
function again(task: Task, repeats: RecurringTask, due: string | null | undefined): NewTask {
  const { recurrence, recurrence_mode, recurrence_anchor, recurrence_exceptions } = repeats
  return {
    ...anew(task),
    due: due === undefined ? task.due : due,
    recurrence,
    recurrence_mode,
    recurrence_anchor: due ?? recurrence_anchor,
    recurrence_exceptions,
  }
}
