import { sql } from 'kysely'
import type { Db } from '../../db/handles.ts'
import type { EntityTable } from '../../db/update-rows.ts'
import { valuesOf } from '../../db/values.ts'

/** Whether a table has never had a row, so that rows from a file can keep the ids they have there. */
export async function wasNeverUsed(db: Db, table: EntityTable): Promise<boolean> {
  return (await lastId(db, table)) === 0
}

/** No higher id is kept: after the highest that SQLite knows there would be none for the next row. */
const highest = 2 ** 40

/**
 * An id for each new row: the one wanted where no row has it and it is not beyond all measure, else the next ones; the write
 * lock makes them known beforehand.
 */
export async function newIds(db: Db, table: EntityTable, wanted: readonly (number | undefined)[]): Promise<number[]> {
  const asked = wanted.filter((id) => id !== undefined && id <= highest) as number[]
  const taken = new Set(asked.length === 0 ? [] : await existing(db, table, asked))
  let next = asked.reduce((most, id) => Math.max(most, id), await lastId(db, table)) + 1
  return wanted.map((id) => {
    const own = id === undefined || id > highest || taken.has(id) ? next++ : id
    taken.add(own)
    return own
  })
}

async function existing(db: Db, table: EntityTable, ids: readonly number[]): Promise<number[]> {
  const rows = await db.selectFrom(table).select('id').where('id', 'in', valuesOf(ids)).execute()
  return rows.map(({ id }) => id)
}

async function lastId(db: Db, table: EntityTable): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(db)
  return rows[0]?.seq ?? 0
}
