import type { WriteContext } from '../../cli/context.ts'
import { completeTasks, type Insistence } from '../../workflows/change-status.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'

/** Completes tasks. */
export async function run(context: WriteContext, words: readonly string[], options: SelectionOptions & Insistence) {
  const ids = await selectTasks(context, words, options)
  return statusReply(context, 'Done:', 'done', await completeTasks(context.db, ids, options, context.clock))
}
