import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { cancelTasks, type Insistence } from '../../workflows/change-status.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'
import { taskView } from './view.ts'

export const answers = rowsOf(taskView)

/** Cancels tasks. */
export async function run(context: WriteContext, words: readonly string[], options: SelectionOptions & Insistence) {
  const ids = await selectTasks(context, words, options)
  return statusReply(context, 'Cancelled', 'cancelled', await cancelTasks(context.db, ids, options, context.clock))
}
