import type { Tx } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { idsOf } from '../domain/ids-of.ts'
import { isClosed, reopenedStatus } from '../domain/task.ts'
import { type Beside, openBeside, touchedSince } from '../repositories/recurring-tasks.ts'
import { subtreeOf } from '../repositories/subtasks.ts'
import { deleteTasks, updateTasks } from '../repositories/task-writes.ts'
import { getTaskLines, standingOf, type TaskLine, withRecurrence } from '../repositories/tasks.ts'
import type { StatusChange } from './change-status.ts'

/** The tasks taken up again, and the occurrences that had come next and are gone again. */
export type Reopening = StatusChange & { readonly takenBack: readonly TaskLine[] }

/**
 * Takes closed tasks up again: to do, or in progress if work had begun. Open ones are left as they are. Of a recurring task
 * the occurrence that came next is taken back; when somebody worked on it already that is a conflict.
 */
export async function reopenTasks(tx: Tx, ids: readonly number[], now: string): Promise<Reopening> {
  const given = await standingOf(tx, ids)
  const closed = given.filter((task) => isClosed(task.status))
  const takenBack = await takeBack(tx, await withRecurrence(tx, idsOf(closed)))
  const changed: number[] = []
  for (const status of ['todo', 'in-progress'] as const) {
    const some = closed.filter((task) => reopenedStatus(task.started_at) === status)
    changed.push(...(await updateTasks(tx, idsOf(some), { status, progress: 0, completed_at: null }, now)))
  }
  const already = idsOf(given.filter((task) => !isClosed(task.status)))
  return { changed, already, unblocked: [], takenBack }
}

/** Removes what came after closed occurrences that are to be open again, so that one of each series is. */
async function takeBack(tx: Tx, closed: readonly number[]): Promise<TaskLine[]> {
  if (closed.length === 0) return []
  const beside = await openBeside(tx, closed)
  refuseTwoOfOne(beside)
  // One that is younger, but was there before this one was closed, was missed and caught up with: it may stay.
  const before = beside.find(
    ({ open, came_after, open_first }) => open !== null && came_after === 0 && open_first === 1,
  )
  if (before !== undefined) throw stillOpen(before.closed, before.open!)
  const successors = beside
    .filter(({ came_after }) => came_after === 1)
    .map(({ open, closed: from }) => ({ id: open!, from }))
  if (successors.length === 0) return []
  const [touched] = await touchedSince(tx, successors)
  if (touched !== undefined) throw stillOpen(successors.find(({ id }) => id === touched)!.from, touched)
  const ids = idsOf(successors)
  const lines = await getTaskLines(tx, ids)
  await deleteTasks(tx, await subtreeOf(tx, ids))
  return lines
}

function refuseTwoOfOne(beside: readonly Beside[]): void {
  const first = new Map<string, number>()
  for (const { series_uid, closed } of beside) {
    const other = first.get(series_uid) ?? closed
    if (other !== closed)
      throw new Failure('conflict', `tasks ${other} and ${closed} are occurrences of one recurring task`, 'reopen one')
    first.set(series_uid, closed)
  }
}

function stillOpen(closed: number, open: number): Failure {
  return new Failure(
    'conflict',
    `task ${open}, another occurrence of task ${closed}, is open`,
    `finish or remove task ${open} first; a recurring task has one open occurrence`,
  )
}
