import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** What deciding about a task's status needs of it, by id. */
export type Standing = Awaited<ReturnType<typeof standingOf>>[number]

export function standingOf(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('tasks')
    .select(['id', 'status', 'started_at'])
    .where('id', 'in', valuesOf(ids))
    .orderBy('id')
    .execute()
}
