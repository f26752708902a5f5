import { sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
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

/** Leaves each task no tags but these; answers the ids of those that had another. */
export async function dropOtherTags(
  tx: Tx,
  tasks: readonly { readonly id: number; readonly tags: readonly string[] }[],
): Promise<number[]> {
  const kept = JSON.stringify(tasks.flatMap(({ id, tags }) => tags.map((tag) => [id, tag])))
  const rows = await tx
    .deleteFrom('task_tags')
    .where('task_id', 'in', valuesOf(tasks.map(({ id }) => id)))
    .where(sql<boolean>`(task_id, tag) not in (select value ->> 0, value ->> 1 from json_each(${kept}))`)
    .returning('task_id')
    .execute()
  return [...new Set(rows.map(({ task_id }) => task_id))]
}

/** Gives each task these tags and no others; answers the ids of those that changed. */
export async function setTags(
  tx: Tx,
  tasks: readonly { readonly id: number; readonly tags: readonly string[] }[],
): Promise<number[]> {
  const dropped = await dropOtherTags(tx, tasks)
  const added = await addTags(
    tx,
    tasks.flatMap(({ id, tags }) => tags.map((tag) => ({ task_id: id, tag }))),
  )
  return [...new Set([...dropped, ...added])]
}

/** A tag and how many tasks bear it, open and all. */
export type Tag = Awaited<ReturnType<typeof listTags>>[number]

function selectTags(db: Db) {
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
}

/** Every tag in use, by name. */
export function listTags(db: Db) {
  return selectTags(db).execute()
}

/** Those of these tags that are in use, by name. */
export function getTags(db: Db, tags: readonly string[]): Promise<Tag[]> {
  return selectTags(db).where('g.tag', 'in', valuesOf(tags)).execute()
}

/** As `getTags`; one that no task bears is not-found, with the nearest. */
export async function requireTags(db: Db, tags: readonly string[]): Promise<Tag[]> {
  const found = await getTags(db, tags)
  const absent = tags.find((tag) => !found.some((one) => one.tag === tag))
  if (absent === undefined) return found
  const near = nearest(
    absent,
    (await listTags(db)).map(({ tag }) => tag),
  )
  throw new Failure(
    'not-found',
    `no task has the tag "${absent}"`,
    near === undefined ? 'larry tag list' : `did you mean ${near}?`,
  )
}

/** Gives the tasks that bear a tag another in its place; answers their ids, and how many bore that one too. */
export async function renameTag(tx: Tx, from: string, to: string): Promise<{ ids: number[]; both: number }> {
  const given = await tx
    .insertInto('task_tags')
    .columns(['task_id', 'tag'])
    .expression(
      tx
        .selectFrom('task_tags')
        .select(['task_id', sql<string>`${to}`.as('tag')])
        .where('tag', '=', from),
    )
    .onConflict((oc) => oc.doNothing())
    .returning('task_id')
    .execute()
  const ids = await deleteTags(tx, [from])
  return { ids, both: ids.length - given.length }
}

/** Takes tags away from all tasks; answers the ids of those that bore one. */
export async function deleteTags(tx: Tx, tags: readonly string[]): Promise<number[]> {
  const rows = await tx.deleteFrom('task_tags').where('tag', 'in', valuesOf(tags)).returning('task_id').execute()
  return [...new Set(rows.map(({ task_id }) => task_id))]
}

/** How many tasks bear one of these tags. */
export async function countTagged(db: Db, tags: readonly string[]): Promise<number> {
  const { n } = await db
    .selectFrom('task_tags')
    .select((eb) => eb.fn.count<number>('task_id').distinct().as('n'))
    .where('tag', 'in', valuesOf(tags))
    .executeTakeFirstOrThrow()
  return n
}
