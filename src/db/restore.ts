import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Database as Handle } from 'better-sqlite3'
import { Failure } from '../domain/errors.ts'
import { type Maker, snapshot } from './copy.ts'
import { quoteName } from './journal.ts'
import { isNewFile } from './location.ts'
import { migrate } from './migrate.ts'
import { openToMigrate } from './open.ts'
import { privateFolder } from './private-folder.ts'
import { type Contents, checkHash, verifyCopy } from './verify.ts'

/** A backup made ready to be restored: verified, and in a private copy brought to the newest schema. */
export interface Prepared extends Contents {
  /** The backup itself. */
  readonly file: string
  readonly copy: string
  readonly remove: () => void
}

/** Verifies a backup and migrates a copy of it; a newer, foreign, damaged or altered one is refused, and the file itself is only read. */
export async function prepareRestore(file: string, maker: Maker): Promise<Prepared> {
  if (isNewFile(file)) throw new Failure('not-found', `${file} does not exist or is empty`, 'larry db backup --list')
  checkHash(file)
  const { path, remove } = privateFolder(maker)
  try {
    const copy = join(path, 'backup.db')
    snapshot(file, copy)
    verifyCopy(copy, file)
    const store = await openToMigrate(copy, false)
    try {
      dropPrograms(store.handle)
      await migrate(store.handle)
      store.handle.pragma('journal_mode = DELETE')
    } finally {
      store.close()
    }
    return { file, copy, remove, ...verifyCopy(copy) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Moves a damaged database out of the way, with what belongs to it, and answers its new name. Nothing of it is lost. */
export function moveAside(file: string, now: string): string {
  const aside = `${file}.damaged-${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  renameSync(file, aside)
  for (const end of ['-wal', '-shm']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  return aside
}

/** Takes triggers and views out of a private copy, so that migrating it cannot run what somebody put there; only its rows are wanted. */
function dropPrograms(handle: Handle): void {
  const programs = handle.prepare("select type, name from sqlite_master where type in ('trigger', 'view')").all() as {
    type: string
    name: string
  }[]
  for (const { type, name } of programs) handle.exec(`drop ${type} if exists ${quoteName(name)}`)
}

/**
 * Replaces every row of the open database by those of a prepared backup, in one immediate transaction, so that running
 * writers see nothing worse than a wait and lose nothing after it (a renamed file would be undone by the old -wal).
 * Only plain tables of our own shape are read: the backup's triggers and views never run. Ids given out since stay used.
 * `keep` runs when nobody else can write any more, to copy exactly what is replaced; its answer is passed on.
 */
export function replaceRows<T>(handle: Handle, { copy }: Prepared, keep: () => T): T {
  handle.prepare('attach ? as backup').run(copy)
  // With foreign keys on, SQLite deletes row by row and looks for children of each: a hundred times as long.
  handle.pragma('foreign_keys = OFF')
  try {
    handle.exec('begin immediate')
    const kept = keep()
    const tables = sharedTables(handle)
    for (const table of tables) handle.exec(`delete from main.${quoteName(table)}`)
    for (const table of tables) {
      const columns = columnsOf(handle, table).map(quoteName).join(', ')
      handle.exec(`insert into main.${quoteName(table)} (${columns}) select ${columns} from backup.${quoteName(table)}`)
    }
    handle.exec(`update main.sqlite_sequence set seq = max(seq,
      coalesce((select b.seq from backup.sqlite_sequence b where b.name = main.sqlite_sequence.name), 0))`)
    for (const table of tables) refuseLoss(handle, table)
    refuseStrays(handle)
    handle.exec('commit')
    return kept
  } finally {
    if (handle.inTransaction) handle.exec('rollback')
    handle.pragma('foreign_keys = ON')
    handle.exec('detach backup')
  }
}

/** The tables to replace, which must be the same in both files to the letter of their definition. */
function sharedTables(handle: Handle): string[] {
  const shapes = (schema: string) =>
    handle
      .prepare(
        `select name, sql from ${schema}.sqlite_master where type = 'table' and name not glob 'sqlite_*'
         and name not glob 'kysely_*' and name <> 'migration_checksums' order by name`,
      )
      .all() as { name: string; sql: string }[]
  const [ours, theirs] = [shapes('main'), shapes('backup')]
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Failure('unavailable', 'the backup has other tables than this larry makes; nothing was changed')
  return ours.map(({ name }) => name)
}

function columnsOf(handle: Handle, table: string): string[] {
  return handle.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
}

function refuseStrays(handle: Handle): void {
  const [stray] = handle.pragma('main.foreign_key_check') as { table: string }[]
  if (stray !== undefined)
    throw new Failure(
      'failed',
      `restoring ${stray.table} left a row that names another that is not there; nothing was changed`,
    )
}

function refuseLoss(handle: Handle, table: string): void {
  const count = (schema: string) =>
    handle
      .prepare(`select count(*) from ${schema}.${quoteName(table)}`)
      .pluck()
      .get() as number
  if (count('main') !== count('backup'))
    throw new Failure('failed', `restoring ${table} lost rows; nothing was changed`)
}
