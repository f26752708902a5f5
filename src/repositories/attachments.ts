import { sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { chunksOf, valuesOf } from '../db/values.ts'

/** An attached file as it is shown; the key order is that of JSON. */
export type Attachment = Awaited<ReturnType<typeof getAttachments>>[number]

function selectAttachments(db: Db) {
  return db
    .selectFrom('task_attachments as a')
    .select(['a.id', 'a.uid', 'a.task_id', 'a.name', 'a.size', 'a.media_type', 'a.description', 'a.sha256'])
    .select(['a.created_at', 'a.updated_at'])
    .orderBy('a.id')
}

/** The files of these tasks, or of all, by id. */
export function listAttachments(db: Db, tasks?: readonly number[]): Promise<Attachment[]> {
  return selectAttachments(db)
    .$if(tasks !== undefined, (q) => q.where('a.task_id', 'in', valuesOf(tasks!)))
    .execute()
}

/** Attached files by their own ids, ascending; those that are gone are left out. */
export function getAttachments(db: Db, ids: readonly number[]) {
  return selectAttachments(db).where('a.id', 'in', valuesOf(ids)).execute()
}

/** A file as `task show` has it. */
export type AttachedFile = Awaited<ReturnType<typeof attachmentsOf>>[number]

/** The files of one task, by id. */
export function attachmentsOf(db: Db, taskId: number) {
  return db
    .selectFrom('task_attachments')
    .select(['id', 'name', 'size', 'media_type', 'description', 'sha256', 'created_at'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute()
}

export interface NewAttachment {
  readonly task_id: number
  readonly sha256: string
  /** A safe file name (domain/file-name.ts). */
  readonly name: string
  readonly size: number
  readonly media_type: string | null
  readonly description: string | null
}

/** Attaches files whose content the store has, in their order; answers the ids. */
export async function insertAttachments(tx: Tx, files: readonly NewAttachment[], now: string): Promise<number[]> {
  const uid = newUid(now)
  const ids: number[] = []
  for (const some of chunksOf(files)) {
    const rows = some.map((file) => ({ uid, created_at: now, updated_at: now, ...file }))
    ids.push(...(await insertRows(tx, 'task_attachments', rows).returning('id').execute()).map(({ id }) => id))
  }
  return ids
}

/** Gives files a description, or with null none; answers the ids of those that had another. */
export function describeAttachments(
  tx: Tx,
  ids: readonly number[],
  description: string | null,
  now: string,
): Promise<number[]> {
  return updateRows(tx, 'task_attachments', ids, { description }, now)
}

/** Detaches files; their content stays in the store, so that undo brings them back. */
export async function deleteAttachments(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('task_attachments').where('id', 'in', valuesOf(ids)).execute()
}

/** The SHA-256 of every attached file, each once. */
export async function hashesAttached(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('task_attachments').select('sha256').distinct().execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** The SHA-256 of every file that undo or redo may bring back: those of all recorded images of attachments. */
export async function hashesRecorded(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select before ->> '$.sha256' as sha256 from changes where table_name = 'task_attachments' and before is not null
    union
    select after ->> '$.sha256' from changes where table_name = 'task_attachments' and after is not null`.execute(db)
  return new Set(rows.map(({ sha256 }) => sha256))
}
