import { sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { missingEntries } from '../domain/entry-ids.ts'
import { Failure } from '../domain/errors.ts'
import type { Ref } from '../domain/refs.ts'

/**
 * The ids the references mean, in the order typed, each once. One that does not exist is not-found, a uid ending
 * that fits several tasks a conflict; with `gaps` a range may span ids that are gone.
 */
export async function resolveRefs(db: Db, refs: readonly Ref[], { gaps = false } = {}): Promise<number[]> {
  const ids = new Set<number>()
  const optional = new Set<number>()
  for (const ref of refs) {
    if ('id' in ref) ids.add(ref.id)
    else if ('tail' in ref) ids.add(await idByTail(db, ref.tail))
    else
      for (let id = ref.from; id <= ref.to; id++) {
        ids.add(id)
        if (gaps) optional.add(id)
      }
  }
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where('id', 'in', valuesOf([...ids]))
    .execute()
  const existing = new Set(rows.map(({ id }) => id))
  const missing = [...ids].filter((id) => !existing.has(id) && !optional.has(id))
  if (missing.length > 0) throw missingTasks(missing)
  return [...ids].filter((id) => existing.has(id))
}

/** That tasks of these ids are not there. */
export function missingTasks(missing: readonly number[]): Failure {
  return missingEntries({ one: 'task', many: 'tasks', list: 'larry task list --all' }, missing)
}

async function idByTail(db: Db, tail: string): Promise<number> {
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where(sql<boolean>`substr(uid, -${sql.lit(tail.length)}) = ${tail}`)
    .limit(2)
    .execute()
  if (rows.length === 0)
    throw new Failure('not-found', `no task has a uid that ends in ${tail}`, 'larry task list --all --fields id,uid')
  if (rows.length > 1)
    throw new Failure('conflict', `several tasks have a uid that ends in ${tail}`, 'type more of it, or the id')
  return rows[0]!.id
}
