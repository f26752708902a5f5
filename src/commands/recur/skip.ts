import type { WriteContext } from '../../cli/context.ts'
import { idsOf } from '../../domain/ids-of.ts'
import { rowsOf } from '../../output/answers.ts'
import { skipOccurrences } from '../../workflows/skip-occurrences.ts'
import { changedReply } from '../task/changed-reply.ts'
import { taskView } from '../task/view.ts'
import { describeSkipped } from './describe.ts'
import { recurringNamed, refuseClosed } from './recurring.ts'

export const answers = rowsOf(taskView)

/** Moves open occurrences to their next date; one without a further date is cancelled. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock } = context
  const tasks = await recurringNamed(context, words)
  refuseClosed(tasks)
  const skipped = await skipOccurrences(db, tasks, clock)
  const sentences = await describeSkipped(db, skipped, clock)
  return changedReply(context, idsOf(tasks), {
    sentences: sentences.length === 0 ? ['No tasks, nothing skipped'] : sentences,
  })
}
