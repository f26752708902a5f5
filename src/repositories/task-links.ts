import type { InsertObject } from 'kysely'
import type { Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { chunksOf } from '../db/values.ts'

/** The tables whose rows say something of a task and are all key. */
type Link = 'task_tags' | 'task_dependencies'

/** Inserts the links that are not there yet, however many; answers the ids of the tasks that got one. */
export async function insertLinks<T extends Link>(
  tx: Tx,
  table: T,
  links: readonly InsertObject<Database, T>[],
): Promise<number[]> {
  const linked = new Set<number>()
  for (const some of chunksOf(links)) {
    const rows = await insertRows(tx, table, some)
      .onConflict((oc) => oc.doNothing())
      .returning((eb) => eb.ref('task_id').$castTo<number>().as('task_id'))
      .execute()
    for (const { task_id } of rows) linked.add(task_id)
  }
  return [...linked]
}
