import type { Db, Tx } from '../db/handles.ts'
import { addDependencies } from '../repositories/dependencies.ts'
import { notRepeating } from '../repositories/recurring-tasks.ts'
import { parentsOf, setParents } from '../repositories/subtasks.ts'
import { addTags } from '../repositories/tags.ts'
import { insertTasks, type NewTask } from '../repositories/task-writes.ts'
import type { Task } from '../repositories/tasks.ts'

interface Copying {
  readonly originals: readonly Task[]
  /** Those of the originals that are copied because a task above them is. */
  readonly below: ReadonlySet<number>
  readonly toRow: (task: Task) => NewTask
  /** Whether copies wait for the tasks their originals wait for, where those are not copied too. */
  readonly waitForOthers: boolean
}

/**
 * Copies tasks with their tags. What belongs to or waits for a task that is copied does so for its copy. Answers the
 * copies by the ids of the originals, in their order.
 */
export async function copyTasks(
  tx: Tx,
  { originals, below, toRow, waitForOthers }: Copying,
  now: string,
): Promise<ReadonlyMap<number, number>> {
  const stored = await insertTasks(tx, originals.map(toRow), now)
  const copies = new Map(originals.map(({ id }, i) => [id, stored[i]!]))
  await setParents(tx, await innerParents(tx, originals, below, copies))
  await addTags(
    tx,
    originals.flatMap(({ id, tags }) => tags.map((tag) => ({ task_id: copies.get(id)!, tag }))),
  )
  await addDependencies(
    tx,
    originals.flatMap(({ id, depends_on }) =>
      depends_on
        .filter((on) => waitForOthers || copies.has(on))
        .map((on) => ({ task_id: copies.get(id)!, depends_on_id: copies.get(on) ?? on })),
    ),
  )
  return copies
}

/** Where a copy belongs to another: below that of its parent, or of the nearest task above when what lies between is not copied. */
async function innerParents(
  db: Db,
  originals: readonly Task[],
  below: ReadonlySet<number>,
  copies: ReadonlyMap<number, number>,
): Promise<{ id: number; parent_id: number }[]> {
  const above = await parentsOf(db, [...below])
  return originals.flatMap(({ id, parent_id }) => {
    let parent = parent_id ?? undefined
    while (below.has(id) && parent !== undefined && !copies.has(parent)) parent = above.get(parent)
    const copy = parent === undefined ? undefined : copies.get(parent)
    return copy === undefined ? [] : [{ id: copies.get(id)!, parent_id: copy }]
  })
}

/** A task to be done anew, with all that is said of this one and nothing of what was done; it does not repeat. */
export function anew(task: Task): NewTask {
  return {
    title: task.title,
    notes: task.notes,
    status: 'todo',
    priority: task.priority,
    due: task.due,
    wait_until: task.wait_until,
    estimate_minutes: task.estimate_minutes,
    progress: 0,
    parent_id: task.parent_id,
    project_id: task.project_id,
    client_id: task.client_id,
    ...notRepeating,
    started_at: null,
    completed_at: null,
    source: null,
    extra: null,
  }
}
