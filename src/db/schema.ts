import type { Generated, GeneratedAlways } from 'kysely'
import type { Priority, Status } from '../domain/task.ts'

/** The tables as Kysely sees them: one name for a column in SQL, TypeScript, JSON and CSV. */
export interface Database {
  clients: ClientsTable
  projects: ProjectsTable
  tasks: TasksTable
  task_tags: TaskTagsTable
  task_dependencies: TaskDependenciesTable
  task_comments: TaskCommentsTable
  task_attachments: TaskAttachmentsTable
  time_entries: TimeEntriesTable
  views: ViewsTable
  reminders: RemindersTable
  habits: HabitsTable
  habit_checks: HabitChecksTable
  actions: ActionsTable
  changes: ChangesTable
}

/** Instants are UTC `YYYY-MM-DDTHH:MM:SS.sssZ`; `uid` is a UUIDv7 (RFC 9562 5.7). */
interface Entity {
  id: Generated<number>
  uid: string
  created_at: string
  updated_at: string
}

interface ClientsTable extends Entity {
  name: string
  name_folded: string
  status: Generated<'prospect' | 'active' | 'inactive' | 'archived'>
  email: string | null
  phone: string | null
  /** Integer cents of `currency` for an hour. */
  rate_cents: number | null
  /** ISO 4217 code. */
  currency: string | null
  notes: string | null
}

interface ProjectsTable extends Entity {
  /** A path, `work/site`. */
  name: string
  name_folded: string
  client_id: number | null
  status: Generated<'active' | 'archived'>
  notes: string | null
}

interface TasksTable extends Entity {
  title: string
  notes: string | null
  status: Generated<Status>
  priority: Generated<Priority>
  /** Civil `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as are `wait_until` and `recurrence_anchor`. */
  due: string | null
  wait_until: string | null
  estimate_minutes: number | null
  /** 0 to 100. */
  progress: Generated<number>
  parent_id: number | null
  project_id: number | null
  client_id: number | null
  /** An RFC 5545 RRULE value, `FREQ=WEEKLY;BYDAY=MO`. */
  recurrence: string | null
  /** Whether the next occurrence counts from the calendar or from completion. */
  recurrence_mode: 'schedule' | 'completion' | null
  /** The civil date or time the rule counts from, its DTSTART. */
  recurrence_anchor: string | null
  /** One for all occurrences of a recurring task. */
  series_uid: string | null
  /** Civil dates or times the rule leaves out, joined by commas (its EXDATE). */
  recurrence_exceptions: string | null
  /** While set, closing the occurrence creates no next one. */
  recurrence_paused_at: string | null
  started_at: string | null
  /** Set exactly when the status is done or cancelled. */
  completed_at: string | null
  source: string | null
  /** JSON object of fields an import did not know. */
  extra: string | null
  /** 1 for low to 5 for urgent, computed from `priority` for sorting. */
  priority_rank: GeneratedAlways<number>
}

interface TaskTagsTable {
  task_id: number
  tag: string
}

interface TaskDependenciesTable {
  task_id: number
  depends_on_id: number
}

interface TaskCommentsTable extends Entity {
  task_id: number
  body: string
}

interface TaskAttachmentsTable extends Entity {
  task_id: number
  /** Of the content, 64 hexadecimal digits: the name under which the store has it, once. */
  sha256: string
  /** A file name without folders, at most 255 characters. */
  name: string
  /** Bytes. */
  size: number
  /** RFC 6838, `application/pdf`. */
  media_type: string | null
  description: string | null
}

interface TimeEntriesTable extends Entity {
  task_id: number
  started_at: string
  /** Null for the timer that runs, of which there is one at most. */
  ended_at: string | null
  note: string | null
  /** 1 or 0. */
  billable: Generated<number>
}

/** A saved `task list`: the words of its filter, its `--sort` and its `--fields` as they would be typed. */
interface ViewsTable extends Entity {
  name: string
  filter: string
  sort: string
  columns: string
}

interface RemindersTable extends Entity {
  /** Either a task or a message. */
  task_id: number | null
  message: string | null
  /** The instant it is due, `civil_at` in `zone`. */
  at: string
  /** Civil `YYYY-MM-DDTHH:MM`. */
  civil_at: string
  /** IANA name. */
  zone: string
  /** Civil minutes before the task's due date, with which it moves; null for one that stands by itself. */
  before_due_minutes: number | null
  /** An RFC 5545 RRULE value by which it repeats. */
  rule: string | null
  status: Generated<'pending' | 'fired' | 'dismissed'>
  fired_at: string | null
  snoozed_until: string | null
}

interface HabitsTable extends Entity {
  name: string
  name_folded: string
  period: Generated<'day' | 'week' | 'month'>
  /** How much of `unit`, or how many times, makes a period kept. */
  target: Generated<number>
  unit: string | null
  /** Civil dates, as is `ends_on`. */
  starts_on: string
  ends_on: string | null
  archived_at: string | null
}

interface HabitChecksTable {
  habit_id: number
  /** Civil date. */
  on: string
  /** Of the habit's unit; null counts as 1. */
  amount: number | null
  note: string | null
  /** 1 or 0: a skipped day neither counts nor breaks a streak. */
  skipped: Generated<number>
  created_at: string
  updated_at: string
}

interface ActionsTable {
  id: Generated<number>
  created_at: string
  kind: 'change' | 'undo' | 'redo'
  /** The verb, `task add`. */
  command: string
  /** The command line as typed, a JSON array. */
  arguments: string
  schema_version: number
  /** The undo that took it back; null while it stands. */
  undone_by: number | null
  /** The redo by which it stands again. */
  redone_by: number | null
}

interface ChangesTable {
  id: Generated<number>
  action_id: number
  table_name: string
  /** JSON array of the row's primary key. */
  row_key: string
  /** JSON object of the whole row, null where there was none. */
  before: string | null
  after: string | null
}
