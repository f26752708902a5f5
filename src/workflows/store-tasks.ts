import type { Tx } from '../db/handles.ts'
import { chunksOf } from '../db/values.ts'
import { type Draft, isClosed, repeats } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { addDependencies } from '../repositories/dependencies.ts'
import { startSeries } from '../repositories/recurring-tasks.ts'
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
  /** What came next of those that repeat and were done already. */
  readonly next: number[]
}

/** Stores drafts in their order, those that are closed already by the rules of closing. However many there are, few are held at a time. */
export async function storeTasks(tx: Tx, drafts: Iterable<Draft>, clock: Clock): Promise<Stored> {
  const stored: Stored = { ids: [], createdProjects: [], reminders: [], next: [] }
  for (const some of chunksOf(drafts)) {
    const { ids, createdProjects, reminders, next } = await storeSome(tx, some, clock, stored.ids[0])
    stored.ids.push(...ids)
    stored.createdProjects.push(...createdProjects)
    stored.reminders.push(...reminders)
    stored.next.push(...next)
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
  const plain = drafts.map((draft, i) => toRow(draft, resolved[i]!, now))
  const rows = await repeating(drafts, plain, clock)
  const ids = await insertTasks(tx, rows, now)
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
    drafts.flatMap(({ remind }, i) => (remind ? [{ task_id: ids[i]!, due: rows[i]!.due ?? null, remind }] : [])),
    clock,
  )
  const begun = ids.filter((_, i) => repeats(drafts[i]!))
  if (begun.length > 0) await startSeries(tx, begun)
  const next: number[] = []
  for (const status of ['done', 'cancelled'] as const) {
    const closing = ids.filter((_, i) => drafts[i]!.status === status)
    if (closing.length === 0) continue
    const { sequel } = await setStatus(tx, closing, status, clock)
    next.push(...(sequel?.next ?? []))
  }
  return { ids, createdProjects: created, reminders, next }
}

/** The rows with how those repeat whose drafts say so, and when they are due then. */
async function repeating(
  drafts: readonly Draft[],
  rows: readonly NewTask[],
  clock: Clock,
): Promise<readonly NewTask[]> {
  if (!drafts.some(repeats)) return rows
  const { repetitionOf } = await import('./set-recurrence.ts')
  return rows.map((row, i) =>
    repeats(drafts[i]!) ? { ...row, ...repetitionOf(drafts[i]!, row.due ?? null, clock) } : row,
  )
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
    recurrence_exceptions: null,
    series_uid: null,
    started_at: status === 'in-progress' ? now : null,
    completed_at: null,
    source: null,
    extra: null,
  }
}
