import { readFileSync, statSync } from 'node:fs'
import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { Damaged, Failure } from '../domain/errors.ts'
import { type Identity, identify, schemaVersion } from './identity.ts'
import { checkName, isNewFile } from './location.ts'

/** How long opening may wait for others, in milliseconds; statements wait 30 s (busy_timeout). */
export const openPatience = 20_000

/** Opens read-only and tells what the file is, which changes none of its bytes. */
export function peek(file: string): { handle: Handle; identity: Identity } {
  const handle = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: openPatience })
  try {
    const identity = identify(handle, file)
    refuseTruncated(handle, file)
    return { handle, identity }
  } catch (error) {
    handle.close()
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!/^SQLITE_(CANTOPEN|READONLY|IOERR_SHM)/.test(code)) throw error
    const frozen = openFrozen(file)
    return closingOnFailure(frozen, () => ({ handle: frozen, identity: identify(frozen, file) }))
  }
}

/** Looks at a file without changing it: opens it read-only, asks, closes. */
export function looking<T>(file: string, ask: (handle: Handle, identity: Identity) => T): T {
  const { handle, identity } = peek(file)
  try {
    return ask(handle, identity)
  } finally {
    handle.close()
  }
}

/** The schema version of a file, 0 for one that is not there or empty. */
export function versionOf(file: string): number {
  return isNewFile(checkName(file)) ? 0 : looking(file, schemaVersion)
}

/** A database is whole pages; SQLite itself does not miss less than one at the end (sqlite.org/fileformat.html 1.2). */
function refuseTruncated(handle: Handle, file: string): void {
  const pageSize = handle.pragma('page_size', { simple: true }) as number
  if (statSync(file).size % pageSize !== 0) throw new Damaged(`${file} is damaged: its last page is cut short`)
}

/**
 * Opens a database in a place where SQLite can make no -shm (a read-only or full file system) from its bytes in
 * memory, marked in the header (offsets 18 and 19, sqlite.org/fileformat.html 1.3) as without WAL. Right only while
 * no -wal holds newer pages and no handle of this process is open on it.
 */
function openFrozen(file: string): Handle {
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (wal !== undefined && wal.size > 0)
    throw new Failure(
      'unavailable',
      `${file} cannot be read: its folder is read-only or full, and ${file}-wal holds changes`,
      'copy both files to a folder that can be written',
    )
  const bytes = readFileSync(file)
  bytes[18] = 1
  bytes[19] = 1
  return new Sqlite(bytes, { readonly: true })
}

/** Runs what follows an opening; when it fails the handle is closed. */
export function closingOnFailure<T>(handle: Handle, run: () => T): T {
  try {
    return run()
  } catch (error) {
    handle.close()
    throw error
  }
}
