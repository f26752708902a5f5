import type { ReadContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { coming, exceptionsOf } from '../../domain/recurrence/following.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import { commentsOf } from '../../repositories/comments.ts'
import { recurringOf } from '../../repositories/recurring-tasks.ts'
import { remindersOf } from '../../repositories/reminders.ts'
import { childrenOf } from '../../repositories/subtasks.ts'
import { explainUrgency } from '../../repositories/task-urgency.ts'
import { getTaskLines, getTasks, type Task } from '../../repositories/tasks.ts'
import { runningTimer } from '../../repositories/time-entries.ts'
import { oneId } from '../named.ts'
import { branchesFrom } from './branches.ts'
import { detailView } from './detail.ts'
import type { Detail } from './detail-types.ts'

export const answers = oneOf(detailView)

/** Shows one task with everything about it. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const id = await oneId(db, words.join(','))
  const [task] = await getTasks(db, [id])
  const [branch] = await branchesFrom(db, [id], clock)
  const { tracked_seconds, tracked_total, estimate_total, progress_total } = branch!
  const reminders = await remindersOf(db, id)
  const detail: Detail = {
    ...task!,
    urgency: (await explainUrgency(db, [id], clock)).get(id) ?? null,
    subtasks: await getTaskLines(db, await childrenOf(db, id)),
    comments: await commentsOf(db, id),
    attachments: await attachmentsOf(db, id),
    reminders,
    time: {
      tracked_seconds,
      running: (await runningTimer(db))?.task_id === id,
      tracked_total,
      estimate_total,
      progress_total,
    },
    ...(await repetitionDetail(db, task!, clock)),
  }
  const describe = reminders.length === 0 ? undefined : (await import('../remind/describe.ts')).describeMoment
  return reply(detailView(clock, describe), [detail], { one: true })
}

/** How a task repeats beside its rule; an open one that is not paused has dates to come. */
async function repetitionDetail(db: Db, task: Task, clock: Clock) {
  const [recurring] = task.recurrence === null ? [] : await recurringOf(db, [task.id])
  const goesOn = recurring !== undefined && recurring.recurrence_paused_at === null && task.completed_at === null
  return {
    recurrence_anchor: recurring?.recurrence_anchor ?? null,
    recurrence_exceptions: recurring === undefined ? [] : exceptionsOf(recurring),
    recurrence_paused_at: recurring?.recurrence_paused_at ?? null,
    series_uid: recurring?.series_uid ?? null,
    next_dates: goesOn && recurring.recurrence_mode === 'schedule' ? coming(recurring, 3, clock) : [],
  }
}
