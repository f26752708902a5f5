import type { Database as Handle } from 'better-sqlite3'
import { migrations, type NumberedMigration } from '../../migrations/index.ts'
import { Damaged, Failure } from '../domain/errors.ts'
import { applicationId } from './application-id.ts'

interface Header {
  readonly application: number
  readonly version: number
  readonly objects: number
}

/** The PRAGMAs as tables (sqlite.org/pragma.html#pragfunc): one statement to compile instead of three. */
const header = `select application_id as application, user_version as version, (select count(*) from sqlite_master) as objects
  from pragma_application_id, pragma_user_version`

/** What a file is to this version of larry. */
export type Identity = 'new' | 'older' | 'current'

export function schemaVersion(handle: Handle): number {
  return handle.pragma('user_version', { simple: true }) as number
}

/** Tells what the file is; one this version must not touch (foreign, newer, or migrated by an edited migration) is refused. */
export function identify(handle: Handle, file: string, known: readonly NumberedMigration[] = migrations): Identity {
  return inOneSnapshot(handle, () => {
    const { application, version, objects } = handle.prepare(header).get() as Header
    if (application === 0 && version === 0 && objects === 0) return 'new'
    if (application !== applicationId)
      throw new Failure(
        'unavailable',
        `${file} is not a larry database`,
        'another program wrote it; name another file with --db',
      )
    if (version > known.length)
      throw new Failure(
        'unavailable',
        `${file} was made by a newer larry (schema ${version}; this one knows ${known.length})`,
        'update larry; nothing was changed',
      )
    if (version > 0) refuseEdited(handle, file, known)
    return version < known.length ? 'older' : 'current'
  })
}

/** Reads as of one moment: another larry may be migrating the file between two questions. */
function inOneSnapshot<T>(handle: Handle, read: () => T): T {
  if (handle.inTransaction) return read()
  handle.exec('begin')
  try {
    return read()
  } finally {
    // SQLite has rolled back by itself after some errors (sqlite.org/lang_transaction.html 3); doing it again would hide them.
    if (handle.inTransaction) handle.exec('rollback')
  }
}

function refuseEdited(handle: Handle, file: string, known: readonly NumberedMigration[]): void {
  const recorded = handle.prepare('select name, sha256 from migration_checksums').all() as {
    name: string
    sha256: string
  }[]
  for (const { name, sha256 } of recorded) {
    if (typeof name !== 'string' || typeof sha256 !== 'string')
      throw new Damaged(`${file} is damaged: its list of migrations cannot be read`)
    const ours = known.find((migration) => migration.name === name)
    if (ours?.sha256 !== sha256)
      throw new Failure(
        'unavailable',
        `the migration ${name} was applied to ${file} in another form than this larry has`,
        `applied ${sha256.slice(0, 12)}, known ${ours?.sha256.slice(0, 12) ?? 'none'}; use the larry that made the file`,
      )
  }
}
