import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** The raw connection, for what Kysely has no words for: triggers, PRAGMAs, the shape of tables. */
export type { Database as Handle } from 'better-sqlite3'

/** The reading half of a handle. A `Tx` is one too; a writer does not accept it. */
export type Db = Pick<Kysely<Database>, 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'>

/** A writing handle: functions that change rows ask for this, so no write escapes a transaction. */
export type Tx = Transaction<Database>
