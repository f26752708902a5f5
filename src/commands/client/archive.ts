import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { alreadySo, nameAll } from '../../domain/named.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getClients } from '../../repositories/client-lists.ts'
import { updateClients } from '../../repositories/clients.ts'
import { clientsNamed } from './names.ts'
import { clientView } from './view.ts'

export const answers = rowsOf(clientView)

/** Hides clients from lists; their tasks stay where they are, and it says how many of them are open. */
export async function run({ db, now }: WriteContext, words: readonly string[]) {
  const clients = await clientsNamed(db, words)
  const ids = clients.map(({ id }) => id)
  const changed = new Set(await updateClients(db, ids, { status: 'archived' }, now))
  const rows = await getClients(db, [...changed])
  const open = rows.reduce((sum, { open_tasks }) => sum + open_tasks, 0)
  const archived = [
    `Archived ${nameAll(rows, 'clients')}`,
    ...(open === 0 ? [] : [`${counted(open, 'task')} still open`]),
  ]
  const before = clients.filter(({ id }) => !changed.has(id))
  return reply(clientView, rows, {
    sentences: [...(rows.length === 0 ? [] : [archived.join(' · ')]), ...alreadySo(before, 'clients', 'archived')],
  })
}
