import type {
  AttachmentRecord,
  CommentRecord,
  ReminderRecord,
  Stamped,
  TaskRecord,
  TimeRecord,
} from '../../domain/records/task-record.ts'
import type { Columns, Value } from '../../repositories/records/stored-rows.ts'

/** How what hangs on a task is taken in. */
export interface BelongingKind<R extends Stamped> {
  readonly table: 'task_comments' | 'task_attachments' | 'time_entries' | 'reminders'
  /** What it is called in a note. */
  readonly one: string
  readonly of: (task: TaskRecord) => readonly R[]
  /** The columns that a file tells; an absent one is not told. */
  readonly told: (record: R) => Readonly<Record<string, Value | undefined>>
  /** What a new row has where nothing is told. */
  readonly usual: Columns
  /** The columns by which one without a uid is known again on its task. */
  readonly known: readonly string[]
  /** The same may well be there twice: when it was made tells these apart. */
  readonly recurs?: true
}

export const comments: BelongingKind<CommentRecord> = {
  table: 'task_comments',
  one: 'comment',
  of: (task) => task.comments ?? [],
  told: ({ body }) => ({ body }),
  usual: {},
  known: ['body'],
  recurs: true,
}

export const attachments: BelongingKind<AttachmentRecord> = {
  table: 'task_attachments',
  one: 'attachment',
  of: (task) => task.attachments ?? [],
  told: ({ sha256, name, size, media_type, description }) => ({ sha256, name, size, media_type, description }),
  usual: { media_type: null, description: null },
  known: ['sha256', 'name'],
}

export const entries: BelongingKind<TimeRecord> = {
  table: 'time_entries',
  one: 'time entry',
  of: (task) => task.time ?? [],
  told: ({ started_at, ended_at, note, billable }) => ({
    started_at,
    ended_at,
    note,
    billable: billable === undefined ? undefined : Number(billable),
  }),
  usual: { note: null, billable: 1 },
  known: ['started_at', 'ended_at'],
}

export const reminders: BelongingKind<ReminderRecord> = {
  table: 'reminders',
  one: 'reminder',
  of: (task) => task.reminders ?? [],
  told: reminderColumns,
  usual: {
    message: null,
    before_due_minutes: null,
    rule: null,
    status: 'pending',
    fired_at: null,
    snoozed_until: null,
  },
  known: ['civil_at', 'zone', 'before_due_minutes', 'rule'],
}

/** The columns that a file tells of a reminder, of a task or of a message. */
export function reminderColumns(record: ReminderRecord) {
  const { message, at, civil_at, zone, before_due_minutes, rule, status, fired_at, snoozed_until } = record
  return { message, at, civil_at, zone, before_due_minutes, rule, status, fired_at, snoozed_until }
}
