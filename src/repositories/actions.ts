import { sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

/** An action as `history list` shows it: what was typed, when, how many rows it changed and what has become of it. */
export type Action = Awaited<ReturnType<typeof listActions>>[number]

function selectActions(db: Db) {
  return db
    .selectFrom('actions as a')
    .select(['a.id', 'a.created_at', 'a.kind', 'a.command', 'a.arguments'])
    .select(
      sql<number>`(select count(*) from (select distinct table_name, row_key from changes where action_id = a.id))`.as(
        'rows',
      ),
    )
    .select('a.undone_by')
}

/** Actions, newest first. */
export function listActions(db: Db, { limit, offset }: { limit?: number; offset?: number }) {
  return selectActions(db)
    .orderBy('a.id', 'desc')
    .limit(limit ?? -1)
    .offset(offset ?? 0)
    .execute()
}

export function getActions(db: Db, ids: readonly number[]) {
  return selectActions(db).where('a.id', 'in', valuesOf(ids)).orderBy('a.id', 'desc').execute()
}

/** The row changes of an action in the order they happened; images are JSON objects. */
export function changesOf(db: Db, action: number) {
  return db
    .selectFrom('changes')
    .select(['table_name', 'row_key', 'before', 'after'])
    .where('action_id', '=', action)
    .orderBy('id')
    .execute()
}

/** The tasks whose rows or dependencies an action changed, ascending. */
export async function touchedTasks(db: Db, action: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct json_extract(row_key, '$[0]') as id from changes
    where action_id = ${action} and table_name in ('tasks', 'task_dependencies') order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Changes (or, to redo, undos) that stand, those that were done or redone last first, but not `under`, the one being made. */
export function standingActions(
  db: Db,
  kind: 'change' | 'undo',
  { under, limit, after }: { under: number; limit?: number; after?: number },
) {
  return db
    .selectFrom('actions')
    .select(['id', 'command', 'arguments', 'schema_version'])
    .where('kind', '=', kind)
    .where('undone_by', 'is', null)
    .where('id', '<', under)
    .$if(after !== undefined, (q) => q.where('id', '>', after!))
    .orderBy(sql`coalesce(redone_by, id)`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit ?? -1)
    .execute()
}

export async function markUndone(tx: Tx, ids: readonly number[], by: number): Promise<void> {
  await tx.updateTable('actions').set({ undone_by: by }).where('id', 'in', valuesOf(ids)).execute()
}

/** Lets the changes an undo had taken back stand again, by a redo; answers their ids, newest first. */
export async function markRedone(tx: Tx, undo: number, by: number): Promise<number[]> {
  const rows = await tx
    .updateTable('actions')
    .set({ undone_by: null, redone_by: by })
    .where('undone_by', '=', undo)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id).sort((a, b) => b - a)
}
