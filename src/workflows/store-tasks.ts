import type { Tx } from '../db/handles.ts'
import { type Draft, isClosed } from '../domain/task.ts'
import { addDependencies } from '../repositories/dependencies.ts'
import { addTags } from '../repositories/tags.ts'
import { insertTasks, type NewTask } from '../repositories/task-writes.ts'
import { type Resolved, resolveNames } from './resolve-names.ts'

/** Stores drafts in their order; answers the ids and the names of projects that had to be made. */
export async function storeTasks(
  tx: Tx,
  drafts: readonly Draft[],
  now: string,
): Promise<{ ids: number[]; createdProjects: string[] }> {
  const { resolved, created } = await resolveNames(tx, drafts, now)
  const ids = await insertTasks(
    tx,
    drafts.map((draft, i) => toRow(draft, resolved[i]!, now)),
    now,
  )
  await addTags(
    tx,
    drafts.flatMap(({ tags = [] }, i) => tags.map((tag) => ({ task_id: ids[i]!, tag }))),
  )
  await addDependencies(
    tx,
    resolved.flatMap(({ depends = [] }, i) => depends.map((depends_on_id) => ({ task_id: ids[i]!, depends_on_id }))),
  )
  return { ids, createdProjects: created }
}

function toRow(draft: Draft, { project_id, client_id, parent_id }: Resolved, now: string): NewTask {
  const status = draft.status ?? 'todo'
  return {
    title: draft.title,
    notes: draft.notes ?? null,
    status,
    priority: draft.priority ?? 'medium',
    due: draft.due ?? null,
    wait_until: draft.wait_until ?? null,
    estimate_minutes: draft.estimate_minutes ?? null,
    progress: status === 'done' ? 100 : 0,
    parent_id: parent_id ?? null,
    project_id: project_id ?? null,
    client_id: client_id ?? null,
    recurrence: null,
    recurrence_mode: null,
    recurrence_anchor: null,
    series_uid: null,
    started_at: status === 'in-progress' ? now : null,
    completed_at: isClosed(status) ? now : null,
    source: null,
    extra: null,
  }
}
