import type { Database as Handle } from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { Failure } from '../domain/errors.ts'
import type { Tx } from './handles.ts'
import { imageOf, journaledTables, quoteName, type TableShape } from './journal.ts'
import { keyMatch, vacateNames, withoutPartialIndexes } from './revert-places.ts'
import { valuesOf } from './values.ts'

/**
 * Puts every row the actions touched back as it was before the first of them, recorded under the open action `under`
 * (so it can be reverted in turn). Refuses with a conflict, before anything is lost, when a row is no longer as the
 * last of them left it, or when putting it back would touch a row they had not touched. Answers how many rows.
 */
export async function revert(tx: Tx, handle: Handle, actions: readonly number[], under: number): Promise<number> {
  const tables = parentsFirst(handle, journaledTables(handle))
  await netChanges(actions).execute(tx)
  for (const table of tables) await refuseChanged(tx, table)
  await fitting(async () => {
    for (const table of tables.toReversed()) await removeAdded(tx, table)
    for (const table of tables) await vacateNames(tx, handle, table)
    await withoutPartialIndexes(tx, handle, async () => {
      for (const table of tables) await putBack(tx, table)
    })
  })
  await refuseStrangers(tx, actions, under)
  const { rows } = await sql<{ n: number }>`select count(*) as n from net_changes where before is not after`.execute(tx)
  await sql`drop table net_changes`.execute(tx)
  return rows[0]!.n
}

/** A constraint that stands in the way means that something else has taken the place. */
async function fitting<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
    if (code?.startsWith('SQLITE_CONSTRAINT') !== true) throw error
    const why = code.endsWith('UNIQUE')
      ? (error as Error).message.includes('time_entries_open')
        ? 'another timer runs now'
        : 'something of the same name has come since'
      : 'something it belongs to has gone since'
    throw new Failure(
      'conflict',
      `what was there before no longer fits: ${why}; nothing was changed`,
      'larry history list tells what came after',
      { cause: error },
    )
  }
}

/** Tables in an order in which every row finds those it refers to; a table may refer to itself. */
function parentsFirst(handle: Handle, tables: readonly TableShape[]): TableShape[] {
  const references = handle.prepare('select distinct "table" from pragma_foreign_key_list(?)').pluck()
  const ordered = new Map<string, TableShape>()
  const place = (table: TableShape) => {
    const parents = (references.all(table.name) as string[]).filter((name) => name !== table.name)
    for (const parent of tables.filter(({ name }) => parents.includes(name)))
      if (!ordered.has(parent.name)) place(parent)
    ordered.set(table.name, table)
  }
  for (const table of tables) if (!ordered.has(table.name)) place(table)
  return [...ordered.values()]
}

/** One line a row, whatever happened to it in between: its image before the first change and after the last. */
function netChanges(actions: readonly number[]): RawBuilder<unknown> {
  return sql`
    create temp table net_changes as
    with touched as (
      select table_name, row_key, min(id) as first, max(id) as last
      from changes where action_id in ${valuesOf(actions)} group by table_name, row_key)
    select touched.table_name, touched.row_key,
           (select before from changes where id = touched.first) as before,
           (select after from changes where id = touched.last) as after
    from touched`
}

async function refuseChanged(tx: Tx, table: TableShape): Promise<void> {
  const { rows } = await sql<{ row_key: string }>`${sql.raw(`
    select n.row_key from net_changes n left join ${quoteName(table.name)} t on ${keyMatch(table, 't')}
    where n.table_name = '${table.name}'
      and case when t.${quoteName(table.key[0]!)} is null then null else ${imageOf(table, 't')} end is not n.after
    limit 1`)}`.execute(tx)
  if (rows.length > 0) throw changedSince(table.name, rows[0]!.row_key)
}

async function removeAdded(tx: Tx, table: TableShape): Promise<void> {
  const name = quoteName(table.name)
  const parts = table.key.map((_, i) => `json_extract(n.row_key, '$[${i}]')`)
  await sql`${sql.raw(`
    delete from ${name} where (${table.key.map(quoteName).join(', ')}) in (
      select ${parts.join(', ')} from net_changes n where n.table_name = '${table.name}' and n.before is null)`)}`.execute(
    tx,
  )
}

async function putBack(tx: Tx, table: TableShape): Promise<void> {
  const columns = table.columns.map(quoteName)
  const others = table.columns.filter((column) => !table.key.includes(column)).map(quoteName)
  const onConflict =
    others.length === 0 ? 'nothing' : `update set ${others.map((c) => `${c} = excluded.${c}`).join(', ')}`
  await sql`${sql.raw(`
    insert into ${quoteName(table.name)} (${columns.join(', ')})
    select ${table.columns.map((column) => `json_extract(n.before, '$.${column}')`).join(', ')}
    from net_changes n where n.table_name = '${table.name}' and n.before is not null
    on conflict (${table.key.map(quoteName).join(', ')}) do ${onConflict}`)}`.execute(tx)
}

async function refuseStrangers(tx: Tx, actions: readonly number[], under: number): Promise<void> {
  const { rows } = await sql<{ table_name: string; row_key: string }>`
    select table_name, row_key from changes where action_id = ${under}
    except select table_name, row_key from changes where action_id in ${valuesOf(actions)} limit 1`.execute(tx)
  if (rows.length > 0) throw changedSince(rows[0]!.table_name, rows[0]!.row_key)
}

function changedSince(table: string, rowKey: string): Failure {
  const noun = {
    tasks: 'task',
    projects: 'project',
    clients: 'client',
    task_tags: 'a tag of task',
    task_dependencies: 'a dependency of task',
    task_comments: 'comment',
    task_attachments: 'attachment',
    time_entries: 'time entry',
    views: 'view',
    reminders: 'reminder',
    habits: 'habit',
    habit_checks: 'a check of habit',
    operation_keys: 'the idempotency key',
  }[table]
  const key = (JSON.parse(rowKey) as unknown[])[0]
  return new Failure(
    'conflict',
    `${noun ?? table} ${String(key)} has changed since; nothing was changed`,
    'larry history list tells what came after',
  )
}
