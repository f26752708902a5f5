import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../db/handles.ts'
import { insertRows } from '../../db/insert-rows.ts'
import type { Database } from '../../db/schema.ts'
import { newUid } from '../../db/uid.ts'
import { updateEach } from '../../db/update-each.ts'
import { valuesOf } from '../../db/values.ts'

/** A task as it is stored, with what it is tagged and waits for. */
export type KnownTask = Selectable<Database['tasks']> & {
  readonly tags: readonly string[]
  readonly depends_on: readonly number[]
}

/** The ids of the tasks that have these uids or sources, by what they were found by. */
export async function tasksByIdentity(db: Db, identities: readonly string[]): Promise<Map<string, number>> {
  if (identities.length === 0) return new Map()
  const rows = await db
    .selectFrom('tasks')
    .select(['id', 'uid', 'source'])
    .where((eb) => eb.or([eb('uid', 'in', valuesOf(identities)), eb('source', 'in', valuesOf(identities))]))
    .execute()
  return new Map([
    ...rows.flatMap(({ id, source }) => (source === null ? [] : [[source, id] as const])),
    ...rows.map(({ id, uid }) => [uid, id] as const),
  ])
}

/** The tasks of these ids as they are stored, by id. */
export async function knownTasks(db: Db, ids: readonly number[]): Promise<Map<number, KnownTask>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('tasks as t')
    .selectAll('t')
    .select(sql<string>`(select json_group_array(tag order by tag) from task_tags where task_id = t.id)`.as('tags'))
    .select(
      sql<string>`(select json_group_array(depends_on_id order by depends_on_id) from task_dependencies where task_id = t.id)`.as(
        'depends_on',
      ),
    )
    .where('t.id', 'in', valuesOf(ids))
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, tags: (JSON.parse(row.tags) as string[]).sort(), depends_on: JSON.parse(row.depends_on) as number[] },
    ]),
  )
}

/** A new task with its id; one that has no uid gets a fresh one. */
export type ImportedTask = Omit<Insertable<Database['tasks']>, 'uid'> & { readonly id: number; readonly uid?: string }

/** Stores tasks that say themselves who they are and when they were made. A parent may come later in the same list. */
export async function insertImported(tx: Tx, tasks: readonly ImportedTask[], now: string): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(tx)
  const uid = newUid(now)
  const named = tasks.flatMap((task) => (task.uid === undefined ? [] : [{ ...task, uid: task.uid }]))
  const others = tasks.filter((task) => task.uid === undefined).map((task) => ({ ...task, uid }))
  for (const some of [named, others]) if (some.length > 0) await insertRows(tx, 'tasks', some).execute()
}

/** Gives tasks what a file tells of them; all name the same columns. */
export async function replaceTasks(
  tx: Tx,
  rows: readonly (Partial<Omit<Insertable<Database['tasks']>, 'id'>> & { readonly id: number })[],
  now: string,
): Promise<void> {
  await updateEach(tx, 'tasks', rows, now)
}

/** Leaves each task waiting for these and no others. */
export async function dropOtherBlockers(
  tx: Tx,
  tasks: readonly { id: number; depends_on: readonly number[] }[],
): Promise<void> {
  const kept = JSON.stringify(tasks.flatMap(({ id, depends_on }) => depends_on.map((blocker) => [id, blocker])))
  await tx
    .deleteFrom('task_dependencies')
    .where('task_id', 'in', valuesOf(tasks.map(({ id }) => id)))
    .where(sql<boolean>`(task_id, depends_on_id) not in (select value ->> 0, value ->> 1 from json_each(${kept}))`)
    .execute()
}
