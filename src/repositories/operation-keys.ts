import type { Insertable } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { chunksOf, valuesOf } from '../db/values.ts'

/** What was sent and answered under these keys, of those that were used. */
export async function operationsOf(db: Db, keys: readonly string[]) {
  if (keys.length === 0) return []
  return db
    .selectFrom('operation_keys')
    .select(['key', 'operation', 'result'])
    .where('key', 'in', valuesOf(keys))
    .execute()
}

/** Keeps what was answered, under keys that were not used before. */
export async function insertOperations(
  tx: Tx,
  operations: readonly Omit<Insertable<Database['operation_keys']>, 'created_at'>[],
  now: string,
): Promise<void> {
  for (const some of chunksOf(operations.map((operation) => ({ ...operation, created_at: now }))))
    await insertRows(tx, 'operation_keys', some).execute()
}
