import { showBytes } from '../../domain/byte-size.ts'
import { showMinutes, showSeconds } from '../../domain/duration.ts'
import type { Urgency } from '../../domain/urgency.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { fullWhen } from '../../domain/when/describe.ts'
import type { View } from '../../output/view.ts'
import type { AttachedFile } from '../../repositories/attachments.ts'
import type { Reminder } from '../../repositories/reminders.ts'
import { type Detail, detailTypes, type TimeSpent } from './detail-types.ts'
import { repetitionWords } from './repetition.ts'
import { widerTaskView } from './view.ts'

/** One task as `task show` has it, lists a line each; `describe` words a reminder, where there are any. */
export function detailView(
  clock: Clock,
  describe: (reminder: Reminder, clock: Clock) => string = ({ at }) => at,
): View<Detail> {
  const local = (moment: string) => clock.zone.civilOf(moment).replace('T', ' ')
  return widerTaskView<Detail>(clock, {
    types: detailTypes,
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
