import { sql } from 'kysely'
import { Failure } from '../domain/errors.ts'
import type { Tx } from './handles.ts'

/**
 * Runs a part of a transaction. When a rule refuses it, what it did is taken back and the transaction can go on otherwise.
 * (A raw statement arms all triggers of the journal, so none of them goes with the savepoint.)
 */
export async function attempt<T>(tx: Tx, part: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(tx)
  try {
    const answer = await part()
    await sql`release attempt`.execute(tx)
    return answer
  } catch (error) {
    if (error instanceof Failure) {
      await sql`rollback to attempt`.execute(tx)
      await sql`release attempt`.execute(tx)
    }
    throw error
  }
}
