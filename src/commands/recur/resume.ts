import type { WriteContext } from '../../cli/context.ts'
import { closedTask } from '../../domain/closed-task.ts'
import { idsOf } from '../../domain/ids-of.ts'
import { rowsOf } from '../../output/answers.ts'
import { resumeSeries } from '../../workflows/pause-series.ts'
import { changedReply } from '../task/changed-reply.ts'
import { nameTasks } from '../task/describe.ts'
import { describeSequel } from '../task/sequel.ts'
import { taskView } from '../task/view.ts'
import { recurringNamed } from './recurring.ts'

export const answers = rowsOf(taskView)

/** Lets paused tasks repeat again, unless they were cancelled; what was done meanwhile comes next at once. Rows: the resumed, then what came next. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock } = context
  const tasks = await recurringNamed(context, words)
  const given = tasks.find(({ status }) => status === 'cancelled')
  if (given !== undefined) throw closedTask(given)
  const { resumed, sequel } = await resumeSeries(db, tasks, clock)
  const already = idsOf(tasks.filter((task) => task.recurrence_paused_at === null))
  const sentences = [
    ...(resumed.length === 0 ? [] : [`Resumed ${await nameTasks(db, resumed)}`]),
    ...(already.length === 0 ? [] : [`Not paused: ${await nameTasks(db, already)}`]),
    ...(await describeSequel(db, sequel, clock)),
  ]
  return changedReply(context, [...resumed, ...sequel.next], {
    sentences: sentences.length === 0 ? ['No tasks, nothing resumed'] : sentences,
  })
}
