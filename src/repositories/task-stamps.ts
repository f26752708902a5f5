import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** Who a task is, and when it was last changed. */
export interface Stamp {
  readonly id: number
  readonly uid: string
  /** UTC instant. */
  readonly updated_at: string
}

/** The stamps of those of these tasks that exist, by id. */
export async function stampsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Stamp>> {
  const rows = await select(db).where('id', 'in', valuesOf(ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The ids of those of these uids that exist. */
export async function idsByUid(db: Db, uids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (uids.length === 0) return new Map()
  const rows = await select(db).where('uid', 'in', valuesOf(uids)).execute()
  return new Map(rows.map(({ uid, id }) => [uid, id]))
}

function select(db: Db) {
  return db.selectFrom('tasks').select(['id', 'uid', 'updated_at'])
}
