import { sql } from 'kysely'
import type { Db } from '../../db/handles.ts'

/** The columns larry does not know that tasks brought along in CSV, those of the first task first. */
export async function csvFields(db: Db): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`
    select field.key as field
    from tasks as t, json_each(t.extra, '$.csv') as field
    where t.extra is not null
    group by field.key
    order by min(t.id), min(field.id)`.execute(db)
  return rows.map(({ field }) => field)
}
