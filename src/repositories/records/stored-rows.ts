import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../db/handles.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newUid } from '../../db/uid.ts'
import { updateEach } from '../../db/update-each.ts'
import type { EntityTable } from '../../db/update-rows.ts'
import { chunksOf, valuesOf } from '../../db/values.ts'

export type Value = string | number | null

/** Columns and what they hold. */
export type Columns = Readonly<Record<string, Value>>

/** A row of any table of things with an id, as it is stored. */
export interface StoredRow {
  readonly id: number
  readonly uid: string
  readonly created_at: string
  readonly updated_at: string
  readonly [column: string]: Value
}

/** The rows of a table that have these uids, or of whose columns something is one of these values, by id. */
export async function storedRows(
  db: Db,
  table: EntityTable,
  uids: readonly string[],
  something: RawBuilder<unknown>,
  values: readonly (string | number)[],
): Promise<StoredRow[]> {
  if (uids.length + values.length === 0) return []
  const { rows } = await sql<StoredRow>`
    select * from ${sql.table(table)}
    where uid in ${valuesOf(uids)} or ${something} in ${valuesOf(values)} order by id`.execute(db)
  return rows
}

/** A new row; one that has no uid gets a fresh one. All name the same columns but for the uid. */
export type NewRow = Columns & { readonly id: number }

export async function insertStored(tx: Tx, table: EntityTable, rows: readonly NewRow[], now: string): Promise<void> {
  const uid = newUid(now)
  const named = rows.filter((row) => row['uid'] !== undefined)
  const others = rows.filter((row) => row['uid'] === undefined).map((row) => ({ ...row, uid }))
  for (const all of [named, others])
    for (const some of chunksOf<object>(all)) await insertRows(tx, table, some as never).execute()
}

/** Gives rows what a file tells of them; all name the same columns. */
export async function replaceStored(tx: Tx, table: EntityTable, rows: readonly NewRow[], now: string): Promise<void> {
  await updateEach(tx, table, rows as never, now)
}

/** The timer that runs. */
export function runningTimer(db: Db) {
  return db
    .selectFrom('time_entries')
    .select(['uid', 'task_id', 'started_at'])
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** What the rows of each kind are known by, where they have no uid of the file: by task, by message, by name whatever its case. */
export const onTask = sql`task_id`
export const ofMessage = sql`message`
export const named = sql`name_folded`
export const namedAnyCase = sql`fold(name)`
