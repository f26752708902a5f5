import type { WriteContext } from '../../cli/context.ts'
import { type ClientOptions, readClient } from '../../domain/client.ts'
import { Failure } from '../../domain/errors.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getClients } from '../../repositories/client-lists.ts'
import { refuseTakenClient, updateClients } from '../../repositories/clients.ts'
import { viewsAsking } from '../view/asking.ts'
import { describeClient } from './describe.ts'
import { clientsNamed } from './names.ts'
import { clientView } from './view.ts'

export const answers = rowsOf(clientView)

/** Changes clients; a new name can be given to one only. Rows are those that changed. */
export async function run({ db, now, clock }: WriteContext, words: readonly string[], options: ClientOptions) {
  const values = readClient(options)
  if (Object.keys(values).length === 0)
    throw new Failure('usage', 'nothing to change', 'say what: larry client edit acme --rate 90')
  const clients = await clientsNamed(db, words)
  if (values.name !== undefined && clients.length > 1)
    throw new Failure('usage', `"${values.name}" cannot be the name of ${clients.length} clients`, 'name one client')
  if (values.name !== undefined) await refuseTakenClient(db, values.name, clients[0]!.id)
  const changed = await updateClients(
    db,
    clients.map(({ id }) => id),
    values,
    now,
  )
  const rows = await getClients(db, changed)
  const sentence =
    rows.length === 0
      ? 'Nothing changed: it was so already'
      : `Changed ${rows.length === 1 ? describeClient(rows[0]!) : `${rows.length} clients`}`
  const gone = values.name === undefined || changed.length === 0 ? [] : [clients[0]!.name]
  return reply(clientView, rows, {
    sentences: [sentence],
    warnings: await viewsAsking(db, { kind: 'client', names: gone }, clock),
  })
}
