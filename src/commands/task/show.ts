import type { ReadContext } from '../../cli/context.ts'
import { reply } from '../../output/view.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import { commentsOf } from '../../repositories/comments.ts'
import { remindersOf } from '../../repositories/reminders.ts'
import { childrenOf } from '../../repositories/subtasks.ts'
import { explainUrgency } from '../../repositories/task-urgency.ts'
import { getTaskLines, getTasks } from '../../repositories/tasks.ts'
import { runningTimer } from '../../repositories/time-entries.ts'
import { oneId } from '../named.ts'
import { branchesFrom } from './branches.ts'
import { type Detail, detailView } from './detail.ts'

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
  }
  const describe = reminders.length === 0 ? undefined : (await import('../remind/describe.ts')).describeMoment
  return reply(detailView(clock, describe), [detail], { one: true })
}
