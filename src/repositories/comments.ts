import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { chunksOf, valuesOf } from '../db/values.ts'
import type { Page } from '../domain/whole-number.ts'

/** A comment as every verb shows it. */
export type Comment = Awaited<ReturnType<typeof commentsOf>>[number]

function selectComments(db: Db) {
  return db
    .selectFrom('task_comments')
    .select(['id', 'uid', 'task_id', 'body', 'created_at', 'updated_at'])
    .orderBy('id')
}

/** The comments on one task, the oldest first; ids ascend as time goes, so they order those of one moment too. */
export function commentsOf(db: Db, taskId: number) {
  return selectComments(db).where('task_id', '=', taskId).execute()
}

/** The comments on these tasks, or on all, the oldest first. */
export function listComments(
  db: Db,
  taskIds: readonly number[] | undefined,
  { limit, offset }: Page,
): Promise<Comment[]> {
  return selectComments(db)
    .$if(taskIds !== undefined, (q) => q.where('task_id', 'in', valuesOf(taskIds!)))
    .limit(limit ?? -1)
    .offset(offset ?? 0)
    .execute()
}

/** The comments of these ids, by id. */
export function getComments(db: Db, ids: readonly number[]): Promise<Comment[]> {
  return selectComments(db).where('id', 'in', valuesOf(ids)).execute()
}

/** Stores comments in the order given; answers them. */
export async function insertComments(
  tx: Tx,
  comments: readonly { readonly task_id: number; readonly body: string }[],
  now: string,
): Promise<Comment[]> {
  const ids: number[] = []
  const uid = newUid(now)
  for (const some of chunksOf(comments)) {
    const rows = some.map((comment) => ({ ...comment, uid, created_at: now, updated_at: now }))
    for (const { id } of await insertRows(tx, 'task_comments', rows).returning('id').execute()) ids.push(id)
  }
  return getComments(tx, ids)
}

/** Gives a comment another body; answers it, or nothing when it was so already. */
export async function updateComment(tx: Tx, id: number, body: string, now: string): Promise<Comment[]> {
  return getComments(tx, await updateRows(tx, 'task_comments', [id], { body }, now))
}

/** Deletes comments. */
export async function deleteComments(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('task_comments').where('id', 'in', valuesOf(ids)).execute()
}
