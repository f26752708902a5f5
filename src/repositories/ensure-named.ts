import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newUid } from '../db/uid.ts'
import { chunksOf, valuesOf } from '../db/values.ts'
import { fold } from '../domain/fold.ts'

type Table = 'clients' | 'projects'

/** The ids of the clients or projects of these names that are here, by folded name. */
export async function idsByName(db: Db, table: Table, names: readonly string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name_folded'])
    .where('name_folded', 'in', valuesOf([...new Set(names.map(fold))]))
    .execute()
  return new Map(rows.map((row) => [row.name_folded, row.id]))
}

/** As `idsByName`, and creates those that are missing; `created` are their names. */
export async function ensureNamed(
  tx: Tx,
  table: Table,
  names: readonly string[],
  now: string,
): Promise<{ ids: Map<string, number>; created: string[] }> {
  const existing = await idsByName(tx, table, names)
  const absent = new Map<string, string>()
  for (const name of names) {
    const folded = fold(name)
    if (!existing.has(folded) && !absent.has(folded)) absent.set(folded, name)
  }
  if (absent.size === 0) return { ids: existing, created: [] }
  const uid = newUid(now)
  const rows = [...absent].map(([name_folded, name]) => ({ uid, name, name_folded, created_at: now, updated_at: now }))
  for (const some of chunksOf(rows)) await insertRows(tx, table, some).execute()
  return { ids: await idsByName(tx, table, names), created: [...absent.values()] }
}
