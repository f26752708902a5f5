import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { moveTasks } from '../../workflows/change-status.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'
import { taskView } from './view.ts'

export const answers = rowsOf(taskView)

/** Marks tasks as in progress; it starts no timer. */
export async function run(context: WriteContext, words: readonly string[], options: SelectionOptions) {
  const ids = await selectTasks(context, words, options)
  return statusReply(context, 'Started', 'in progress', await moveTasks(context.db, ids, 'in-progress', context.now))
}
