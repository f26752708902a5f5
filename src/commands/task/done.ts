import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { completeTasks, type Insistence } from '../../workflows/change-status.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'
import { taskView } from './view.ts'

type DoneOptions = SelectionOptions & Omit<Insistence, 'catchUp'> & { readonly catchUp?: 'all' }

export const answers = rowsOf(taskView)

/** Completes tasks; what repeats comes next, with --catch-up all what was missed of it too. */
export async function run(context: WriteContext, words: readonly string[], options: DoneOptions) {
  const ids = await selectTasks(context, words, options)
  const { catchUp, ...insistence } = options
  const insist = { ...insistence, catchUp: catchUp === 'all' }
  return statusReply(context, 'Done:', 'done', await completeTasks(context.db, ids, insist, context.clock))
}
