import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readName } from '../../domain/words/values.ts'
import { rowsOf } from '../../output/answers.ts'
import { requireClient } from '../../repositories/clients.ts'
import { assignTasks } from '../../workflows/assign-tasks.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'
import { taskView } from './view.ts'

export const answers = rowsOf(taskView)

/** Gives tasks to a client, the last word. One that another client has is a conflict, unless forced. */
export async function run(
  context: WriteContext,
  words: readonly string[],
  options: SelectionOptions & { readonly force?: true },
) {
  const { db, now } = context
  const word = words.at(-1)
  if (word === undefined) throw new Failure('usage', 'no client is named', 'larry task assign 3 4 acme')
  const client = await requireClient(db, readName('client', word))
  // `assign 1 2` names two tasks and forgets the client.
  if (/^\d+$/.test(word) && client.name !== word)
    throw new Failure('usage', `no client is named: ${word} reads as an id`, `larry task assign ... "${client.name}"`)
  const ids = await selectTasks(context, words.slice(0, -1), options)
  const change = await assignTasks(db, ids, client, options, now)
  return statusReply(context, `Assigned to ${client.name}:`, `assigned to ${client.name}`, change)
}
