import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { Grouping, Period, Rated } from '../domain/time-report.ts'
import { type Condition, clientOfTask } from './tasks.ts'
import { secondsSql } from './time-entries.ts'

/** Seconds worked on each of these tasks, a running timer until `now`; those without an entry are left out. */
export async function trackedSeconds(db: Db, ids: readonly number[], now: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('time_entries as e')
    .select('e.task_id')
    .select(sql<number>`sum(${secondsSql(now)})`.as('seconds'))
    .where('e.task_id', 'in', valuesOf(ids))
    .groupBy('e.task_id')
    .execute()
  return new Map(rows.map(({ task_id, seconds }) => [task_id, seconds]))
}

/** What each grouping reads, and how it is ordered. */
const columns: Record<Grouping, { readonly [key: string]: { readonly value: string; readonly order: string } }> = {
  client: { client: { value: 'c.name', order: 'c.name is null, c.name_folded' } },
  project: { project: { value: 'p.name', order: 'p.name is null, p.name_folded' } },
  task: { task_id: { value: 't.id', order: 't.id' }, title: { value: 't.title', order: 't.id' } },
  day: { day: { value: 'period.day', order: 'period.day' } },
  week: { week: { value: 'period.week', order: 'period.week' } },
  month: { month: { value: 'period.month', order: 'period.month' } },
}

/**
 * Entries that began in one of the periods, summed for each group and, within it, each rate, in one statement; in the
 * order of the groups, none last. The periods come first in the join, so that each finds its entries by their index.
 */
export async function totalsBy(
  db: Db,
  by: readonly Grouping[],
  { periods, where, round, now }: { periods: readonly Period[]; where: Condition; round: number; now: string },
): Promise<Rated[]> {
  const parts = by.flatMap((grouping) => Object.entries(columns[grouping]))
  const keys = parts.map(([key, { value }]) => sql`${sql.raw(value)} as ${sql.id(key)}`)
  const groups = [...parts.map(([, { value }]) => value), 'c.rate_cents', 'c.currency']
  const order = [...parts.map(([, part]) => part.order), 'c.currency', 'c.rate_cents']
  const { rows } = await sql<Rated>`
    select ${sql.join(keys)}, count(*) as entries, sum(${roundedUp(round, now)}) as seconds,
           sum(${roundedUp(round, now)} * e.billable) as billable_seconds, c.rate_cents, c.currency
    from (select value ->> 0 as start, value ->> 1 as before, value ->> 2 as day, value ->> 3 as week, value ->> 4 as month
          from json_each(${JSON.stringify(periods.map(({ from, before, day, week, month }) => [from, before, day, week, month]))})) period
    cross join time_entries e on e.started_at >= period.start and e.started_at < period.before
    join tasks t on t.id = e.task_id
    left join projects p on p.id = t.project_id
    left join clients c on c.id = ${clientOfTask}
    where ${where}
    group by ${sql.raw(groups.join(', '))}
    order by ${sql.raw(order.join(', '))}`.execute(db)
  return rows
}

/** An entry's seconds, up to the next whole multiple of `round`. Literals, for a bound number is a REAL and divides as one. */
function roundedUp(round: number, now: string): RawBuilder<number> {
  return sql`(${secondsSql(now)} + ${sql.lit(round - 1)}) / ${sql.lit(round)} * ${sql.lit(round)}`
}
