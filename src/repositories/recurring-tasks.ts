import { sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** The columns of a task that does not repeat. */
export const notRepeating = {
  recurrence: null,
  recurrence_mode: null,
  recurrence_anchor: null,
  recurrence_exceptions: null,
  recurrence_paused_at: null,
  series_uid: null,
}

/** What going on with a recurring task needs to know of it. */
export type RecurringTask = Awaited<ReturnType<typeof recurringOf>>[number]

/** Those of the tasks that repeat, by id: how they do, the latest due date that counts from the same anchor, and another open occurrence of the same series. */
export async function recurringOf(db: Db, ids: readonly number[]) {
  const rows = await db
    .selectFrom('tasks as t')
    .select(['t.id', 't.uid', 't.title', 't.status', 't.due', 't.wait_until', 't.parent_id'])
    .select(['t.recurrence', 't.recurrence_mode', 't.recurrence_anchor', 't.recurrence_exceptions'])
    .select(['t.recurrence_paused_at', 't.series_uid'])
    .select(
      sql<string | null>`max(coalesce(t.due, ''), coalesce((
        select max(due) from tasks s
        where s.series_uid = t.series_uid and s.recurrence_anchor is t.recurrence_anchor), ''))`.as('latest_due'),
    )
    .select(
      sql<number | null>`(
        select min(s.id) from tasks s
        where s.series_uid = t.series_uid and s.id <> t.id and s.completed_at is null)`.as('other_open'),
    )
    .where('t.id', 'in', valuesOf(ids))
    .where('t.recurrence', 'is not', null)
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    recurrence: row.recurrence!,
    recurrence_mode: row.recurrence_mode!,
    latest_due: row.latest_due === '' ? null : row.latest_due,
  }))
}

/** Makes each of these tasks the first of a series of its own, named after it; one that has a series already stays in it. */
export async function startSeries(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .updateTable('tasks')
    .set((eb) => ({ series_uid: eb.ref('uid') }))
    .where('id', 'in', valuesOf(ids))
    .where('series_uid', 'is', null)
    .execute()
}

/** An open occurrence beside a closed one of the same series. */
export interface Beside {
  readonly closed: number
  readonly series_uid: string
  /** Null where there is no open one. */
  readonly open: number | null
  /** It came when the closed one was closed, or later. */
  readonly came_after: 0 | 1 | null
  /** It is the older of the two. */
  readonly open_first: 0 | 1 | null
}

/** The closed ones of these tasks that are occurrences of a series, each with every open occurrence of it. */
export async function openBeside(db: Db, ids: readonly number[]): Promise<Beside[]> {
  const { rows } = await sql<Beside>`
    select t.id as closed, t.series_uid, s.id as open, s.id < t.id as open_first,
      s.id > t.id and s.created_at >= t.completed_at as came_after
    from tasks t
    left join tasks s on s.series_uid = t.series_uid and s.id <> t.id and s.completed_at is null
    where t.id in ${valuesOf(ids)} and t.series_uid is not null and t.completed_at is not null
    order by t.id, s.id`.execute(db)
  return rows
}

/**
 * Those of these tasks that are no longer as they were made from `from`, the occurrence before: they or what is below them
 * changed, something was said, attached or done there, or another task waits for them.
 */
export async function touchedSince(db: Db, pairs: readonly { id: number; from: number }[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive
      pair (id, before) as (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs.map(({ id, from }) => [id, from]))})),
      tree (top, id) as (
        select id, id from pair
        union
        select tree.top, tasks.id from tree join tasks on tasks.parent_id = tree.id)
    select distinct tree.top as id from tree
    join tasks t on t.id = tree.id
    join tasks head on head.id = tree.top
    where t.status <> 'todo' or t.updated_at <> t.created_at or t.created_at <> head.created_at
      or exists (select 1 from task_comments where task_id = t.id)
      or exists (select 1 from task_attachments where task_id = t.id)
      or exists (select 1 from time_entries where task_id = t.id)
      or exists (select 1 from reminders where task_id = t.id and created_at <> t.created_at)
      or exists (select 1 from task_dependencies where depends_on_id = t.id and task_id not in (select id from tree))
    union
    select pair.id from pair
    join tasks t on t.id = pair.id
    join tasks was on was.id = pair.before
    where t.title <> was.title or t.notes is not was.notes or t.priority <> was.priority
      or t.estimate_minutes is not was.estimate_minutes or t.project_id is not was.project_id
      or t.client_id is not was.client_id or t.recurrence_anchor is not was.recurrence_anchor
      or t.recurrence_exceptions is not was.recurrence_exceptions
      or (select group_concat(tag order by tag) from task_tags where task_id = t.id)
        is not (select group_concat(tag order by tag) from task_tags where task_id = was.id)
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}
