import type { ReadContext } from '../../cli/context.ts'
import { clientStatuses } from '../../domain/client.ts'
import { readShownStatuses, type ShownOptions } from '../../domain/shown-statuses.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { listClients } from '../../repositories/client-lists.ts'
import { clientView } from './view.ts'

export const answers = rowsOf(clientView)

/** Lists clients by name: those that are not archived, all, or those of some statuses. */
export async function run({ db }: ReadContext, _: readonly string[], options: ShownOptions) {
  return reply(clientView, await listClients(db, readShownStatuses(options, clientStatuses)))
}
