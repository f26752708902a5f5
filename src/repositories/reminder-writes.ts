import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { newUid } from '../db/uid.ts'
import { updateEach } from '../db/update-each.ts'
import { updateRows } from '../db/update-rows.ts'
import { chunksOf, valuesOf } from '../db/values.ts'
import type { Moment } from '../domain/reminder.ts'

/** A reminder before it is stored; all that are stored at once say their status, or none does and they are pending. */
export type NewReminder = Pick<
  Required<Insertable<Database['reminders']>>,
  'task_id' | 'message' | 'at' | 'civil_at' | 'zone' | 'before_due_minutes' | 'rule'
> & { readonly status?: 'pending' | 'dismissed' }

/** Stores reminders in the order given and answers their ids, which ascend. */
export async function insertReminders(tx: Tx, reminders: Iterable<NewReminder>, now: string): Promise<number[]> {
  const uid = newUid(now)
  const ids: number[] = []
  for (const some of chunksOf(reminders)) {
    const rows = some.map((reminder) => ({ uid, created_at: now, updated_at: now, ...reminder }))
    for (const { id } of await insertRows(tx, 'reminders', rows).returning('id').execute()) ids.push(id)
  }
  return ids
}

/** Gives the reminders these values and answers the ids of those that were not so before. */
export function updateReminders(
  tx: Tx,
  ids: readonly number[],
  values: Updateable<Database['reminders']>,
  now: string,
): Promise<number[]> {
  return updateRows(tx, 'reminders', ids, values, now)
}

/** What may differ from one reminder to the next when many are moved. */
export type Moved = Moment & {
  readonly id: number
  readonly rule: string | null
  readonly fired_at: string | null
  /** Pending where nothing is said. */
  readonly status?: Required<Insertable<Database['reminders']>>['status']
}

/** Gives each reminder a moment and a status of its own, no longer snoozed, in one statement. */
export async function moveRemindersTo(tx: Tx, moved: readonly Moved[], now: string): Promise<void> {
  const rows = moved.map((reminder) => ({ status: 'pending' as const, ...reminder, snoozed_until: null }))
  await updateEach(tx, 'reminders', rows, now)
}

/** Dismisses what is pending for these tasks; answers how many. */
export async function dismissRemindersOf(tx: Tx, taskIds: readonly number[], now: string): Promise<number> {
  if (taskIds.length === 0) return 0
  const rows = await tx
    .updateTable('reminders')
    .set({ status: 'dismissed', updated_at: now })
    .where('task_id', 'in', valuesOf(taskIds))
    .where('status', '=', 'pending')
    .returning('id')
    .execute()
  return rows.length
}

/** Deletes what is pending for these tasks; answers the task of each. */
export async function deletePendingOf(tx: Tx, taskIds: readonly number[]): Promise<number[]> {
  const rows = await tx
    .deleteFrom('reminders')
    .where('task_id', 'in', valuesOf(taskIds))
    .where('status', '=', 'pending')
    .returning('task_id')
    .execute()
  return rows.map(({ task_id }) => task_id!)
}

/** Deletes reminders. */
export async function deleteReminders(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('reminders').where('id', 'in', valuesOf(ids)).execute()
}
