import type { Generated, GeneratedAlways } from 'kysely'
import type { Priority, Status } from '../../domain/task.ts'
import type { Entity } from './entity.ts'

export interface TasksTable extends Entity {
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

export interface TaskTagsTable {
  task_id: number
  tag: string
}

export interface TaskDependenciesTable {
  task_id: number
  depends_on_id: number
}
