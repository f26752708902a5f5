import type { Generated } from 'kysely'

export interface ActionsTable {
  id: Generated<number>
  created_at: string
  kind: 'change' | 'undo' | 'redo'
  /** The verb, `task add`. */
  command: string
  /** The command line as typed, a JSON array. */
  arguments: string
  schema_version: number
  /** The undo that took it back; null while it stands. */
  undone_by: number | null
  /** The redo by which it stands again. */
  redone_by: number | null
}

export interface ChangesTable {
  id: Generated<number>
  action_id: number
  table_name: string
  /** JSON array of the row's primary key. */
  row_key: string
  /** JSON object of the whole row, null where there was none. */
  before: string | null
  after: string | null
}

/** An operation of `apply` that came with an idempotency key: sent again, it answers what it answered. */
export interface OperationKeysTable {
  key: string
  /** The operation as it was sent, a JSON object. */
  operation: string
  /** What it was answered, a JSON object. */
  result: string
  created_at: string
}
