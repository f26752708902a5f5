import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Database } from '../db/schema.ts'
import { newUid } from '../db/uid.ts'
import { updateRows } from '../db/update-rows.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { type Named, namedBy } from '../domain/named.ts'

/** A habit as it is stored. */
export type StoredHabit = Omit<Selectable<Database['habits']>, 'name_folded'>

function selectHabits(db: Db) {
  return db
    .selectFrom('habits')
    .select(['id', 'uid', 'name', 'period', 'target', 'unit'])
    .select(['starts_on', 'ends_on', 'archived_at', 'created_at', 'updated_at'])
    .orderBy('name_folded')
}

/** The habits that are kept on a day or later, by name; `all` is those that ended or were archived too. */
export function listHabits(db: Db, { day, all }: { day: string; all: boolean }): Promise<StoredHabit[]> {
  return selectHabits(db)
    .$if(!all, (query) =>
      query
        .where('archived_at', 'is', null)
        .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)])),
    )
    .execute()
}

/** The habits with these ids, by name. */
export function getHabits(db: Db, ids: readonly number[]): Promise<StoredHabit[]> {
  return selectHabits(db).where('id', 'in', valuesOf(ids)).execute()
}

/** The habits these words name, archived ones too: an id, a name whatever the case, or the only one a word begins. */
export async function requireHabits(db: Db, words: readonly string[]): Promise<Named[]> {
  const all = await db.selectFrom('habits').select(['id', 'name', 'name_folded']).orderBy('id').execute()
  return namedBy(all, words, 'habit').map(({ id, name }) => ({ id, name }))
}

/** Refuses a name that a habit other than `id` has, whatever the case. */
export async function refuseTakenHabit(db: Db, name: string, id?: number): Promise<void> {
  const taken = await db
    .selectFrom('habits')
    .select(['id', 'name', 'archived_at'])
    .where('name_folded', '=', fold(name))
    .executeTakeFirst()
  if (taken === undefined || taken.id === id) return
  const isArchived = taken.archived_at !== null
  throw new Failure(
    'conflict',
    `habit "${taken.name}" exists already${isArchived ? ', archived' : ''}`,
    isArchived ? `larry habit edit ${taken.id} --unarchive` : `larry habit show ${taken.id}`,
  )
}

/** Stores a habit whose name nobody has; answers its id. */
export async function insertHabit(
  tx: Tx,
  habit: Omit<Insertable<Database['habits']>, 'uid' | 'name_folded' | 'created_at' | 'updated_at'>,
  now: string,
): Promise<number> {
  const row = { uid: newUid(now), name_folded: fold(habit.name), created_at: now, updated_at: now, ...habit }
  const { id } = await insertRows(tx, 'habits', [row]).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Gives habits these values and answers the ids of those that were not so before. */
export function updateHabits(
  tx: Tx,
  ids: readonly number[],
  values: Updateable<Database['habits']>,
  now: string,
): Promise<number[]> {
  const folded = values.name === undefined ? {} : { name_folded: fold(values.name) }
  return updateRows(tx, 'habits', ids, { ...values, ...folded }, now)
}

/** Deletes habits; their checks go with them. */
export async function deleteHabits(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('habits').where('id', 'in', valuesOf(ids)).execute()
}
