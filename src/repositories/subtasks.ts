import { sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** These tasks and everything below them, each once, ascending. */
export async function subtreeOf(db: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive below (id) as (
      select value from json_each(${JSON.stringify(ids)})
      union
      select tasks.id from below join tasks on tasks.parent_id = below.id)
    select id from below order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** The tasks at the top of trees, that is with subtasks and no parent; `open` those in whose tree something is still to do. */
export async function rootsOf(db: Db, which: 'open' | 'all'): Promise<number[]> {
  const starts =
    which === 'all'
      ? sql`t.parent_id is not null`
      : sql`t.completed_at is null and (t.parent_id is not null or exists (select 1 from tasks where parent_id = t.id))`
  const { rows } = await sql<{ id: number }>`
    with recursive up (id, parent_id) as (
      select t.id, t.parent_id from tasks t where ${starts}
      union
      select tasks.id, tasks.parent_id from up join tasks on tasks.id = up.parent_id)
    select id from up where parent_id is null and exists (select 1 from tasks where parent_id = up.id)
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** The open tasks anywhere below these that are not among them, ascending. */
export async function openSubtasks(db: Db, ids: readonly number[]): Promise<number[]> {
  const given = new Set(ids)
  const below = (await subtreeOf(db, ids)).filter((id) => !given.has(id))
  if (below.length === 0) return []
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where('id', 'in', valuesOf(below))
    .where('completed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The parent of each of these tasks and of each above them, of those that have one; it ends where parents go in a circle. */
export async function parentsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; parent_id: number }>`
    with recursive above (id, parent_id) as (
      select id, parent_id from tasks where id in (select value from json_each(${JSON.stringify(ids)}))
      union
      select tasks.id, tasks.parent_id from above join tasks on tasks.id = above.parent_id)
    select id, parent_id from above where parent_id is not null`.execute(db)
  return new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
}

/** The ids of the direct subtasks of one task, ascending. */
export async function childrenOf(db: Db, id: number): Promise<number[]> {
  const rows = await db.selectFrom('tasks').select('id').where('parent_id', '=', id).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Puts each task below the parent named for it. */
export async function setParents(tx: Tx, pairs: readonly { id: number; parent_id: number }[]): Promise<void> {
  const data = JSON.stringify(pairs.map(({ id, parent_id }) => [id, parent_id]))
  await sql`
    update tasks set parent_id = pair.value ->> 1 from json_each(${data}) as pair
    where tasks.id = pair.value ->> 0`.execute(tx)
}

/** Gives the children of tasks about to go to the nearest task above that stays, or to none; answers how many moved. */
export async function promoteChildren(tx: Tx, leaving: readonly number[], now: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with recursive
      gone (id) as (select value from json_each(${JSON.stringify(leaving)})),
      heir (child, parent) as (
        select t.id, up.parent_id from tasks t join tasks up on up.id = t.parent_id
        where t.parent_id in (select id from gone) and t.id not in (select id from gone)
        union
        select heir.child, up.parent_id from heir join tasks up on up.id = heir.parent
        where heir.parent in (select id from gone))
    update tasks set updated_at = ${now}, parent_id = heir.parent from heir
    where tasks.id = heir.child and (heir.parent is null or heir.parent not in (select id from gone))
    returning tasks.id`.execute(tx)
  return rows.length
}
