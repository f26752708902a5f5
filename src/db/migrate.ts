import type { Database as Handle } from 'better-sqlite3'
import { Kysely, type MigrationResult, type MigrationResultSet, Migrator, type NoMigrations } from 'kysely'
import { migrations, type NumberedMigration } from '../../migrations/index.ts'
import { Failure } from '../domain/errors.ts'
import { applicationId } from './application-id.ts'
import { LarryDialect } from './dialect.ts'
import { type Identity, identify, schemaVersion } from './identity.ts'
import { beginImmediate } from './turn.ts'

export { NO_MIGRATIONS } from 'kysely'

/**
 * Kysely's Migrator, made whole for SQLite: a run is one immediate transaction together with its bookkeeping, the
 * application id, the checksums and `user_version`, so a crash or a failing migration leaves the file as it was and
 * of two runs at once one applies. Foreign keys are off meanwhile (a rebuilt table would delete its cascading
 * children, sqlite.org/lang_altertable.html 7) and checked before the commit. `larry db migrate` and
 * `npx kysely migrate:*` both run this class.
 */
export class AtomicMigrator extends Migrator {
  readonly #handle: Handle
  readonly #known: readonly NumberedMigration[]
  readonly #keep: () => void

  /** `keep` runs once nobody else can write any more and before anything is changed, to copy exactly what was there. */
  constructor(handle: Handle, known: readonly NumberedMigration[] = migrations, keep: () => void = () => {}) {
    super({
      db: new Kysely<unknown>({ dialect: new LarryDialect(handle) }),
      provider: { getMigrations: async () => Object.fromEntries(known.map((one) => [one.name, one])) },
    })
    this.#handle = handle
    this.#known = known
    this.#keep = keep
  }

  override migrateToLatest(): Promise<MigrationResultSet> {
    return this.#atomically(
      () => super.migrateToLatest(),
      (identity) => identity !== 'current',
    )
  }

  override migrateTo(name: string | NoMigrations): Promise<MigrationResultSet> {
    return this.#atomically(() => super.migrateTo(name))
  }

  override migrateUp(): Promise<MigrationResultSet> {
    return this.#atomically(() => super.migrateUp())
  }

  override migrateDown(): Promise<MigrationResultSet> {
    return this.#atomically(() => super.migrateDown())
  }

  async #atomically(
    run: () => Promise<MigrationResultSet>,
    isNeeded: (identity: Identity) => boolean = () => true,
  ): Promise<MigrationResultSet> {
    const handle = this.#handle
    const keys = handle.pragma('foreign_keys', { simple: true }) as number
    handle.pragma('foreign_keys = OFF')
    // A table is rebuilt under another name and renamed: with this, views that speak of it do not stand in the way
    // (sqlite.org/lang_altertable.html 7).
    handle.pragma('legacy_alter_table = ON')
    try {
      await beginImmediate(handle)
      if (!isNeeded(identify(handle, handle.name, this.#known))) return { results: [] }
      const before = schemaVersion(handle)
      if (before > 0) this.#keep()
      evenTimestamps(handle)
      const answer = await run()
      if (answer.error !== undefined) return { ...answer, results: answer.results?.map(undone) ?? [] }
      const results = answer.results ?? []
      if (results.length === 0 && before > 0) return answer
      this.#sign()
      handle.exec('commit')
      return answer
    } catch (error) {
      return { error, results: [] }
    } finally {
      if (handle.inTransaction) handle.exec('rollback')
      handle.pragma('legacy_alter_table = OFF')
      handle.pragma(`foreign_keys = ${keys}`)
    }
  }

  /** Checks the keys and writes what the run made of the file: checksums, application id, schema version. */
  #sign(): void {
    const handle = this.#handle
    const broken = handle.pragma('foreign_key_check') as { table: string; rowid: number }[]
    if (broken.length > 0)
      throw new Failure(
        'failed',
        `the migration would break ${broken.length} references, the first in ${broken[0]!.table} row ${broken[0]!.rowid}`,
      )
    handle.exec('create table if not exists migration_checksums (name text primary key, sha256 text not null) strict')
    handle.exec('delete from migration_checksums')
    const applied = new Set(handle.prepare('select name from kysely_migration').pluck().all())
    const record = handle.prepare('insert into migration_checksums (name, sha256) values (?, ?)')
    for (const { name, sha256 } of this.#known) if (applied.has(name)) record.run(name, sha256)
    evenTimestamps(handle)
    handle.pragma(`application_id = ${applicationId}`)
    handle.pragma(`user_version = ${applied.size}`)
  }
}

/** What had gone well before another migration failed was rolled back with it. */
function undone(result: MigrationResult): MigrationResult {
  return result.status === 'Success' ? { ...result, status: 'NotExecuted' } : result
}

/** Kysely orders what was applied by wall clock; a clock set back must not wedge the next upgrade, so no time is before its forerunner's. */
function evenTimestamps(handle: Handle): void {
  const exists = handle.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()
  if (exists !== undefined)
    handle.exec(`update kysely_migration set timestamp =
      (select max(earlier.timestamp) from kysely_migration earlier where earlier.name <= kysely_migration.name)`)
}

/** Brings the file to the head, to a named migration or to none; answers what was run. Anything that fails leaves it as it was. `keep` as for the class. */
export async function migrate(
  handle: Handle,
  target?: string | NoMigrations,
  keep?: () => void,
): Promise<{ name: string; direction: 'Up' | 'Down' }[]> {
  const migrator = new AtomicMigrator(handle, migrations, keep)
  const { error, results } = target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target)
  if (error !== undefined) throw error
  return (results ?? []).map(({ migrationName, direction }) => ({ name: migrationName, direction }))
}
