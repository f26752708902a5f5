import { type InsertObject, type InsertQueryBuilder, type InsertResult, type RawBuilder, sql } from 'kysely'
import type { Tx } from './handles.ts'
import type { Database } from './schema.ts'

type Table = keyof Database

/**
 * An insert of rows in their order. They are one JSON parameter (sqlite.org/json1.html), so the statement is the same
 * however many there are and compiled once. All have the columns of the first; a column of SQL is evaluated for each row.
 * What is null in all of them is left out: reading a null from JSON costs as much as a value, and no default is otherwise.
 */
export function insertRows<T extends Table>(
  tx: Tx,
  table: T,
  rows: readonly InsertObject<Database, T>[],
): InsertQueryBuilder<Database, Table, InsertResult> {
  const records = rows as readonly Record<string, unknown>[]
  const columns = Object.keys(records[0] ?? {}).filter((column) => records.some((row) => row[column] !== null))
  const computed = columns.filter((column) => isSql(records[0]![column]))
  const given = columns.filter((column) => !computed.includes(column))
  const data = JSON.stringify(records.map((row) => given.map((column) => row[column])))
  const cells = [
    ...given.map((_, at) => sql`value ->> ${sql.lit(at)}`),
    ...computed.map((column) => records[0]![column] as RawBuilder<unknown>),
  ]
  // "where true" tells SQLite that a following "on conflict" is no join (sqlite.org/lang_upsert.html 2.2).
  const source = sql`select ${sql.join(cells)} from json_each(${data}) where true`
  return tx
    .insertInto<Table>(table)
    .columns([...given, ...computed] as never)
    .expression(source as never)
}

function isSql(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
