import type { Urgency, UrgencyTerms } from '../../domain/urgency.ts'
import {
  boolean,
  bytes,
  civil,
  instant,
  integer,
  listOf,
  minutes,
  nullable,
  number,
  objectOf,
  percent,
  seconds,
  type Types,
  text,
  uid,
} from '../../output/types.ts'
import type { AttachedFile } from '../../repositories/attachments.ts'
import type { Comment } from '../../repositories/comments.ts'
import type { Reminder } from '../../repositories/reminders.ts'
import type { Task, TaskLine } from '../../repositories/tasks.ts'
import { commentView } from '../comment/view.ts'
import { reminderTypes } from '../remind/view.ts'
import { taskTypes } from './view.ts'

/** A task with everything about it. */
export interface Detail extends Task {
  /** Null for a finished one. */
  readonly urgency: Urgency | null
  readonly subtasks: readonly TaskLine[]
  readonly comments: readonly Comment[]
  readonly attachments: readonly AttachedFile[]
  readonly reminders: readonly Reminder[]
  readonly time: TimeSpent
  /** The civil date or time the rule counts from. */
  readonly recurrence_anchor: string | null
  /** Civil dates or times that are left out. */
  readonly recurrence_exceptions: readonly string[]
  readonly recurrence_paused_at: string | null
  /** One for all occurrences; the uid of the first. */
  readonly series_uid: string | null
  /** When an open task that repeats by the calendar comes after this; three of the dates. */
  readonly next_dates: readonly string[]
}

/** What was worked and is planned, for the task itself and with all below it. */
export interface TimeSpent {
  readonly tracked_seconds: number
  readonly running: boolean
  readonly tracked_total: number
  /** Minutes; null where nobody estimated any. */
  readonly estimate_total: number | null
  /** Percent of the tasks at the ends of its branches that are done. */
  readonly progress_total: number
}

/** That in JSON. */
export const detailTypes: Types<Detail> = {
  ...taskTypes,
  urgency: nullable(
    objectOf<Urgency>({
      total: number,
      terms: objectOf<UrgencyTerms>({
        priority: number,
        due: number,
        blocking: number,
        blocked: number,
        active: number,
        tags: number,
        age: number,
      }),
    }),
  ),
  subtasks: listOf(objectOf<TaskLine>({ id: integer, title: text, status: taskTypes.status, due: taskTypes.due })),
  comments: listOf(objectOf(commentView.types)),
  attachments: listOf(
    objectOf<AttachedFile>({
      id: integer,
      name: text,
      size: bytes,
      media_type: nullable(text),
      description: nullable(text),
      sha256: text,
      created_at: instant,
    }),
  ),
  reminders: listOf(objectOf(reminderTypes)),
  time: objectOf<TimeSpent>({
    tracked_seconds: seconds,
    running: boolean,
    tracked_total: seconds,
    estimate_total: nullable(minutes),
    progress_total: percent,
  }),
  recurrence_anchor: nullable(civil),
  recurrence_exceptions: listOf(civil),
  recurrence_paused_at: nullable(instant),
  series_uid: nullable(uid),
  next_dates: listOf(civil),
}
