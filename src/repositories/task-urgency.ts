import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { Urgency, UrgencyTerms } from '../domain/urgency.ts'
import type { Clock } from '../domain/when/clock.ts'
import { isBlocked, isBlocking } from './task-states.ts'

/** Each term over an open task `t`, as spec part 5 (Order) has it; the due days are counted on the user's calendar. */
function termsOf({ now, today }: Clock): Record<keyof UrgencyTerms, RawBuilder<number>> {
  const late = sql`(julianday(${today}) - julianday(substr(t.due, 1, 10)))`
  const age = sql`(julianday(${now}) - julianday(t.created_at))`
  return {
    priority: sql`2 * (t.priority_rank - 1)`,
    due: sql`case when t.due is null then 0 else round(2.4 + 9.6 * (min(max(${late}, -14), 7) + 14) / 21, 2) end`,
    blocking: sql`case when ${isBlocking} then 8 else 0 end`,
    blocked: sql`case when ${isBlocked} then -5 else 0 end`,
    active: sql`case when t.status = 'in-progress' then 4 else 0 end`,
    tags: sql`round(0.8 * min((select count(*) from task_tags where task_id = t.id), 3), 2)`,
    age: sql`round(2 * min(max(${age}, 0) / 365, 1), 2)`,
  }
}

/** The urgency of a task `t`; a finished one has none. */
export function urgencyOf(clock: Clock): RawBuilder<number> {
  return sql<number>`case when t.completed_at is null
    then round(${sql.join(Object.values(termsOf(clock)), sql` + `)}, 2) else 0 end`
}

/** What the urgency of open tasks is made of, by id. */
export async function explainUrgency(db: Db, ids: readonly number[], clock: Clock): Promise<Map<number, Urgency>> {
  const terms = Object.entries(termsOf(clock)).map(([name, term]) => term.as(name))
  const rows = await db
    .selectFrom('tasks as t')
    .select(['t.id', urgencyOf(clock).as('total')])
    .select(terms)
    .where('t.id', 'in', valuesOf(ids))
    .where('t.completed_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, total, ...rest }) => [id, { total, terms: rest as unknown as UrgencyTerms }]))
}
