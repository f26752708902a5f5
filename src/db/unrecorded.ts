import { type RawBuilder, sql } from 'kysely'
import { migrations } from '../../migrations/index.ts'
import { Failure } from '../domain/errors.ts'
import type { Tx } from './handles.ts'
import { schemaVersion } from './identity.ts'
import { imageOf, journaledTables, quoteName } from './journal.ts'
import type { Store } from './open.ts'
import { reserveRoom } from './reserve-room.ts'
import { valuesOf } from './values.ts'

/** What a change outside the journal came to. */
interface Outcome<T> {
  /** The rows that changed, by id. */
  readonly changed: readonly number[]
  readonly answer: T
  /** Nothing is kept of a rehearsal. */
  readonly rehearsal?: boolean
  /** Done last, when the disk has room for the change: what fails here takes it back. */
  readonly last?: () => Promise<void>
}

/**
 * Changes rows of a table in an immediate transaction that is no action of the user's: `undo` passes over it. The last
 * recorded change of each row is made to end as the row is now, so that the change before it can still be undone and
 * `db check` finds every row as recorded. When `body` throws, nothing has happened.
 */
export async function unrecorded<T>(
  { kysely, handle }: Store,
  table: 'reminders',
  body: (tx: Tx) => Promise<Outcome<T>>,
): Promise<T> {
  const tx = await kysely.startTransaction().execute()
  try {
    if (schemaVersion(handle) !== migrations.length)
      throw new Failure('unavailable', `${handle.name} was migrated meanwhile; nothing was changed`, 'run it again')
    const { changed, answer, rehearsal, last } = await body(tx)
    const keep = rehearsal !== true && changed.length > 0
    if (keep) await amended(handle, table, changed).execute(tx)
    if (keep && last !== undefined) reserveRoom(handle, changed.length)
    await last?.()
    await (keep ? tx.commit() : tx.rollback()).execute()
    return answer
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}

function amended(handle: Store['handle'], table: string, ids: readonly number[]): RawBuilder<unknown> {
  const shape = journaledTables(handle).find(({ name }) => name === table)!
  const keys = ids.map((id) => `[${id}]`)
  const image = sql.raw(`select ${imageOf(shape, 'r')} from ${quoteName(table)} r where r.id = changes.row_key ->> 0`)
  return sql`
    update changes set after = (${image})
    where id in (select max(id) from changes
                 where table_name = ${table} and row_key in ${valuesOf(keys)} group by row_key)`
}
