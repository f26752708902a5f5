import { sql, type Updateable } from 'kysely'
import type { Tx } from './handles.ts'
import type { Database } from './schema.ts'
import { valuesOf } from './values.ts'

/** The tables whose rows are named by id and say when they were changed. */
export type EntityTable =
  | 'clients'
  | 'projects'
  | 'tasks'
  | 'task_attachments'
  | 'task_comments'
  | 'time_entries'
  | 'reminders'
  | 'habits'
  | 'views'

/** Gives rows these values in one statement and answers the ids of those that were not so before; no others are touched. */
export async function updateRows<T extends EntityTable>(
  tx: Tx,
  table: T,
  ids: readonly number[],
  values: Updateable<Database[T]>,
  now: string,
): Promise<number[]> {
  const columns = Object.entries(values)
  if (columns.length === 0 || ids.length === 0) return []
  const differs = sql<boolean>`(${sql.join(
    columns.map(([column, value]) => sql`${sql.ref(column)} is not ${value}`),
    sql` or `,
  )})`
  const rows = await tx
    .updateTable<EntityTable>(table)
    .set({ ...values, updated_at: now } as never)
    .where('id', 'in', valuesOf(ids))
    .where(differs)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
