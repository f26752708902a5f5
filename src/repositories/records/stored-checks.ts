import { sql } from 'kysely'
import type { Db, Tx } from '../../db/handles.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { chunksOf, valuesOf } from '../../db/values.ts'
import type { StoredCheck } from '../habit-checks.ts'

/** The checks of habits, by habit and day: `3 2026-11-23`. */
export async function checksByHabit(db: Db, habits: readonly number[]): Promise<Map<string, StoredCheck>> {
  const rows = await db.selectFrom('habit_checks').selectAll().where('habit_id', 'in', valuesOf(habits)).execute()
  return new Map(rows.map((row) => [`${row.habit_id} ${row.on}`, row]))
}

/** Stores checks that say themselves when they were made; one that a habit has on the day already is replaced. */
export async function storeChecks(tx: Tx, checks: readonly StoredCheck[]): Promise<void> {
  for (const some of chunksOf(checks))
    await insertRows(tx, 'habit_checks', some)
      .onConflict((conflict) =>
        conflict.columns(['habit_id', 'on'] as never).doUpdateSet({
          amount: sql`excluded.amount`,
          note: sql`excluded.note`,
          skipped: sql`excluded.skipped`,
          updated_at: sql`excluded.updated_at`,
        } as never),
      )
      .execute()
}
