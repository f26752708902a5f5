import { type RawBuilder, sql } from 'kysely'
import { elapsedMs } from '../db/elapsed.ts'
import type { Db } from '../db/handles.ts'

/** What was done on some tasks. */
export interface Work {
  /** Time tracked, in milliseconds; a timer that runs counts up to now. */
  readonly tracked_ms: number
  readonly billable_ms: number
  /** UTC instant at which one of the tasks was changed, commented or worked on last; null where there are none. */
  readonly last_activity: string | null
}

/** SQL for the milliseconds of a time entry `e`. */
export function lengthOf(now: string): RawBuilder<number> {
  return elapsedMs(sql`e.started_at`, sql`coalesce(e.ended_at, ${now})`)
}

/** What was done on the tasks whose ids a query gives. */
export async function workOn(db: Db, tasks: RawBuilder<unknown>, now: string): Promise<Work> {
  const { rows } = await sql<Work>`
    with
      worked (id) as materialized (${tasks}),
      entries (billable, until, ms) as materialized (
        select e.billable, coalesce(e.ended_at, ${now}), ${lengthOf(now)}
        from worked cross join time_entries e on e.task_id = worked.id),
      moments (at) as (
        select max(until) from entries
        union all select max(t.updated_at) from worked cross join tasks t on t.id = worked.id
        union all select max(task_comments.created_at) from worked cross join task_comments on task_id = worked.id)
    select (select coalesce(sum(ms), 0) from entries) as tracked_ms,
           (select coalesce(sum(ms), 0) from entries where billable = 1) as billable_ms,
           (select max(at) from moments) as last_activity`.execute(db)
  return rows[0]!
}
