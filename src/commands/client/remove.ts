import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { nameAll } from '../../domain/named.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getClients } from '../../repositories/client-lists.ts'
import { countOfClients, deleteClients } from '../../repositories/clients.ts'
import { viewsAsking } from '../view/asking.ts'
import { clientsNamed } from './names.ts'
import { clientView } from './view.ts'

export const answers = rowsOf(clientView)

/** Deletes clients; their tasks and projects live on without one. Answers the clients as they were. */
export async function run({ db, now, clock, confirm }: WriteContext, words: readonly string[]) {
  const ids = (await clientsNamed(db, words)).map(({ id }) => id)
  const rows = await getClients(db, ids)
  const { tasks, projects } = await countOfClients(db, ids)
  const left = [
    ...(tasks === 0 ? [] : [counted(tasks, 'task')]),
    ...(projects === 0 ? [] : [counted(projects, 'project')]),
  ].join(' and ')
  const lives = tasks + projects === 1 ? 'lives' : 'live'
  const loss = left === '' ? [] : [`${left} ${lives} on without ${ids.length === 1 ? 'it' : 'them'}`]
  const named = nameAll(rows, 'clients')
  confirm([`Remove ${named}?`, ...loss.map((text) => `${text}.`)].join(' '))
  await deleteClients(db, ids, now)
  return reply(clientView, rows, {
    sentences: [[`Removed ${named}`, ...loss].join(' · ')],
    warnings: await viewsAsking(db, { kind: 'client', names: rows.map(({ name }) => name) }, clock),
  })
}
