import type { Database as Handle, Statement } from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { beginImmediate } from './turn.ts'

/** Told of each statement when it is done: its SQL without values, how long it took, how many rows it gave or changed. */
export type Observer = (sql: string, ms: number, rows: number) => void

/**
 * SQLite through one better-sqlite3 handle, as larry needs it and Kysely's own dialect does not give it:
 * writes begin IMMEDIATE (a deferred transaction that reads before it writes fails with SQLITE_BUSY_SNAPSHOT at once,
 * sqlite.org/isolation.html), a rollback SQLite has already made is not repeated over the real error, and
 * the outer handle is refused inside a transaction (Kysely's mutex would wait for ever).
 */
export class LarryDialect implements Dialect {
  readonly #handle: Handle
  readonly #observe: Observer | undefined

  constructor(handle: Handle, observe?: Observer) {
    this.#handle = handle
    this.#observe = observe
  }

  createDriver(): Driver {
    return new HandleDriver(this.#handle, new HandleConnection(this.#handle, this.#observe), this.#observe)
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
  readonly #observe: Observer | undefined

  constructor(handle: Handle, connection: HandleConnection, observe: Observer | undefined) {
    this.#handle = handle
    this.#connection = connection
    this.#observe = observe
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
    const start = performance.now()
    await beginImmediate(this.#handle)
    this.#connection.guarded = true
    this.#observe?.('begin immediate', performance.now() - start, 0)
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

class HandleConnection implements DatabaseConnection {
  readonly #handle: Handle
  readonly #observe: Observer | undefined
  readonly #statements = new Map<string, Statement>()
  /** True while Kysely itself has a transaction open. */
  guarded = false

  constructor(handle: Handle, observe: Observer | undefined) {
    this.#handle = handle
    this.#observe = observe
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.run(query.sql, query.parameters) as QueryResult<R>
  }

  run(sql: string, parameters: readonly unknown[] = []): QueryResult<unknown> {
    if (this.guarded && !this.#handle.inTransaction)
      throw new Error('SQLite has already rolled this transaction back; nothing more can happen in it')
    const start = performance.now()
    const statement = this.#prepare(sql)
    if (statement.reader) {
      const rows = statement.all(parameters)
      this.#observe?.(sql, performance.now() - start, rows.length)
      return { rows }
    }
    const { changes, lastInsertRowid } = statement.run(parameters)
    this.#observe?.(sql, performance.now() - start, changes)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered; page by key instead')
  }

  /** A statement is prepared once for each text: ten thousand equal inserts cost one compilation. */
  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#handle.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
