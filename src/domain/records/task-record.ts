import type { Priority, Status } from '../task.ts'

/**
 * All a file tells of a task. A key that is absent was not told: a new task has its usual value, one that is here already
 * keeps what it has; null tells that there is none. The keys of `list --json` come first, in their order, then what only
 * files carry. `id`, `project_id`, `client_id`, `parent_id` and `depends_on` are numbers of the file it came from.
 */
export interface TaskRecord {
  readonly kind: 'task'
  readonly id?: number
  readonly uid?: string
  /** Not blank, as `checkTitle` answers it. */
  readonly title: string
  readonly status?: Status
  readonly priority?: Priority
  /** Civil, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as `wait_until`. */
  readonly due?: string | null
  readonly wait_until?: string | null
  readonly estimate_minutes?: number | null
  /** 0 to 100. */
  readonly progress?: number
  readonly tags?: readonly string[]
  /** Names; one that does not exist is made. `client` is the task's own or, with a `client_id` of null, its project's. */
  readonly project?: string | null
  readonly client?: string | null
  readonly project_id?: number | null
  readonly client_id?: number | null
  readonly parent_id?: number | null
  readonly depends_on?: readonly number[]
  readonly notes?: string | null
  /** An RFC 5545 RRULE value, `FREQ=WEEKLY;BYDAY=MO`, and by what the next occurrence is reckoned. */
  readonly recurrence?: string | null
  readonly recurrence_mode?: 'schedule' | 'completion' | null
  /** UTC instants `YYYY-MM-DDTHH:MM:SS.sssZ`, as all that end in `_at`. */
  readonly started_at?: string | null
  readonly completed_at?: string | null
  readonly created_at?: string
  readonly updated_at?: string

  /** Civil: what the rule counts from (DTSTART). */
  readonly recurrence_anchor?: string | null
  /** Civil, joined by commas (EXDATE). */
  readonly recurrence_exceptions?: string | null
  readonly recurrence_paused_at?: string | null
  /** One UUID for all occurrences of a recurring task. */
  readonly series_uid?: string | null
  /** Who the task is where it came from, `todotxt:...`, where that has no UUID: by it the task is known when it comes again. */
  readonly source?: string | null
  /** Fields the reader of a format did not know, under the name of the format, to be given back to it: `{"taskwarrior":{"size":"L"}}`. */
  readonly extra?: Extra | null
  /** The `uid` or `source` of the task above it and of those it waits for; these go before the numbers. */
  readonly parent_uid?: string | null
  readonly depends_on_uids?: readonly string[]
  readonly comments?: readonly CommentRecord[]
  readonly attachments?: readonly AttachmentRecord[]
  readonly time?: readonly TimeRecord[]
  readonly reminders?: readonly ReminderRecord[]
}

/** Fields of other programs: JSON, by format and field. */
export type Extra = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What every row of its own has. */
export interface Stamped {
  readonly id?: number
  readonly uid?: string
  readonly created_at?: string
  readonly updated_at?: string
}

export interface CommentRecord extends Stamped {
  readonly body: string
}

export interface AttachmentRecord extends Stamped {
  /** Of the content, 64 hexadecimal digits. */
  readonly sha256: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly media_type?: string | null
  readonly description?: string | null
  /** The file itself in base64 (RFC 4648 4), where the export was asked for files. */
  readonly content?: string
}

export interface TimeRecord extends Stamped {
  readonly started_at: string
  /** Null for the timer that runs. */
  readonly ended_at: string | null
  readonly note?: string | null
  readonly billable?: boolean
}

/** A reminder of a task, or with a message one that stands by itself. */
export interface ReminderRecord extends Stamped {
  readonly message?: string | null
  readonly at: string
  /** Civil `YYYY-MM-DDTHH:MM`, in `zone`, an IANA name. */
  readonly civil_at: string
  readonly zone: string
  /** Minutes before the due date, with which it moves. */
  readonly before_due_minutes?: number | null
  /** An RFC 5545 RRULE value. */
  readonly rule?: string | null
  readonly status?: 'pending' | 'fired' | 'dismissed'
  readonly fired_at?: string | null
  readonly snoozed_until?: string | null
}
