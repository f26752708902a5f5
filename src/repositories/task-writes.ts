import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { chunksOf, valuesOf } from '../db/values.ts'

export type NewTask = Omit<Insertable<Database['tasks']>, 'id' | 'uid' | 'created_at' | 'updated_at'>

/** Stores tasks in the order given and answers their ids, which ascend; the write lock makes the next ids known beforehand. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[], now: string): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'tasks'`.execute(tx)
  const first = (rows[0]?.seq ?? 0) + 1
  const uid = newUid(now)
  // The task last: V8 copies properties ten times faster into an object that has its own already.
  const all = tasks.map((task, i) => ({ id: first + i, uid, created_at: now, updated_at: now, ...task }))
  for (const some of chunksOf(all)) await insertRows(tx, 'tasks', some).execute()
  return all.map(({ id }) => id)
}

/** Gives the tasks these values and answers the ids of those that were not so before. */
export function updateTasks(
  tx: Tx,
  ids: readonly number[],
  values: Updateable<Database['tasks']>,
  now: string,
): Promise<number[]> {
  return updateRows(tx, 'tasks', ids, values, now)
}

/** Marks tasks changed whose tags or dependencies were. */
export async function touchTasks(tx: Tx, ids: readonly number[], now: string): Promise<void> {
  await tx.updateTable('tasks').set({ updated_at: now }).where('id', 'in', valuesOf(ids)).execute()
}

/** Deletes tasks; tags and dependencies go with them, subtasks stay. */
export async function deleteTasks(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('tasks').where('id', 'in', valuesOf(ids)).execute()
}
