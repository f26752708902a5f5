import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Observer } from './connection.ts'
import type { Maker } from './copy.ts'
import { LarryDialect } from './dialect.ts'
import { isBusy } from './faults.ts'
import { defineFunctions } from './functions.ts'
import type { Db } from './handles.ts'
import { isCurrentByHeader } from './header.ts'
import { type Identity, identify } from './identity.ts'
import { checkName, createFile, isNewFile } from './location.ts'
import { closingOnFailure, looking, openPatience, peek } from './peek.ts'
import { tuneReader, tuneWriter } from './pragmas.ts'
import type { Database } from './schema.ts'

export interface OpenOptions {
  /** Absolute path. */
  readonly file: string
  /** The default place: its folder may be made. */
  readonly makeFolder: boolean
  readonly observer?: Observer
  readonly maker: Maker
  /** Called before an older file is migrated; refuses, or takes the backup. */
  readonly beforeUpgrade: (file: string) => Promise<void>
}

/** An open file: the typed handle for everybody; the raw one for what runs the transaction and takes it back. */
export interface Store {
  readonly file: string
  readonly kysely: Kysely<Database>
  readonly handle: Handle
  close(): void
}

/** Opens the file to read it. Where nothing must be created or migrated the connection is read-only and leaves the file's bytes and time alone. */
export async function openToRead(options: OpenOptions): Promise<Store> {
  const { file } = options
  checkName(file)
  if (isNewFile(file)) return openToWrite(options)
  const { handle, identity } = await patiently(() => peek(file))
  if (identity !== 'current') {
    handle.close()
    return openToWrite(options)
  }
  return closingOnFailure(handle, () => {
    tuneReader(handle)
    return storeOn(handle, file, options.observer)
  })
}

/** Reads the file and lets go of it again. */
export async function reading<T>(options: OpenOptions, use: (db: Db) => Promise<T>): Promise<T> {
  const store = await openToRead(options)
  try {
    return await use(store.kysely)
  } finally {
    store.close()
  }
}

/** As `reading`, but all that is read is of one moment (sqlite.org/isolation.html); `holdsUp` when nobody can write meanwhile. */
export async function readingOneMoment<T>(
  options: OpenOptions,
  use: (db: Db, holdsUp: boolean) => Promise<T>,
): Promise<T> {
  const store = await openToRead(options)
  try {
    const holdsUp = store.handle.pragma('journal_mode', { simple: true }) !== 'wal'
    store.handle.exec('begin')
    return await use(store.kysely, holdsUp)
  } finally {
    store.close()
  }
}

/** Opens the file to change it: looks at it read-only first, then creates or migrates it where needed. */
export async function openToWrite(options: OpenOptions): Promise<Store> {
  const { file } = options
  checkName(file)
  const isNew = isNewFile(file)
  if (isNew) createFile(file, options.makeFolder)
  const isOurs = !isNew && isCurrentByHeader(file)
  const identity = isNew ? 'new' : isOurs ? 'current' : await patiently(() => look(file))
  if (identity === 'older') await options.beforeUpgrade(file)
  const handle = await patiently(() => connect(file, isOurs))
  try {
    if (identity !== 'current') {
      const { migrate } = await import('./migrate.ts')
      await patiently(() => migrate(handle))
    }
    return storeOn(handle, file, options.observer)
  } catch (error) {
    handle.close()
    throw error
  }
}

/** Opens the file as it is, whatever its schema version: for migrating it. A new file is created first. */
export async function openToMigrate(file: string, makeFolder: boolean): Promise<Store> {
  checkName(file)
  if (isNewFile(file)) createFile(file, makeFolder)
  else await patiently(() => look(file))
  return storeOn(await patiently(() => connect(file)), file)
}

function storeOn(handle: Handle, file: string, observer?: Observer): Store {
  defineFunctions(handle)
  return {
    file,
    handle,
    kysely: new Kysely<Database>({ dialect: new LarryDialect(handle, observer) }),
    close: () => {
      handle.close()
    },
  }
}

/** `unseen` when nobody has looked at the file with SQLite yet. */
function connect(file: string, unseen = false): Handle {
  const handle = new Sqlite(file, { fileMustExist: true, timeout: openPatience })
  return closingOnFailure(handle, () => {
    if (unseen) identify(handle, file)
    tuneWriter(handle)
    return handle
  })
}

function look(file: string): Identity {
  return looking(file, (_, identity) => identity)
}

/** Tries again while others hold the lock: switching to WAL and recovering may answer busy without waiting (sqlite.org/wal.html 9). */
async function patiently<T>(run: () => T | Promise<T>): Promise<T> {
  let deadline = Number.POSITIVE_INFINITY
  for (let pause = 2; ; pause = Math.min(2 * pause, 100)) {
    try {
      return await run()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
      deadline = Math.min(deadline, performance.now() + openPatience)
      await new Promise((resolve) => setTimeout(resolve, pause + Math.random() * pause))
    }
  }
}
