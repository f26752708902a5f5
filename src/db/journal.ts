import type { Database as Handle } from 'better-sqlite3'
import type { Tx } from './handles.ts'

/** Tables whose changes are bookkeeping, not the user's. */
const unjournaled = ['actions', 'changes', 'kysely_migration', 'kysely_migration_lock', 'migration_checksums']

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** The primary key's columns, in its order. */
  readonly key: readonly string[]
}

/** The journaled tables as they are in the file now. */
export function journaledTables(handle: Handle): TableShape[] {
  const rows = handle
    .prepare(
      `select m.name as name, json_group_array(c.name order by c.cid) as columns,
              json_group_array(c.name order by c.pk) filter (where c.pk > 0) as key
       from main.sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and m.name not glob 'sqlite_*'
         and m.name not in (select value from json_each(?))
       group by m.name order by m.name`,
    )
    .all(JSON.stringify(unjournaled)) as { name: string; columns: string; key: string }[]
  return rows.map(({ name, columns, key }) => ({ name, columns: JSON.parse(columns), key: JSON.parse(key) }))
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** SQL for a row as a JSON object of all its columns; `row` is a table alias, `new` or `old`. */
export function imageOf(table: TableShape, row: string): string {
  return `json_object(${table.columns.map((column) => `'${column}', ${row}.${quoteName(column)}`).join(', ')})`
}

export interface ActionStart {
  readonly kind: 'change' | 'undo' | 'redo'
  /** The verb, `task add`. */
  readonly command: string
  /** The command line as typed. */
  readonly arguments: readonly string[]
  /** UTC instant. */
  readonly now: string
  readonly schemaVersion: number
}

/** Opens the action under which the rest of the transaction is recorded; answers its id. */
export async function beginAction(tx: Tx, start: ActionStart): Promise<number> {
  const { id } = await tx
    .insertInto('actions')
    .values({
      created_at: start.now,
      kind: start.kind,
      command: start.command,
      arguments: JSON.stringify(start.arguments),
      schema_version: start.schemaVersion,
      undone_by: null,
      redone_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** True when the action recorded any change; one that did not leaves nothing worth a commit. */
export async function hasChanges(tx: Tx, action: number): Promise<boolean> {
  const found = await tx.selectFrom('changes').select('id').where('action_id', '=', action).limit(1).executeTakeFirst()
  return found !== undefined
}
