import { closeSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { createFolder } from './create-folder.ts'

/** Bytes of a database's first page at the least (sqlite.org/fileformat.html 1.3.2); SQLite takes what is tiny for empty. */
const smallest = 512

/** Refuses names SQLite would take for something other than a file: an empty one opens a temporary database that keeps nothing. */
export function checkName(file: string): string {
  if (file.trim() === '')
    throw new Failure(
      'unavailable',
      'the database file has an empty name',
      'name it with --db <file>, or unset LARRY_DB for the default',
    )
  if (file === ':memory:' || file.startsWith('file:'))
    throw new Failure('unavailable', `"${file}" names no file that keeps anything`, 'name a file with --db <file>')
  if (file !== file.trim() || file.includes('\0'))
    throw new Failure('unavailable', `the database name "${file}" begins or ends with a space or holds NUL`)
  return file
}

function sizeOf(file: string): number | undefined {
  try {
    const found = statSync(file)
    if (!found.isFile()) throw new Failure('unavailable', `${file} is not a file`)
    return found.size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Answers whether the file holds anything yet. A -wal with content beside no database is the rest of somebody's data
 * and is refused, not overwritten. (The -wal is looked at first: SQLite writes the database's first page before it.)
 */
export function isNewFile(file: string): boolean {
  const wal = sizeOf(`${file}-wal`) ?? 0
  const size = sizeOf(file)
  if (wal > 0 && (size ?? 0) === 0)
    throw new Failure(
      'unavailable',
      `${file} is missing but ${file}-wal holds data`,
      'put the database back beside it, or move the -wal file away',
    )
  if (size !== undefined && size > 0 && size < smallest)
    throw new Failure(
      'unavailable',
      `${file} is not a database`,
      'another program wrote it; name another file with --db',
    )
  return (size ?? 0) === 0
}

/** Creates an empty file that only its owner can read, and for the default place its folder. One that exists is left alone. */
export function createFile(file: string, makeFolder: boolean): void {
  if (makeFolder) createFolder(dirname(file))
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST' && sizeOf(file) !== undefined) return
    if (code === 'EEXIST') throw new Failure('unavailable', `${file} is a link to a file that does not exist`)
    if (code === 'ENOENT')
      throw new Failure('unavailable', `the folder ${dirname(file)} does not exist`, `mkdir -p ${dirname(file)}`)
    throw error
  }
}
