import { sql, type Updateable } from 'kysely'
import type { Tx } from './handles.ts'
import type { Database } from './schema.ts'
import type { EntityTable } from './update-rows.ts'

/**
 * Gives each row values of its own, in one statement however many there are; all have the columns of the first. They were
 * changed `now` unless they say themselves when. Answers the ids of those that were not so before; no others are touched.
 */
export async function updateEach<T extends EntityTable>(
  tx: Tx,
  table: T,
  rows: readonly (Updateable<Database[T]> & { readonly id: number })[],
  now: string,
): Promise<number[]> {
  if (rows.length === 0) return []
  const columns = Object.keys(rows[0]!).filter((column) => column !== 'id')
  const names = ['id', ...columns]
  const data = JSON.stringify(rows.map((row) => names.map((name) => row[name as keyof typeof row] ?? null)))
  const cells = columns.map((column, at) => ({ column: sql.ref(column), value: sql`row.value ->> ${sql.lit(at + 1)}` }))
  const stamp = columns.includes('updated_at') ? [] : [sql`updated_at = ${now}`]
  const { rows: changed } = await sql<{ id: number }>`
    update ${sql.table(table)} set ${sql.join([...stamp, ...cells.map(({ column, value }) => sql`${column} = ${value}`)])}
    from json_each(${data}) as row
    where ${sql.ref(`${table}.id`)} = row.value ->> 0
      and (${sql.join(
        cells.map(({ column, value }) => sql`${sql.table(table)}.${column} is not ${value}`),
        sql` or `,
      )})
    returning ${sql.ref(`${table}.id`)}`.execute(tx)
  return changed.map(({ id }) => id)
}
