import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isClosed, type Status } from '../../domain/task.ts'
import type { KnownTask } from '../../repositories/records/imported-tasks.ts'
import { notRepeating } from '../../repositories/recurring-tasks.ts'
import type { NewTask } from '../../repositories/task-writes.ts'
import type { Owners } from './name-owners.ts'
import type { Links } from './resolve-links.ts'

/** What a task in a file is linked to and belongs to, found. */
export interface Found {
  readonly owners: Owners
  readonly links: Links
}

/** Those columns of a task that a file tells; what follows from them is told with them. `here` is the task as it is stored, where it is. */
export function toldColumns(
  record: TaskRecord,
  { owners, links }: Found,
  now: string,
  here?: KnownTask,
): Partial<NewTask> {
  const { title, priority, due, wait_until, estimate_minutes, progress, notes, source } = record
  const { recurrence_paused_at, series_uid } = record
  const told = {
    title,
    ...statusColumns(record, now, here),
    priority,
    due,
    wait_until,
    estimate_minutes,
    ...(progress !== undefined && { progress }),
    notes,
    ...owners,
    parent_id: links.parent_id,
    recurrence_paused_at,
    // A task that repeats has a series, whatever the file says.
    series_uid: series_uid ?? undefined,
    ...recurrenceColumns(record, here),
    source: source === null ? undefined : source,
    extra: extraText(record, here),
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

/** A closed task was completed when the file says, else when it last changed; one that is begun and tells not when, likewise. */
function statusColumns({ status, started_at, completed_at, ...record }: TaskRecord, now: string, here?: KnownTask) {
  const lastChange = record.updated_at ?? record.created_at ?? now
  if (status === undefined) return { started_at }
  const done = completed_at ?? here?.completed_at ?? lastChange
  return {
    status,
    started_at: started_at ?? startedWith(status, started_at, here, lastChange),
    completed_at: isClosed(status) ? done : null,
    ...(status === 'done' && here === undefined && { progress: 100 }),
  }
}

function startedWith(status: Status, told: string | null | undefined, here: KnownTask | undefined, lastChange: string) {
  return told === undefined && status === 'in-progress' && (here?.started_at ?? null) === null ? lastChange : told
}

/** The fields of other programs: those of the formats that the file tells, and those of others that are here. */
function extraText({ extra }: TaskRecord, here?: KnownTask): string | null | undefined {
  if (extra === undefined || extra === null) return extra
  const own: unknown = JSON.parse(here?.extra ?? '{}')
  // Whoever writes into the file by other means may have left anything there.
  const others = typeof own === 'object' && !Array.isArray(own) ? own : {}
  return JSON.stringify(
    Object.fromEntries(Object.entries({ ...others, ...extra }).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}

/** A rule counts from its anchor, else from the due date; without a rule nothing is left of the repetition. */
function recurrenceColumns(record: TaskRecord, here?: KnownTask) {
  const { recurrence, recurrence_anchor, recurrence_exceptions } = record
  if (recurrence === null) return notRepeating
  const mode = record.recurrence_mode ?? here?.recurrence_mode ?? 'schedule'
  return {
    recurrence_anchor,
    recurrence_exceptions,
    ...(recurrence !== undefined && { recurrence, recurrence_mode: mode }),
    ...(recurrence !== undefined &&
      recurrence_anchor === undefined &&
      (here?.recurrence ?? null) === null && { recurrence_anchor: record.due === undefined ? here?.due : record.due }),
  }
}

/** A new task without what the file does not tell: as `add` would have made it. */
export const usual = {
  notes: null,
  status: 'todo',
  priority: 'medium',
  due: null,
  wait_until: null,
  estimate_minutes: null,
  progress: 0,
  parent_id: null,
  project_id: null,
  client_id: null,
  ...notRepeating,
  started_at: null,
  completed_at: null,
  source: null,
  extra: null,
} as const satisfies Omit<NewTask, 'title'>
