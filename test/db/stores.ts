import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { journaling } from '../../src/db/arming.ts'
import type { Observer } from '../../src/db/connection.ts'
import type { Tx } from '../../src/db/handles.ts'
import { beginAction, journaledTables, quoteName } from '../../src/db/journal.ts'
import { openToRead, openToWrite, type Store } from '../../src/db/open.ts'
import { revert } from '../../src/db/revert.ts'
import { maker } from '../support/runtime.ts'

/** The instant of every row these tests make. */
export const now = '2026-11-23T09:00:00.000Z'

const noUpgrade = async () => {
  throw new Error('no test file is older unless it says so')
}

/** Opens a file as a command does, to the end of the test. */
export async function opened(file: string, how: 'read' | 'write' = 'write', observer?: Observer): Promise<Store> {
  const open = how === 'read' ? openToRead : openToWrite
  const store = await open({ file, makeFolder: false, maker, beforeUpgrade: noUpgrade, ...(observer && { observer }) })
  onTestFinished(() => {
    store.close()
  })
  return store
}

/** A bare connection with nothing set but what better-sqlite3 sets: another program. */
export function raw(file: string, options: Sqlite.Options = {}): Handle {
  const handle = new Sqlite(file, options)
  onTestFinished(() => {
    handle.close()
  })
  return handle
}

/** Runs SQL on a file and lets go of it. */
export function inFile<T>(file: string, work: (handle: Handle) => T): T {
  const handle = new Sqlite(file)
  try {
    return work(handle)
  } finally {
    handle.close()
  }
}

/** A store, after some SQL nobody recorded. */
export async function storeAfter(file: string, ...setup: readonly string[]): Promise<Store> {
  const store = await opened(file)
  for (const statement of setup) store.handle.exec(statement)
  return store
}

/** One transaction, one action: what a command does. Answers the action's id. */
async function act(
  { kysely, handle }: Store,
  work: (tx: Tx, action: number) => unknown,
  kind: 'change' | 'undo' | 'redo' = 'change',
): Promise<number> {
  const schemaVersion = handle.pragma('user_version', { simple: true }) as number
  return journaling(kysely, handle)
    .transaction()
    .execute(async (tx) => {
      const action = await beginAction(tx, { kind, command: 'test', arguments: ['test'], now, schemaVersion })
      await work(tx, action)
      return action
    })
}

/** Runs SQL, one statement after another. */
async function runAll(tx: Tx, statements: readonly string[]): Promise<void> {
  for (const text of statements) await sql.raw(text).execute(tx)
}

/** An action of these statements. */
export const change = (store: Store, ...statements: string[]) => act(store, (tx) => runAll(tx, statements))

/** An action that reverts others, as undo and redo do. */
export const undo = (store: Store, ...actions: number[]) =>
  act(store, (tx, under) => revert(tx, store.handle, actions, under), 'undo')

/** Every row of every journaled table, by key. */
export function dump(handle: Handle): Record<string, unknown[]> {
  return Object.fromEntries(
    journaledTables(handle).map(({ name, key }) => [
      name,
      handle.prepare(`select * from main.${quoteName(name)} order by ${key.map(quoteName).join(', ')}`).all(),
    ]),
  )
}

/** Everything a migration may touch: schema, versions, bookkeeping and rows. */
export function fingerprint(handle: Handle) {
  const tables = handle
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all() as string[]
  return {
    schema: handle.prepare('select type, name, tbl_name, sql from sqlite_master order by type, name').all(),
    user_version: handle.pragma('user_version', { simple: true }),
    application_id: handle.pragma('application_id', { simple: true }),
    rows: Object.fromEntries(tables.map((name) => [name, handle.prepare(`select * from ${quoteName(name)}`).all()])),
  }
}

const uid = "lower(hex(randomblob(4))) || '-0000-7000-8000-' || lower(hex(randomblob(6)))"

/** The columns every entity has, then the given ones, as SQL. */
export function insertInto(table: string, values: Readonly<Record<string, string | number | null>>): string {
  const literal = (value: string | number | null) =>
    value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
  const given = { created_at: now, updated_at: now, ...values }
  return `insert into ${table} (uid, ${Object.keys(given).join(', ')})
    values (${uid}, ${Object.values(given).map(literal).join(', ')})`
}

/** SQL that makes a task. */
export const task = (title: string) => insertInto('tasks', { title })

/** Tasks 1, 2, ... of these titles. */
export function insertTasks(handle: Handle, ...titles: string[]): void {
  for (const title of titles) handle.exec(task(title))
}
