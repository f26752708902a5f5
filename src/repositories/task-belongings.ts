import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** How many rows of each kind hang on these tasks and go with them; kinds without any are left out. */
export async function countAttached(db: Db, ids: readonly number[]): Promise<{ kind: string; count: number }[]> {
  const tags = await db
    .selectFrom('task_tags')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('task_id', 'in', valuesOf(ids))
    .executeTakeFirstOrThrow()
  const dependencies = await db
    .selectFrom('task_dependencies')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where((eb) => eb.or([eb('task_id', 'in', valuesOf(ids)), eb('depends_on_id', 'in', valuesOf(ids))]))
    .executeTakeFirstOrThrow()
  const counts = [
    { kind: tags.n === 1 ? 'tag' : 'tags', count: tags.n },
    { kind: dependencies.n === 1 ? 'dependency' : 'dependencies', count: dependencies.n },
  ]
  return counts.filter(({ count }) => count > 0)
}
