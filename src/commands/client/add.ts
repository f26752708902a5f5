import type { WriteContext } from '../../cli/context.ts'
import { type ClientOptions, readClient } from '../../domain/client.ts'
import { Failure } from '../../domain/errors.ts'
import { readNewName } from '../../domain/words/values.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getClients } from '../../repositories/client-lists.ts'
import { insertClient, refuseTakenClient } from '../../repositories/clients.ts'
import { describeClient } from './describe.ts'
import { clientView } from './view.ts'

export const answers = rowsOf(clientView)

/** Adds a client; a name that is taken, whatever the case, is a conflict. */
export async function run({ db, now }: WriteContext, words: readonly string[], options: ClientOptions) {
  if (words.length === 0) throw new Failure('usage', 'a client needs a name', 'larry client add Acme Corp --rate 85')
  const name = readNewName('client', words.join(' '))
  const { status = 'active', email = null, phone = null, rate_cents = null, ...rest } = readClient(options)
  const { currency = null, notes = null } = rest
  await refuseTakenClient(db, name)
  const id = await insertClient(db, { name, status, email, phone, rate_cents, currency, notes }, now)
  const rows = await getClients(db, [id])
  return reply(clientView, rows, { sentences: [`Added ${describeClient(rows[0]!)}`], created: true })
}
