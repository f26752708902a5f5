import type { Database as Handle, Statement } from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'

/** Watches the statements of a connection. */
export interface Observer {
  /** A clock that never goes back, in milliseconds. */
  readonly elapsed: () => number
  /** Told of each statement when it is done: its SQL without values, how long it took, how many rows it gave or changed. */
  readonly saw: (sql: string, ms: number, rows: number) => void
}

/** One better-sqlite3 handle as Kysely's connection. */
export class HandleConnection implements DatabaseConnection {
  readonly #handle: Handle
  readonly #observer: Observer | undefined
  readonly #statements = new Map<string, Statement>()
  /** True while Kysely itself has a transaction open. */
  guarded = false

  constructor(handle: Handle, observer: Observer | undefined) {
    this.#handle = handle
    this.#observer = observer
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.run(query.sql, query.parameters) as QueryResult<R>
  }

  run(sql: string, parameters: readonly unknown[] = []): QueryResult<unknown> {
    this.#refuseRolledBack()
    const start = this.#observer?.elapsed() ?? 0
    const statement = this.#prepare(sql)
    if (statement.reader) {
      const rows = statement.all(parameters)
      this.#observer?.saw(sql, this.#observer.elapsed() - start, rows.length)
      return { rows }
    }
    const { changes, lastInsertRowid } = statement.run(parameters)
    this.#observer?.saw(sql, this.#observer.elapsed() - start, changes)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  /**
   * Rows a page of `size` at a time, of one moment; until the last is taken the connection can do nothing else, and
   * what others write meanwhile stays in the -wal.
   */
  async *streamQuery<R>({ sql, parameters }: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
    this.#refuseRolledBack()
    const elapsed = this.#observer?.elapsed ?? (() => 0)
    const rows = this.#handle.prepare(sql).iterate(parameters) as IterableIterator<R>
    let [ms, count] = [0, 0]
    try {
      for (let isLast = false; !isLast; ) {
        const start = elapsed()
        const page: R[] = []
        while (!isLast && page.length < size) {
          const { done, value } = rows.next()
          if (done === true) isLast = true
          else page.push(value)
        }
        ms += elapsed() - start
        count += page.length
        yield { rows: page }
      }
    } finally {
      rows.return?.()
      this.#observer?.saw(sql, ms, count)
    }
  }

  #refuseRolledBack(): void {
    if (this.guarded && !this.#handle.inTransaction)
      throw new Error('SQLite has already rolled this transaction back; nothing more can happen in it')
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
