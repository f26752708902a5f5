import type { Tx } from '../db/handles.ts'
import { chunksOf } from '../db/values.ts'
import { type Draft, isClosed } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { addDependencies } from '../repositories/dependencies.ts'
import { missingOf } from '../repositories/refs.ts'
import { addTags } from '../repositories/tags.ts'
import { insertTasks, type NewTask } from '../repositories/task-writes.ts'
import { setStatus } from './change-status.ts'
import { addReminders } from './keep-reminders.ts'
import { type Resolved, resolveNames } from './resolve-names.ts'

interface Stored {
  readonly ids: number[]
  /** Names of the projects that had to be made. */
  readonly createdProjects: string[]
  /** The ids of their reminders. */
  readonly reminders: number[]
}

/** Stores drafts in their order, those that are closed already by the rules of closing. However many there are, few are held at a time. */
export async function storeTasks(tx: Tx, drafts: Iterable<Draft>, clock: Clock): Promise<Stored> {
  const stored: Stored = { ids: [], createdProjects: [], reminders: [] }
  for (const some of chunksOf(drafts)) {
    const { ids, createdProjects, reminders } = await storeSome(tx, some, clock, stored.ids[0])
    stored.ids.push(...ids)
    stored.createdProjects.push(...createdProjects)
    stored.reminders.push(...reminders)
  }
  return stored
}

/** `first` is the first of those stored before in this run; a draft cannot refer to them, whichever line it stands on. */
async function storeSome(
  tx: Tx,
  drafts: readonly Draft[],
  clock: Clock,
  first = Number.POSITIVE_INFINITY,
): Promise<Stored> {
  const { now } = clock
  const { resolved, created } = await resolveNames(tx, drafts, now)
  const ahead = resolved
    .flatMap(({ parent_id, depends = [] }) => [parent_id ?? 0, ...depends])
    .filter((id) => id >= first)
  if (ahead.length > 0) throw missingOf(ahead)
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
  const reminders = await addReminders(
    tx,
    drafts.flatMap(({ remind, due = null }, i) => (remind ? [{ task_id: ids[i]!, due, remind }] : [])),
    clock,
  )
  for (const status of ['done', 'cancelled'] as const) {
    const closing = ids.filter((_, i) => drafts[i]!.status === status)
    if (closing.length > 0) await setStatus(tx, closing, status, clock)
  }
  return { ids, createdProjects: created, reminders }
}

function toRow(draft: Draft, { project_id, client_id, parent_id }: Resolved, now: string): NewTask {
  const given = draft.status ?? 'todo'
  const status = isClosed(given) ? 'todo' : given
  return {
    title: draft.title,
    notes: draft.notes ?? null,
    status,
    priority: draft.priority ?? 'medium',
    due: draft.due ?? null,
    wait_until: draft.wait_until ?? null,
    estimate_minutes: draft.estimate_minutes ?? null,
    progress: 0,
    parent_id: parent_id ?? null,
    project_id: project_id ?? null,
    client_id: client_id ?? null,
    recurrence: null,
    recurrence_mode: null,
    recurrence_anchor: null,
    series_uid: null,
    started_at: status === 'in-progress' ? now : null,
    completed_at: null,
    source: null,
    extra: null,
  }
}
