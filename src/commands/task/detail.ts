import { showBytes } from '../../domain/byte-size.ts'
import { showMinutes, showSeconds } from '../../domain/duration.ts'
import type { Urgency } from '../../domain/urgency.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { fullWhen } from '../../domain/when/describe.ts'
import type { View } from '../../output/view.ts'
import type { AttachedFile } from '../../repositories/attachments.ts'
import type { Comment } from '../../repositories/comments.ts'
import type { Reminder } from '../../repositories/reminders.ts'
import type { Task, TaskLine } from '../../repositories/tasks.ts'
import { repetitionWords } from './repetition.ts'
import { widerTaskView } from './view.ts'

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

const repetitionKeys = [
  'recurrence_anchor',
  'recurrence_exceptions',
  'recurrence_paused_at',
  'series_uid',
  'next_dates',
] as const

/** What was worked and is planned, for the task itself and with all below it. */
interface TimeSpent {
  readonly tracked_seconds: number
  readonly running: boolean
  readonly tracked_total: number
  /** Minutes; null where nobody estimated any. */
  readonly estimate_total: number | null
  /** Percent of the tasks at the ends of its branches that are done. */
  readonly progress_total: number
}

/** One task as `task show` has it, lists a line each; `describe` words a reminder, where there are any. */
export function detailView(
  clock: Clock,
  describe: (reminder: Reminder, clock: Clock) => string = ({ at }) => at,
): View<Detail> {
  const local = (instant: string) => clock.zone.civilOf(instant).replace('T', ' ')
  const more = ['urgency', 'subtasks', 'comments', 'attachments', 'reminders', 'time', ...repetitionKeys] as const
  return widerTaskView<Detail>(clock, more, {
    words: {
      recurrence: repetitionWords,
      recurrence_anchor: ({ recurrence_anchor }) => recurrence_anchor?.replace('T', ' ') ?? '',
      recurrence_exceptions: ({ recurrence_exceptions }) => recurrence_exceptions.map(fullWhen).join(', '),
      next_dates: ({ next_dates }) => next_dates.map(fullWhen).join(', '),
      urgency: ({ urgency }) => (urgency === null ? '' : sumOf(urgency)),
      subtasks: ({ subtasks }) => subtasks.map(({ id, title, status }) => `${id} ${title} (${status})`).join('\n'),
      comments: ({ comments }) => comments.map(({ created_at, body }) => `${local(created_at)}  ${body}`).join('\n'),
      attachments: ({ attachments }) => attachments.map(describeFile).join('\n'),
      reminders: ({ reminders }) => reminders.map((one) => `${one.id} ${describe(one, clock)}`).join('\n'),
      time: ({ time, subtasks }) => describeTime(time, subtasks.length > 0),
    },
  })
}

/** `7 contract.pdf (1.2 MiB)`, and what it is. */
function describeFile({ id, name, size, description }: AttachedFile): string {
  return `${id} ${name} (${showBytes(size)})${description === null ? '' : ` · ${description}`}`
}

/** `14.31 = due 9.6 + priority 4 + age 0.71`: what counts, without what does not. */
function sumOf({ total, terms }: Urgency): string {
  const parts = Object.entries(terms).filter(([, value]) => value !== 0)
  if (parts.length === 0) return String(total)
  return `${total} = ${parts.map(([name, value]) => `${name} ${value}`).join(' + ')}`
}

/** `1h05m tracked, running`, and what the subtasks add. */
function describeTime(time: TimeSpent, hasSubtasks: boolean): string {
  const { tracked_seconds: own, tracked_total: total, estimate_total: estimate, progress_total: progress } = time
  const parts = [
    ...(own === 0 ? [] : [`${showSeconds(own)} tracked`]),
    ...(time.running ? ['running'] : []),
    ...(hasSubtasks ? [`with subtasks ${progress}% done`] : []),
    ...(hasSubtasks && total > own ? [`${showSeconds(total)} tracked`] : []),
    ...(hasSubtasks && estimate !== null ? [`${showMinutes(estimate)} estimated`] : []),
  ]
  return parts.join(', ')
}
