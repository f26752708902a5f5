import type { Database as Handle } from 'better-sqlite3'
import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { HandleConnection, type Observer } from './connection.ts'
import { beginImmediate } from './turn.ts'

/**
 * SQLite through one better-sqlite3 handle, as larry needs it and Kysely's own dialect does not give it:
 * writes begin IMMEDIATE (a deferred transaction that reads before it writes fails with SQLITE_BUSY_SNAPSHOT at once,
 * sqlite.org/isolation.html), a rollback SQLite has already made is not repeated over the real error, and
 * the outer handle is refused inside a transaction (Kysely's mutex would wait for ever).
 */
export class LarryDialect implements Dialect {
  readonly #handle: Handle
  readonly #observer: Observer | undefined

  constructor(handle: Handle, observer?: Observer) {
    this.#handle = handle
    this.#observer = observer
  }

  createDriver(): Driver {
    return new HandleDriver(this.#handle, new HandleConnection(this.#handle, this.#observer), this.#observer)
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): SqliteAdapter {
    return new SqliteAdapter()
  }

  createIntrospector(db: Kysely<any>): DatabaseIntrospector {
    return new SqliteIntrospector(db)
  }
}

class HandleDriver implements Driver {
  readonly #handle: Handle
  readonly #connection: HandleConnection
  readonly #observer: Observer | undefined

  constructor(handle: Handle, connection: HandleConnection, observer: Observer | undefined) {
    this.#handle = handle
    this.#connection = connection
    this.#observer = observer
  }

  async init(): Promise<void> {}

  /** Statements run to their end within a tick, so the one connection needs no queue; only a transaction may not be joined unasked. */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection.guarded && this.#handle.inTransaction)
      throw new Error('the outer database handle was used inside a transaction; use the transaction')
    return this.#connection
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    const start = this.#observer?.elapsed() ?? 0
    await beginImmediate(this.#handle)
    this.#connection.guarded = true
    this.#observer?.saw('begin immediate', this.#observer.elapsed() - start, 0)
  }

  async commitTransaction(): Promise<void> {
    this.#connection.run('commit')
    this.#connection.guarded = false
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#handle.inTransaction) this.#connection.run('rollback')
    this.#connection.guarded = false
  }

  async destroy(): Promise<void> {
    this.#handle.close()
  }
}
