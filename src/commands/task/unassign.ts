import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { assignTasks } from '../../workflows/assign-tasks.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'
import { taskView } from './view.ts'

export const answers = rowsOf(taskView)

/** Takes tasks away from their client. */
export async function run(context: WriteContext, words: readonly string[], options: SelectionOptions) {
  const ids = await selectTasks(context, words, options)
  return statusReply(
    context,
    'Unassigned',
    'without a client of its own',
    await assignTasks(context.db, ids, null, {}, context.now),
  )
}
