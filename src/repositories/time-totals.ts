import { sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** Seconds tracked on each of these tasks. */
export async function trackedSeconds(db: Db, ids: readonly number[], now: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('time_entries')
    .select([
      'task_id',
      sql<number>`sum(round(86400 * (julianday(coalesce(ended_at, ${now})) - julianday(started_at))))`.as('seconds'),
    ])
    .where('task_id', 'in', valuesOf(ids))
    .groupBy('task_id')
    .execute()
  return new Map(rows.map(({ task_id, seconds }) => [task_id, seconds]))
}
