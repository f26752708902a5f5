import { sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { type Condition, clientOfTask } from './tasks.ts'

/** Those of these tasks that are for a client, their own or their project's, each with it, by id. */
export function clientsOfTasks(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('tasks as t')
    .leftJoin('projects as p', 'p.id', 't.project_id')
    .innerJoin('clients as c', (join) => join.on('c.id', '=', clientOfTask))
    .select(['t.id', 'c.id as client_id', 'c.name as client'])
    .where('t.id', 'in', valuesOf(ids))
    .orderBy('t.id')
    .execute()
}

/** A task is for its own client, or where it has none for that of its project. */
export const hasClient: Condition = sql`(t.client_id is not null or exists (
  select 1 from projects where id = t.project_id and client_id is not null))`

/** For this client, in a form indexes can serve. */
export function isForClient(id: number): Condition {
  return sql`(t.client_id = ${id} or (t.client_id is null and t.project_id in (
    select id from projects where client_id = ${id})))`
}
