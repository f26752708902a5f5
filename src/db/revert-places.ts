import type { Database as Handle } from 'better-sqlite3'
import { sql } from 'kysely'
import type { Tx } from './handles.ts'
import { quoteName, type TableShape } from './journal.ts'

/** SQL by which a row of `alias` is the one a line `n` of net_changes is about. */
export function keyMatch(table: TableShape, alias: string): string {
  return table.key
    .map((column, i) => `${alias}.${quoteName(column)} = json_extract(n.row_key, '$[${i}]')`)
    .join(' and ')
}

/** Rows that changed places in a unique column (two names exchanged) first leave their places, so that each finds its old one free. */
export async function vacateNames(tx: Tx, handle: Handle, table: TableShape): Promise<void> {
  const unique = handle
    .prepare(
      `select column.name from pragma_index_list(?) list join pragma_index_info(list.name) column
       where list."unique" and list.origin = 'u'`,
    )
    .pluck()
    .all(table.name) as string[]
  for (const column of unique)
    await sql`${sql.raw(`
      update ${quoteName(table.name)} as t set ${quoteName(column)} = hex(randomblob(18)) from net_changes n
      where ${keyMatch(table, 't')} and n.table_name = '${table.name}' and n.before is not null and n.after is not null
        and json_extract(n.before, '$.${column}') is not json_extract(n.after, '$.${column}')`)}`.execute(tx)
}

/**
 * A partial unique index ("one open timer") is checked row by row, and the row that takes the place may come back before
 * the one that leaves it. So the indexes of the tables concerned are gone while rows are put back, and made again after,
 * which checks them whole.
 */
export async function withoutPartialIndexes(tx: Tx, handle: Handle, run: () => Promise<void>): Promise<void> {
  const indexes = handle
    .prepare(
      `select list.name, m.sql from (select distinct table_name from net_changes) n
       join pragma_index_list(n.table_name) list join main.sqlite_master m on m.type = 'index' and m.name = list.name
       where list."unique" and list.partial`,
    )
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(tx)
  await run()
  for (const index of indexes) await sql.raw(index.sql).execute(tx)
}
