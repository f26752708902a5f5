import type { WriteContext } from '../../cli/context.ts'
import { idsOf } from '../../domain/ids-of.ts'
import { rowsOf } from '../../output/answers.ts'
import { pauseSeries } from '../../workflows/pause-series.ts'
import { changedReply } from '../task/changed-reply.ts'
import { nameTasks } from '../task/describe.ts'
import { taskView } from '../task/view.ts'
import { recurringNamed, refuseClosed } from './recurring.ts'

export const answers = rowsOf(taskView)

/** Pauses recurring tasks: what is open stays, nothing follows it until resumed. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now } = context
  const tasks = await recurringNamed(context, words)
  refuseClosed(tasks)
  const paused = await pauseSeries(db, tasks, now)
  const already = idsOf(tasks.filter((task) => task.recurrence_paused_at !== null))
  const sentences = [
    ...(paused.length === 0 ? [] : [`Paused ${await nameTasks(db, paused)}: nothing follows until larry recur resume`]),
    ...(already.length === 0 ? [] : [`Paused already: ${await nameTasks(db, already)}`]),
  ]
  return changedReply(context, paused, { sentences: sentences.length === 0 ? ['No tasks, nothing paused'] : sentences })
}
