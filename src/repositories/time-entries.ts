import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { Span } from '../domain/time-span.ts'
import type { Page } from '../domain/whole-number.ts'
import { type Condition, clientOfTask } from './tasks.ts'

/** Whole seconds of entry `e`, until `now` where it still runs: `secondsOf` of domain/time-span.ts, in SQL. */
export function secondsSql(now: string): RawBuilder<number> {
  return sql<number>`max(unixepoch(coalesce(e.ended_at, ${now})) - unixepoch(e.started_at), 0)`
}

/**
 * Entries `e` with their task `t`, its project `p` and the client `c` it or its project belongs to. The cross join has
 * SQLite begin with the entries, which an index gives in the order of a list (sqlite.org/optoverview.html 7.1).
 */
function fromEntries(db: Db) {
  return db
    .selectFrom('time_entries as e')
    .crossJoin('tasks as t')
    .whereRef('t.id', '=', 'e.task_id')
    .leftJoin('projects as p', 'p.id', 't.project_id')
    .leftJoin('clients as c', (join) => join.on('c.id', '=', clientOfTask))
}

/** The entries with all that JSON shows of them, in the order of its keys; hours are `toHours` of domain/duration.ts, in SQL. */
function selectEntries(db: Db, now: string) {
  return fromEntries(db)
    .select(['e.id', 'e.uid', 'e.task_id', 't.title', 'p.name as project', 'c.name as client'])
    .select(['e.started_at', 'e.ended_at'])
    .select(secondsSql(now).as('seconds'))
    .select(sql<number>`(${secondsSql(now)} + 18) / 36 / 100.0`.as('hours'))
    .select(['e.billable', 'e.note', 'c.rate_cents', 'c.currency', 'e.created_at', 'e.updated_at'])
}

type StoredEntry = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

/** A time entry as every verb shows it, in the order of its JSON keys; the rate is the client's, cents for an hour. */
export type Entry = Omit<StoredEntry, 'billable'> & { readonly billable: boolean }

function toEntry(row: StoredEntry): Entry {
  return Object.assign(row, { billable: row.billable === 1 })
}

/** Rows of a page. */
const pageSize = 500

/** The entries that meet the condition (over `e`, `t`, `p` and `c`), the last begun first, page by page. */
export async function* listEntries(
  db: Db,
  { where, limit, offset }: Page & { readonly where: Condition },
  now: string,
): AsyncGenerator<Entry[]> {
  const query = selectEntries(db, now)
    .where(where)
    .orderBy('e.started_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit ?? -1)
    .offset(offset ?? 0)
  for await (const { rows } of db.getExecutor().stream(query.compile(), pageSize)) yield rows.map(toEntry)
}

/** The entries with these ids, by id. */
export async function getEntries(db: Db, ids: readonly number[], now: string): Promise<Entry[]> {
  return (await selectEntries(db, now).where('e.id', 'in', valuesOf(ids)).orderBy('e.id').execute()).map(toEntry)
}

/** The entry whose timer runs, with its task. */
export type RunningTimer = NonNullable<Awaited<ReturnType<typeof runningTimer>>>

/** The one entry of the file that has no end, or undefined. */
export function runningTimer(db: Db) {
  return db
    .selectFrom('time_entries as e')
    .innerJoin('tasks as t', 't.id', 'e.task_id')
    .select(['e.id', 'e.task_id', 't.title', 'e.started_at', 'e.ended_at'])
    .where('e.ended_at', 'is', null)
    .executeTakeFirst()
}

/**
 * The first entry, other than `except`, that has time in common with the span; a running one lasts until now. By its index
 * on `ended_at` it is found however long it is, among the few that end after the span begins.
 */
export function overlapping(db: Db, { started_at, ended_at }: Span, except: readonly number[], now: string) {
  return db
    .selectFrom('time_entries as e')
    .innerJoin('tasks as t', 't.id', 'e.task_id')
    .select(['e.id', 'e.task_id', 't.title', 'e.started_at', 'e.ended_at'])
    .where((eb) => eb.or([eb('e.ended_at', '>', started_at), eb('e.ended_at', 'is', null)]))
    .where('e.started_at', '<', ended_at)
    .where(sql<boolean>`coalesce(e.ended_at, ${now}) > max(e.started_at, ${started_at})`)
    .where('e.id', 'not in', valuesOf(except))
    .orderBy('e.started_at')
    .orderBy('e.id')
    .limit(1)
    .executeTakeFirst()
}
