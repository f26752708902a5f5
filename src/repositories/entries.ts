import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { type EntryNoun, missingEntries } from '../domain/entry-ids.ts'

/** The tables whose rows hang on a task and are named by their own ids. */
type Table = 'task_comments' | 'task_attachments' | 'time_entries'

/** Refuses ids that name no row, as not-found; the others are answered as they came. */
export async function requireEntries(
  db: Db,
  table: Table,
  noun: EntryNoun,
  ids: readonly number[],
): Promise<readonly number[]> {
  const rows = await db.selectFrom(table).select('id').where('id', 'in', valuesOf(ids)).execute()
  const existing = new Set(rows.map(({ id }) => id))
  const missing = ids.filter((id) => !existing.has(id))
  if (missing.length > 0) throw missingEntries(noun, missing)
  return ids
}
