import { sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import type { Ref } from '../domain/refs.ts'

/** What ids are of: its table, and its words in a message. */
export interface Kind {
  readonly table: 'tasks' | 'time_entries' | 'task_comments' | 'task_attachments' | 'reminders'
  readonly one: string
  readonly many: string
  /** The command that shows which there are. */
  readonly list: string
}

export const task: Kind = { table: 'tasks', one: 'task', many: 'tasks', list: 'larry task list --all' }

export const timeEntry: Kind = {
  table: 'time_entries',
  one: 'time entry',
  many: 'time entries',
  list: 'larry time list',
}

export const comment: Kind = {
  table: 'task_comments',
  one: 'comment',
  many: 'comments',
  list: 'larry comment list',
}

export const attachment: Kind = {
  table: 'task_attachments',
  one: 'attachment',
  many: 'attachments',
  list: 'larry attachment list',
}

export const reminder: Kind = {
  table: 'reminders',
  one: 'reminder',
  many: 'reminders',
  list: 'larry remind list --all',
}

/**
 * The ids the references mean, in the order typed, each once. One that does not exist is not-found, a uid ending
 * that fits several a conflict; with `gaps` a range may span ids that are gone.
 */
export async function resolveRefs(
  db: Db,
  refs: readonly Ref[],
  { gaps = false, of = task }: { readonly gaps?: boolean; readonly of?: Kind } = {},
): Promise<number[]> {
  const ids = new Set<number>()
  const optional = new Set<number>()
  for (const ref of refs) {
    if ('id' in ref) ids.add(ref.id)
    else if ('tail' in ref) ids.add(await idByTail(db, ref.tail, of))
    else
      for (let id = ref.from; id <= ref.to; id++) {
        ids.add(id)
        if (gaps) optional.add(id)
      }
  }
  const rows = await db
    .selectFrom(of.table)
    .select('id')
    .where('id', 'in', valuesOf([...ids]))
    .execute()
  const existing = new Set(rows.map(({ id }) => id))
  const missing = [...ids].filter((id) => !existing.has(id) && !optional.has(id))
  if (missing.length > 0) throw missingOf(missing, of)
  return [...ids].filter((id) => existing.has(id))
}

/** That things of these ids are not there. */
export function missingOf(missing: readonly number[], { one, many, list }: Kind = task): Failure {
  const shown = missing.slice(0, 5).join(', ')
  if (missing.length === 1) return new Failure('not-found', `${one} ${shown} does not exist`, list)
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : ''
  return new Failure('not-found', `${many} ${shown}${more} do not exist`, list)
}

async function idByTail(db: Db, tail: string, { table, one, many, list }: Kind): Promise<number> {
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where(sql<boolean>`substr(uid, -${sql.lit(tail.length)}) = ${tail}`)
    .limit(2)
    .execute()
  if (rows.length === 0)
    throw new Failure('not-found', `no ${one} has a uid that ends in ${tail}`, `${list} --fields id,uid`)
  if (rows.length > 1)
    throw new Failure('conflict', `several ${many} have a uid that ends in ${tail}`, 'type more of it, or the id')
  return rows[0]!.id
}
