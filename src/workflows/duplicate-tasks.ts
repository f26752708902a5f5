import type { Db, Tx } from '../db/handles.ts'
import { addDependencies } from '../repositories/dependencies.ts'
import { ancestry, openSubtasks, setParents } from '../repositories/subtasks.ts'
import { addTags } from '../repositories/tags.ts'
import { insertTasks, type NewTask } from '../repositories/task-writes.ts'
import { getTasks, type Task } from '../repositories/tasks.ts'

/**
 * Copies tasks as things to be done anew: with their words, tags and places, without comments, files, hours or
 * progress; `cascade` copies the open tasks below them too. What belongs to or waits for a task that is copied does so
 * for its copy. Answers the copies by the ids of the originals, both ascending.
 */
export async function duplicateTasks(
  tx: Tx,
  ids: readonly number[],
  { cascade }: { readonly cascade: boolean },
  now: string,
): Promise<ReadonlyMap<number, number>> {
  const below = cascade ? await openSubtasks(tx, ids) : []
  const originals = await getTasks(tx, [...ids, ...below])
  const stored = await insertTasks(tx, originals.map(anew), now)
  const copies = new Map(originals.map(({ id }, i) => [id, stored[i]!]))
  await setParents(tx, await innerParents(tx, originals, new Set(below), copies))
  await addTags(
    tx,
    originals.flatMap(({ id, tags }) => tags.map((tag) => ({ task_id: copies.get(id)!, tag }))),
  )
  await addDependencies(
    tx,
    originals.flatMap(({ id, depends_on }) =>
      depends_on.map((on) => ({ task_id: copies.get(id)!, depends_on_id: copies.get(on) ?? on })),
    ),
  )
  return copies
}

/** Where a copy belongs to another: below that of its parent, or of the nearest task above when what lies between is closed. */
async function innerParents(
  db: Db,
  originals: readonly Task[],
  below: ReadonlySet<number>,
  copies: ReadonlyMap<number, number>,
): Promise<{ id: number; parent_id: number }[]> {
  const edges = below.size === 0 ? [] : await ancestry(db, [...below])
  const above = new Map(edges.map(({ id, parent_id }) => [id, parent_id]))
  return originals.flatMap(({ id, parent_id }) => {
    let parent = parent_id ?? undefined
    while (below.has(id) && parent !== undefined && !copies.has(parent)) parent = above.get(parent)
    const copy = parent === undefined ? undefined : copies.get(parent)
    return copy === undefined ? [] : [{ id: copies.get(id)!, parent_id: copy }]
  })
}

/** What a copy takes over from the task itself. */
function anew(task: Task): NewTask {
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
    recurrence: null,
    recurrence_mode: null,
    recurrence_anchor: null,
    series_uid: null,
    started_at: null,
    completed_at: null,
    source: null,
    extra: null,
  }
}
