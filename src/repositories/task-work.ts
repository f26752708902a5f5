import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { secondsSql } from './time-entries.ts'

/** What was done on some tasks. */
export interface Work {
  /** Seconds; a timer that runs counts up to now. */
  readonly tracked_seconds: number
  readonly billable_seconds: number
  /** UTC instant at which one of the tasks was changed, commented or worked on last; null where there are none. */
  readonly last_activity: string | null
}

/** What was done on the tasks whose ids a query gives. */
export async function workOn(db: Db, tasks: RawBuilder<unknown>, now: string): Promise<Work> {
  const { rows } = await sql<Work>`
    with
      worked (id) as materialized (${tasks}),
      entries (billable, until, seconds) as materialized (
        select e.billable, coalesce(e.ended_at, ${now}), ${secondsSql(now)}
        from worked cross join time_entries e on e.task_id = worked.id),
      moments (at) as (
        select max(until) from entries
        union all select max(t.updated_at) from worked cross join tasks t on t.id = worked.id
        union all select max(task_comments.created_at) from worked cross join task_comments on task_id = worked.id)
    select (select coalesce(sum(seconds), 0) from entries) as tracked_seconds,
           (select coalesce(sum(seconds), 0) from entries where billable = 1) as billable_seconds,
           (select max(at) from moments) as last_activity`.execute(db)
  return rows[0]!
}
