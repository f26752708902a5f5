import type { Db, Tx } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { insertLinks } from './task-links.ts'

/** Tags tasks; a tag a task has already is left alone. Answers the ids of those that got one. */
export function addTags(tx: Tx, tags: readonly { task_id: number; tag: string }[]): Promise<number[]> {
  return insertLinks(tx, 'task_tags', tags)
}

/** Takes tags away; answers the ids of the tasks that had one. */
export async function removeTags(tx: Tx, ids: readonly number[], tags: readonly string[]): Promise<number[]> {
  const rows = await tx
    .deleteFrom('task_tags')
    .where('task_id', 'in', valuesOf(ids))
    .where('tag', 'in', valuesOf(tags))
    .returning('task_id')
    .execute()
  return [...new Set(rows.map(({ task_id }) => task_id))]
}

/** Every tag with how many tasks bear it, open and all, by name. */
export function listTags(db: Db) {
  return db
    .selectFrom('task_tags as g')
    .innerJoin('tasks as t', 't.id', 'g.task_id')
    .select('g.tag')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('t.completed_at', 'is', null).as('open'),
      eb.fn.countAll<number>().as('total'),
    ])
    .groupBy('g.tag')
    .orderBy('g.tag')
    .execute()
}
