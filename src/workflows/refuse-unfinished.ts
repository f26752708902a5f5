import type { Db } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { openBlockers } from '../repositories/dependencies.ts'
import { openSubtasks, parentsOf } from '../repositories/subtasks.ts'

/** Refuses to complete tasks while others stand before them, outside of the list: open subtasks, then open blockers; names them and the way past. */
export async function refuseUnfinished(db: Db, ids: readonly number[]): Promise<void> {
  const subtasks = await openSubtasks(db, ids)
  if (subtasks.length > 0) {
    const owner = await ownerOf(db, ids, subtasks[0]!)
    throw new Failure(
      'conflict',
      `task ${owner} has open subtasks: ${listed(subtasks)}`,
      `larry done ${owner} --cascade completes them too, --force leaves them open`,
      { task: owner },
    )
  }
  const blockers = await openBlockers(db, ids)
  const first = blockers[0]?.task_id
  if (first !== undefined) {
    const waits = blockers.filter(({ task_id }) => task_id === first).map(({ depends_on_id }) => depends_on_id)
    throw new Failure(
      'conflict',
      `task ${first} waits for ${listed(waits)}`,
      `finish that first, or larry done ${first} --force`,
      { task: first },
    )
  }
}

/** The one of `ids` a task lies below: the first met on the way up. */
async function ownerOf(db: Db, ids: readonly number[], subtask: number): Promise<number> {
  const given = new Set(ids)
  const parents = await parentsOf(db, [subtask])
  for (let id = parents.get(subtask); id !== undefined; id = parents.get(id)) if (given.has(id)) return id
  return ids[0]!
}

function listed(ids: readonly number[]): string {
  return ids.length > 10 ? `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more` : ids.join(', ')
}
