import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { finderIn, type Named, namedBy, onlyBegun } from '../domain/named.ts'

/** The client of this id or name, whatever the case, or the only one it begins; not-found names the nearest, several are a conflict. */
export async function requireClient(db: Db, name: string): Promise<Named> {
  const [client] = await requireClients(db, [name])
  return client!
}

/** The ids of the clients that words mean, by word. */
export async function clientsByWord(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const all = await allClients(db)
  const find = finderIn(all)
  const others = (word: string) => ({ otherwise: `larry client add "${word}", or larry client list --all` })
  return new Map(words.map((word) => [word, (find(word) ?? onlyBegun(all, word, 'client', others(word))).id]))
}

function allClients(db: Db) {
  return db.selectFrom('clients').select(['id', 'name', 'name_folded']).orderBy('id').execute()
}

/** As `requireClient` for many words, archived clients too: in the order typed, each once. */
export async function requireClients(db: Db, words: readonly string[]): Promise<Named[]> {
  return namedBy(await allClients(db), words, 'client').map(({ id, name }) => ({ id, name }))
}

/** Refuses a name that a client other than `id` has, whatever the case. */
export async function refuseTakenClient(db: Db, name: string, id?: number): Promise<void> {
  const taken = await db
    .selectFrom('clients')
    .select(['id', 'name', 'status'])
    .where('name_folded', '=', fold(name))
    .executeTakeFirst()
  if (taken === undefined || taken.id === id) return
  const isArchived = taken.status === 'archived'
  throw new Failure(
    'conflict',
    `client "${taken.name}" exists already${isArchived ? ', archived' : ''}`,
    isArchived ? `larry client edit ${taken.id} --status active` : `larry client show ${taken.id}`,
  )
}

/** Stores a client whose name nobody has; answers its id. */
export async function insertClient(
  tx: Tx,
  client: Omit<Insertable<Database['clients']>, 'uid' | 'name_folded' | 'created_at' | 'updated_at'>,
  now: string,
): Promise<number> {
  const row = { uid: newUid(now), name_folded: fold(client.name), created_at: now, updated_at: now, ...client }
  const { id } = await insertRows(tx, 'clients', [row]).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Gives clients these values and answers the ids of those that were not so before. */
export function updateClients(
  tx: Tx,
  ids: readonly number[],
  values: Updateable<Database['clients']>,
  now: string,
): Promise<number[]> {
  const folded = values.name === undefined ? {} : { name_folded: fold(values.name) }
  return updateRows(tx, 'clients', ids, { ...values, ...folded }, now)
}

/** Deletes clients; their tasks and projects, which live on, are marked changed. */
export async function deleteClients(tx: Tx, ids: readonly number[], now: string): Promise<void> {
  for (const table of ['tasks', 'projects'] as const)
    await tx
      .updateTable(table)
      .set({ client_id: null, updated_at: now })
      .where('client_id', 'in', valuesOf(ids))
      .execute()
  await tx.deleteFrom('clients').where('id', 'in', valuesOf(ids)).execute()
}

/** How many tasks and projects say they are these clients'. */
export async function countOfClients(db: Db, ids: readonly number[]): Promise<{ tasks: number; projects: number }> {
  const { rows } = await sql<{ tasks: number; projects: number }>`
    select (select count(*) from tasks where client_id in ${valuesOf(ids)}) as tasks,
           (select count(*) from projects where client_id in ${valuesOf(ids)}) as projects`.execute(db)
  return rows[0]!
}
