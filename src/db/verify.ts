import { closeSync, openSync, readFileSync } from 'node:fs'
import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { Damaged, Failure } from '../domain/errors.ts'
import { measure, piecesFrom } from './attachments/pieces.ts'
import { faultOf } from './faults.ts'
import { identify, schemaVersion } from './identity.ts'
import { journaledTables } from './journal.ts'
import { askClosely } from './peek.ts'

/** What a verified file holds. */
export interface Contents {
  readonly schema_version: number
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
}

export function countRows(handle: Handle): Record<string, number> {
  const tables = [...journaledTables(handle).map(({ name }) => name), 'actions'].sort()
  const exists = handle.prepare("select 1 from sqlite_master where type = 'table' and name = ?")
  return Object.fromEntries(
    tables
      .filter((name) => exists.get(name) !== undefined)
      .map((name) => [name, handle.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
}

/** What integrity_check and foreign_key_check have against a database; none when it is sound (sqlite.org/pragma.html). */
export function damageOf(handle: Handle): string[] {
  const integrity = handle.prepare('pragma integrity_check(20)').pluck().all() as string[]
  const keys = handle.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return [
    ...integrity.filter((line) => line !== 'ok'),
    ...keys
      .slice(0, 20)
      .map(({ table, rowid, parent }) => `${table} row ${rowid} names a row of ${parent} that is not there`),
  ]
}

/** Reads all of a finished copy; anything wrong with it is unavailable, and said of `named`. Never for a file in use. */
export function verifyCopy(file: string, named = file): Contents {
  try {
    return askClosely(file, (handle) => {
      identify(handle, named)
      const damage = damageOf(handle)
      if (damage.length > 0) throw new Damaged(`${named} is damaged: ${damage[0]}`)
      return { schema_version: schemaVersion(handle), rows: countRows(handle) }
    })
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) throw faultOf(error, named) ?? unreadable(named, error)
    throw error
  }
}

function unreadable(file: string, cause: Error): Failure {
  return new Failure('unavailable', `${file} cannot be read as a larry database: ${cause.message}`, undefined, {
    cause,
  })
}

/** SHA-256 of a file that no SQLite of this process has open (reading a live one would drop its locks), in hexadecimal. */
export function hashFile(file: string): string {
  const fd = openSync(file, 'r')
  try {
    return measure(piecesFrom(fd)).sha256
  } finally {
    closeSync(fd)
  }
}

/** What was written beside a backup: the hash, in the form `sha256sum -c` reads, and which database it is of; null where it does not say. */
export function readSidecar(file: string): { readonly sha256: string | null; readonly database: string | null } {
  try {
    const text = readFileSync(`${file}.sha256`, 'utf8')
    const database = /^# of (".*")$/m.exec(text)?.[1]
    return {
      sha256: /^[0-9a-f]{64}/.exec(text)?.[0] ?? null,
      database: database === undefined ? null : (JSON.parse(database) as string),
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { sha256: null, database: null }
    throw error
  }
}

/** Refuses a backup whose bytes are not those that were written. */
export function checkHash(file: string): void {
  const { sha256 } = readSidecar(file)
  if (sha256 !== null && sha256 !== hashFile(file))
    throw new Failure('unavailable', `${file} is not as it was written: its SHA-256 differs from ${file}.sha256`)
}
