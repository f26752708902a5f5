import { readFileSync, statSync } from 'node:fs'
import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { Damaged, Failure } from '../domain/errors.ts'
import { bytesBeside } from './beside.ts'
import { type Identity, identify, schemaVersion } from './identity.ts'
import { checkName, isNewFile } from './location.ts'

/** How long opening may wait for others, in milliseconds; statements wait 30 s (busy_timeout). */
export const openPatience = 20_000

interface Peeked {
  readonly handle: Handle
  readonly identity: Identity
}

/** Opens read-only and tells what the file is, which changes none of its bytes, unless another program was cut short in it. */
export function peek(file: string): Peeked {
  if (bytesBeside(file, '-journal') > 0) rollBack(file)
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

/**
 * As `looking`, through a connection that could write (and is told not to) where that changes no byte: SQLite forgets
 * the CHECKs of a file it can only read, and its integrity_check then misses values that break them.
 */
export function lookingClosely<T>(file: string, ask: (handle: Handle) => T): T {
  return looking(file, () => bytesBeside(file, '-wal') === 0) ? askClosely(file, ask) : looking(file, ask)
}

/** Asks a file that is known to be a larry database and has no -wal in use, such as a finished copy. */
export function askClosely<T>(file: string, ask: (handle: Handle) => T): T {
  let handle: Handle | undefined
  try {
    handle = new Sqlite(file, { fileMustExist: true, timeout: openPatience })
    handle.pragma('query_only = ON')
    handle.prepare('select count(*) from sqlite_master').get()
  } catch {
    // Only to be read after all: then as far as that goes.
    handle?.close()
    return looking(file, ask)
  }
  try {
    return ask(handle)
  } finally {
    handle.close()
  }
}

/** The schema version of a file, 0 for one that is not there or empty. */
export function versionOf(file: string): number {
  return isNewFile(checkName(file)) ? 0 : looking(file, schemaVersion)
}

/**
 * A database is whole pages; SQLite itself does not miss less than one at the end (sqlite.org/fileformat.html 1.2).
 * While the -wal holds pages, a checkpoint cut short may have left part of one, which SQLite reads from there.
 */
function refuseTruncated(handle: Handle, file: string): void {
  if (bytesBeside(file, '-wal') > 0) return
  const pageSize = handle.pragma('page_size', { simple: true }) as number
  if (statSync(file).size % pageSize !== 0) throw new Damaged(`${file} is damaged: its last page is cut short`)
}

/**
 * A rollback journal beside a database is what another program was changing (larry itself uses a -wal). If that program
 * is gone, SQLite puts the file back as it was when somebody who may write asks for it (sqlite.org/lockingv3.html 4);
 * who may only read would see half a change.
 */
function rollBack(file: string): void {
  const handle = new Sqlite(file, { fileMustExist: true, timeout: openPatience })
  try {
    handle.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new Failure(
      'unavailable',
      `${file}-journal holds a change that another program did not finish, and ${file} cannot be written`,
      'copy both files to a folder that can be written',
      { cause: error },
    )
  } finally {
    handle.close()
  }
}

/**
 * Opens a database in a place where SQLite can make no -shm (a read-only or full file system) from its bytes in
 * memory, marked in the header (offsets 18 and 19, sqlite.org/fileformat.html 1.3) as without WAL. Right only while
 * no -wal holds newer pages and no handle of this process is open on it.
 */
function openFrozen(file: string): Handle {
  if (bytesBeside(file, '-wal') > 0)
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
