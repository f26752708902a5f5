import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** Those of these tasks that are assigned, each with its client, by id. */
export function clientsOfTasks(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('tasks as t')
    .innerJoin('clients as c', 'c.id', 't.client_id')
    .select(['t.id', 'c.id as client_id', 'c.name as client'])
    .where('t.id', 'in', valuesOf(ids))
    .orderBy('t.id')
    .execute()
}
