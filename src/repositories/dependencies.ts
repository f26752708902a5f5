import { sql } from 'kysely'
import type { Db, Tx } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import type { Clock } from '../domain/when/clock.ts'
import { insertLinks } from './task-links.ts'
import { stateCondition } from './task-states.ts'

export interface Dependency {
  readonly task_id: number
  readonly depends_on_id: number
}

/** Makes tasks wait for others; answers the ids of those that did not wait for them before. A task that would wait for itself is a conflict. */
export async function addDependencies(tx: Tx, dependencies: readonly Dependency[]): Promise<number[]> {
  const itself = dependencies.find(({ task_id, depends_on_id }) => task_id === depends_on_id)
  if (itself !== undefined)
    throw new Failure(
      'conflict',
      `task ${itself.task_id} would wait for itself: ${itself.task_id} -> ${itself.task_id}`,
    )
  return insertLinks(tx, 'task_dependencies', dependencies)
}

/** Lets a task wait for these no more; answers its id if it had. */
export async function removeDependencies(tx: Tx, id: number, blockers: readonly number[]): Promise<number[]> {
  const rows = await tx
    .deleteFrom('task_dependencies')
    .where('task_id', '=', id)
    .where('depends_on_id', 'in', valuesOf(blockers))
    .returning('task_id')
    .execute()
  return rows.length === 0 ? [] : [id]
}

/** Leaves the tasks waiting only for `keep`; answers the ids of those that waited for more. */
export async function dropDependencies(tx: Tx, ids: readonly number[], keep: readonly number[]): Promise<number[]> {
  const rows = await tx
    .deleteFrom('task_dependencies')
    .where('task_id', 'in', valuesOf(ids))
    .where('depends_on_id', 'not in', valuesOf(keep))
    .returning('task_id')
    .execute()
  return [...new Set(rows.map(({ task_id }) => task_id))]
}

/** Every dependency that can be reached from these tasks: the edges a new cycle would have to run through. */
export async function reachableDependencies(db: Db, ids: readonly number[]): Promise<Dependency[]> {
  const { rows } = await sql<Dependency>`
    with recursive reached (id) as (
      select value from json_each(${JSON.stringify(ids)})
      union
      select d.depends_on_id from reached join task_dependencies d on d.task_id = reached.id)
    select d.task_id, d.depends_on_id from reached join task_dependencies d on d.task_id = reached.id`.execute(db)
  return rows
}

/** The open tasks these wait for, those among themselves left out: what stands between them and done. */
export async function openBlockers(db: Db, ids: readonly number[]): Promise<Dependency[]> {
  return db
    .selectFrom('task_dependencies as d')
    .innerJoin('tasks as blocker', 'blocker.id', 'd.depends_on_id')
    .select(['d.task_id', 'd.depends_on_id'])
    .where('d.task_id', 'in', valuesOf(ids))
    .where('d.depends_on_id', 'not in', valuesOf(ids))
    .where('blocker.completed_at', 'is', null)
    .orderBy('d.task_id')
    .orderBy('d.depends_on_id')
    .execute()
}

/** Those of the tasks that nothing keeps waiting. */
export async function unblockedAmong(db: Db, ids: readonly number[], clock: Clock): Promise<number[]> {
  const rows = await db
    .selectFrom('tasks as t')
    .select('t.id')
    .where('t.id', 'in', valuesOf(ids))
    .where(stateCondition('ready', clock))
    .execute()
  return rows.map(({ id }) => id)
}

/** The tasks that waited for one of these and are ready now, ascending. */
export async function unblockedBy(db: Db, ids: readonly number[], clock: Clock): Promise<number[]> {
  const rows = await db
    .selectFrom('task_dependencies as d')
    .innerJoin('tasks as t', 't.id', 'd.task_id')
    .select('t.id')
    .distinct()
    .where('d.depends_on_id', 'in', valuesOf(ids))
    .where(stateCondition('ready', clock))
    .orderBy('t.id')
    .execute()
  return rows.map(({ id }) => id)
}
