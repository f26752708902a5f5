import type { Db } from '../../db/handles.ts'
import { type Rolled, rollUp } from '../../domain/tree.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { subtreeOf } from '../../repositories/subtasks.ts'
import { type Task, takeTasks, withIds } from '../../repositories/tasks.ts'
import { trackedSeconds } from '../../repositories/time-totals.ts'

/** A task in its tree, with what it and all below it come to. */
export type Branch = Rolled<Task & { readonly tracked_seconds: number }>

/** These tasks and all below them, each under its parent, siblings in the usual order. */
export async function branchesFrom(db: Db, tops: readonly number[], clock: Clock): Promise<Branch[]> {
  const where = withIds(await subtreeOf(db, tops))
  const tasks = await takeTasks(db, { where, sort: [], clock })
  const ids = tasks.map(({ id }) => id)
  const tracked = await trackedSeconds(db, ids, clock.now)
  return rollUp(tasks.map((task) => ({ ...task, tracked_seconds: tracked.get(task.id) ?? 0 })))
}
