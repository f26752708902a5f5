import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { valuesOf } from '../db/values.ts'
import type { Check } from '../domain/habit/marks.ts'

/** A check as it is stored: what was done of a habit on a day, or that it was skipped. */
export type StoredCheck = Selectable<Database['habit_checks']>

/**
 * The checks of habits, each habit's in the order of their days, from a day on or all. A habit's are made one line of JSON
 * by SQLite (json_group_array, PostgreSQL's json_agg): a row for each of 70,000 checks takes four times as long.
 */
export async function checksOf(db: Db, ids: readonly number[], from = ''): Promise<Map<number, Check[]>> {
  const { rows } = await sql<{ habit_id: number; checks: string }>`
    select habit_id, json_group_array(json_array("on", amount, skipped)) as checks
    from habit_checks where habit_id in ${valuesOf(ids)} and "on" >= ${from}
    group by habit_id`.execute(db)
  return new Map(
    rows.map(({ habit_id, checks }) => {
      const read = JSON.parse(checks) as [on: string, amount: number | null, skipped: number][]
      return [habit_id, read.map(([on, amount, skipped]) => ({ on, amount, skipped: skipped === 1 }))]
    }),
  )
}

/** What these habits have on a day, by habit. */
export function checksOn(db: Db, ids: readonly number[], day: string): Promise<StoredCheck[]> {
  return db
    .selectFrom('habit_checks')
    .selectAll()
    .where('habit_id', 'in', valuesOf(ids))
    .where('on', '=', day)
    .orderBy('habit_id')
    .execute()
}

/** The last checks of a habit, newest first. */
export function lastChecks(db: Db, id: number, limit: number): Promise<StoredCheck[]> {
  return db
    .selectFrom('habit_checks')
    .selectAll()
    .where('habit_id', '=', id)
    .orderBy('on', 'desc')
    .limit(sql.lit(limit))
    .execute()
}

/** How many checks these habits have, skips too. */
export async function countChecks(db: Db, ids: readonly number[]): Promise<number> {
  const { count } = await db
    .selectFrom('habit_checks')
    .select(sql<number>`count(*)`.as('count'))
    .where('habit_id', 'in', valuesOf(ids))
    .executeTakeFirstOrThrow()
  return count
}

/** The first and the last day of each of these habits that has checks. */
export async function checkedDays(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { readonly first: string; readonly last: string }>> {
  const rows = await db
    .selectFrom('habit_checks')
    .select((eb) => ['habit_id', eb.fn.min<string>('on').as('first'), eb.fn.max<string>('on').as('last')])
    .where('habit_id', 'in', valuesOf(ids))
    .groupBy('habit_id')
    .execute()
  return new Map(rows.map(({ habit_id, first, last }) => [habit_id, { first, last }]))
}

/** What a check is to say. */
export type CheckValues = Pick<StoredCheck, 'habit_id' | 'on' | 'amount' | 'note' | 'skipped'>

/** Stores checks; one that a habit has on the day already is replaced. */
export async function putChecks(tx: Tx, checks: readonly CheckValues[], now: string): Promise<void> {
  if (checks.length === 0) return
  await insertRows(
    tx,
    'habit_checks',
    checks.map((check) => ({ created_at: now, updated_at: now, ...check })),
  )
    .onConflict((conflict) =>
      conflict.columns(['habit_id', 'on'] as never).doUpdateSet({
        amount: sql`excluded.amount`,
        note: sql`excluded.note`,
        skipped: sql`excluded.skipped`,
        updated_at: now,
      } as never),
    )
    .execute()
}

/** Takes back what habits have on a day. */
export async function deleteChecks(tx: Tx, ids: readonly number[], day: string): Promise<void> {
  await tx.deleteFrom('habit_checks').where('habit_id', 'in', valuesOf(ids)).where('on', '=', day).execute()
}
