import type { Tx } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import type { Named } from '../domain/named.ts'
import { clientsOfTasks } from '../repositories/task-clients.ts'
import { updateTasks } from '../repositories/task-writes.ts'
import type { StatusChange } from './change-status.ts'

/** Gives tasks to a client, or with null to none. One that another client has is a conflict, unless forced. */
export async function assignTasks(
  tx: Tx,
  ids: readonly number[],
  client: Named | null,
  { force }: { readonly force?: boolean },
  now: string,
): Promise<StatusChange> {
  if (client !== null && force !== true) await refuseAssigned(tx, ids, client)
  const changed = new Set(await updateTasks(tx, ids, { client_id: client?.id ?? null }, now))
  return { changed: [...changed], already: ids.filter((id) => !changed.has(id)), unblocked: [] }
}

async function refuseAssigned(tx: Tx, ids: readonly number[], to: Named): Promise<void> {
  const [first, ...more] = (await clientsOfTasks(tx, ids)).filter(({ client_id }) => client_id !== to.id)
  if (first === undefined) return
  const others = more.length === 0 ? '' : `, and ${more.length} more to other clients`
  throw new Failure(
    'conflict',
    `task ${first.id} is assigned to ${first.client}${others}`,
    `--force gives ${more.length === 0 ? 'it' : 'them'} to ${to.name}`,
  )
}
