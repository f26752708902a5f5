import type { WriteContext } from '../../cli/context.ts'
import { reopenTasks } from '../../workflows/change-status.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'

/** Takes finished tasks up again. */
export async function run(context: WriteContext, words: readonly string[], options: SelectionOptions) {
  const ids = await selectTasks(context, words, options, { among: 'closed' })
  return statusReply(context, 'Reopened', 'open', await reopenTasks(context.db, ids, context.now))
}
