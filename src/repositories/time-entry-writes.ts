import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { chunksOf, valuesOf } from '../db/values.ts'

export type NewEntry = Required<Omit<Insertable<Database['time_entries']>, 'id' | 'uid' | 'created_at' | 'updated_at'>>

/** Stores entries in the order given and answers their ids, which ascend. */
export async function insertEntries(tx: Tx, entries: readonly NewEntry[], now: string): Promise<number[]> {
  const uid = newUid(now)
  const ids: number[] = []
  for (const some of chunksOf(entries.map((entry) => ({ uid, created_at: now, updated_at: now, ...entry })))) {
    const rows = await insertRows(tx, 'time_entries', some).returning('id').execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Gives the entries these values and answers the ids of those that were not so before. */
export function updateEntries(
  tx: Tx,
  ids: readonly number[],
  values: Updateable<Database['time_entries']>,
  now: string,
): Promise<number[]> {
  return updateRows(tx, 'time_entries', ids, values, now)
}

/** Deletes entries. */
export async function deleteEntries(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('time_entries').where('id', 'in', valuesOf(ids)).execute()
}
