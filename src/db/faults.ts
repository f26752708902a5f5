import { Damaged, Failure } from '../domain/errors.ts'

type Saying = readonly [message: (file: string) => string, hint?: string]

/** SQLite's result codes (sqlite.org/rescode.html) as sentences, by the longest prefix that fits. */
const sayings: Record<string, Saying> = {
  SQLITE_BUSY: [
    (file) => `${file} is busy: another larry has been writing for too long`,
    'try again; larry db info tells the file',
  ],
  SQLITE_LOCKED: [(file) => `${file} is busy: another larry has been writing for too long`, 'try again'],
  SQLITE_PROTOCOL: [(file) => `${file} is busy: its lock could not be had`, 'try again'],
  SQLITE_READONLY: [(file) => `${file} cannot be written: it or its folder is read-only`],
  SQLITE_PERM: [(file) => `${file} cannot be written: permission denied`],
  SQLITE_FULL: [(file) => `the disk is full: nothing was changed in ${file}`, 'make room and try again'],
  SQLITE_NOTADB: [
    (file) => `${file} is not a database`,
    'name another file with --db; if it was one, move it away and restore a backup',
  ],
  SQLITE_CANTOPEN: [(file) => `${file} cannot be opened: check that it and its folder can be read and written`],
  SQLITE_IOERR: [(file) => `reading or writing ${file} failed: the disk may be full or failing`],
  SQLITE_NOMEM: [() => 'out of memory'],
  SQLITE_TOOBIG: [() => 'a value is too big to store'],
}

const errnos: Record<string, Saying> = {
  ENOSPC: [(file) => `the disk is full: ${file}`, 'make room and try again'],
  EACCES: [(file) => `permission denied: ${file}`],
  EPERM: [(file) => `not permitted: ${file}`],
  EROFS: [(file) => `${file} is on a read-only file system`],
  ENOENT: [(file) => `${file} does not exist`],
  ENOTDIR: [(file) => `${file} is not inside a folder`],
  EISDIR: [(file) => `${file} is a folder`],
  ENAMETOOLONG: [(file) => `the name is too long: ${file}`],
  EMFILE: [(file) => `too many open files: ${file}`],
  ERR_INVALID_ARG_VALUE: [(file) => `the name holds NUL: ${file}`],
  ELOOP: [(file) => `too many links: ${file}`],
  EIO: [(file) => `reading or writing failed: ${file}`],
  EFBIG: [(file) => `the file would be too large: ${file}`],
  ERR_DLOPEN_FAILED: [
    () => 'the SQLite library was built for another Node',
    'npm rebuild better-sqlite3, where larry is installed',
  ],
  // EDQUOT, for which Node has no name: 122 on Linux, 69 on macOS.
  'Unknown system error -122': [(file) => `the disk quota is used up: ${file}`],
  'Unknown system error -69': [(file) => `the disk quota is used up: ${file}`],
}

/** The failure a SQLite or file system error means to a person, or undefined when it means a bug. */
export function faultOf(error: unknown, file: string): Failure | undefined {
  if (error instanceof Failure || !(error instanceof Error)) return undefined
  const { code, path } = error as NodeJS.ErrnoException
  // All JSON larry reads is what it wrote into the file itself.
  const isBrokenJson = error instanceof SyntaxError ? /JSON/.test(error.message) : error.message === 'malformed JSON'
  if (isBrokenJson) return new Damaged(`${file} is damaged: a value in it cannot be read`, { cause: error })
  if (code === undefined) return undefined
  // larry gives out every key itself, after the last one the file says it gave.
  if (/^SQLITE_CONSTRAINT_(PRIMARYKEY|ROWID)/.test(code))
    return new Damaged(`${file} is damaged: it gives out numbers that are taken`, { cause: error })
  if (code.startsWith('SQLITE_CORRUPT')) return new Damaged(`${file} is damaged`, { cause: error })
  if (Object.hasOwn(errnos, code)) return say(errnos[code]!, path ?? file, error)
  const known = Object.keys(sayings).find((prefix) => code === prefix || code.startsWith(`${prefix}_`))
  return known === undefined ? undefined : say(sayings[known]!, file, error)
}

function say([message, hint]: Saying, file: string, cause: Error): Failure {
  return new Failure('unavailable', message(file), hint, { cause })
}

/** True when SQLite only says that somebody else holds the lock just now. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return code !== undefined && /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)
}
