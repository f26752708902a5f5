import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import type { Named } from '../domain/named.ts'

type Values = Omit<Updateable<Database['projects']>, 'name' | 'name_folded'>

/** Stores a project whose name none has; answers its id. */
export async function insertProject(
  tx: Tx,
  project: Omit<Insertable<Database['projects']>, 'uid' | 'name_folded' | 'created_at' | 'updated_at'>,
  now: string,
): Promise<number> {
  const row = { uid: newUid(now), name_folded: fold(project.name), created_at: now, updated_at: now, ...project }
  const { id } = await insertRows(tx, 'projects', [row]).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Gives projects these values and answers the ids of those that were not so before. */
export function updateProjects(tx: Tx, ids: readonly number[], values: Values, now: string): Promise<number[]> {
  return updateRows(tx, 'projects', ids, values, now)
}

/** Refuses names that projects other than these have, whatever the case. */
export async function refuseTakenProjects(db: Db, renamed: readonly { id?: number; name: string }[]): Promise<void> {
  const taken = await db
    .selectFrom('projects')
    .select(['id', 'name', 'status'])
    .where('name_folded', 'in', valuesOf(renamed.map(({ name }) => fold(name))))
    .where('id', 'not in', valuesOf(renamed.flatMap(({ id = 0 }) => id)))
    .orderBy('name_folded')
    .executeTakeFirst()
  if (taken === undefined) return
  const isArchived = taken.status === 'archived'
  throw new Failure(
    'conflict',
    `project "${taken.name}" exists already${isArchived ? ', archived' : ''}`,
    isArchived ? `larry project edit ${taken.id} --status active` : `larry project show ${taken.id}`,
  )
}

/** Gives projects new names, which no others have; answers the ids of those whose name changed. */
export async function renameProjects(tx: Tx, renamed: readonly Named[], now: string): Promise<number[]> {
  const names = JSON.stringify(renamed.map(({ id, name }) => [id, name, fold(name)]))
  const values = sql<{ value: string }>`json_each(${names})`.as('renamed')
  const [id, name, folded] = [0, 1, 2].map((at) => sql`renamed.value ->> ${sql.lit(at)}`)
  const rows = await tx
    .updateTable('projects')
    .from(values)
    .set({ name: sql<string>`${name}`, name_folded: sql<string>`${folded}`, updated_at: now })
    .where(sql<boolean>`projects.id = ${id} and projects.name is not ${name}`)
    .returning('projects.id')
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Takes projects out of the way of one another before they are renamed where one gets the name another still has: SQLite
 * looks at a unique column after every row. A folded name with an empty part is nobody's.
 */
export async function vacateNames(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .updateTable('projects')
    .set({ name_folded: sql<string>`'/' || id` })
    .where('id', 'in', valuesOf(ids))
    .execute()
}

/** Deletes projects; their tasks, which live on, are marked changed. */
export async function deleteProjects(tx: Tx, ids: readonly number[], now: string): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ project_id: null, updated_at: now })
    .where('project_id', 'in', valuesOf(ids))
    .execute()
  await tx.deleteFrom('projects').where('id', 'in', valuesOf(ids)).execute()
}

/** How many tasks belong to these projects. */
export async function countTasksOf(db: Db, ids: readonly number[]): Promise<number> {
  const { n } = await db
    .selectFrom('tasks')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('project_id', 'in', valuesOf(ids))
    .executeTakeFirstOrThrow()
  return n
}
