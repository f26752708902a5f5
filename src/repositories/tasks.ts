import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'

import { type Order, orderTasks } from './task-order.ts'

/** A condition on the tasks of a query, written over the alias `t`. */
export type Condition = RawBuilder<SqlBool>

/** The id of the client a task `t` of project `p` is for: its own, else its project's. */
export const clientOfTask = sql<number>`coalesce(t.client_id, p.client_id)`

/** The tasks with all that JSON shows of them, in the order of its keys; tags and dependencies still as JSON text. */
function selectTasks(db: Db) {
  return db
    .selectFrom('tasks as t')
    .leftJoin('projects as p', 'p.id', 't.project_id')
    .leftJoin('clients as c', (join) => join.on('c.id', '=', clientOfTask))
    .select(['t.id', 't.uid', 't.title', 't.status', 't.priority', 't.due', 't.wait_until'])
    .select(['t.estimate_minutes', 't.progress'])
    .select(sql<string>`(select json_group_array(tag order by tag) from task_tags where task_id = t.id)`.as('tags'))
    .select(['p.name as project', 'c.name as client', 't.project_id', 't.client_id', 't.parent_id'])
    .select(
      sql<string>`(select json_group_array(depends_on_id order by depends_on_id) from task_dependencies where task_id = t.id)`.as(
        'depends_on',
      ),
    )
    .select(['t.notes', 't.recurrence', 't.recurrence_mode'])
    .select(['t.started_at', 't.completed_at', 't.created_at', 't.updated_at'])
}

type StoredTask = Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number]

/** A task as every verb shows it. */
export type Task = Omit<StoredTask, 'tags' | 'depends_on'> & { tags: string[]; depends_on: number[] }

function toTask(row: StoredTask): Task {
  return Object.assign(row, {
    tags: JSON.parse(row.tags) as string[],
    depends_on: JSON.parse(row.depends_on) as number[],
  })
}

export interface Listing extends Order {
  readonly where?: Condition
  readonly limit?: number
  readonly offset?: number
}

/** Rows of a page: their objects are young garbage, and the steps between pages cost nothing. */
const pageSize = 500

/** The tasks that meet the condition, in a total order (spec part 5, Order), page by page; a limit is applied before anything else of them is read. */
export async function* listTasks(db: Db, listing: Listing): AsyncGenerator<Task[]> {
  for await (const { rows } of db.getExecutor().stream(listingOf(db, listing).compile(), pageSize))
    yield rows.map(toTask)
}

/** As `listTasks`, all at once, where few are asked for or all are needed to go on. */
export async function takeTasks(db: Db, listing: Listing): Promise<Task[]> {
  const tasks: Task[] = []
  for await (const page of listTasks(db, listing)) tasks.push(...page)
  return tasks
}

/** As `listTasks`, each task as a line of JSON with these of its keys; SQLite makes the text (sqlite.org/json1.html), and a plain query over an ordered one keeps its order (tested). */
export async function* listTasksAsJson(db: Db, listing: Listing, keys: readonly string[]): AsyncGenerator<string[]> {
  const members = keys.flatMap((key) => [
    sql.lit(key),
    key === 'tags' || key === 'depends_on' ? sql`json(${sql.ref(key)})` : sql.ref(key),
  ])
  const query = db
    .selectFrom(listingOf(db, listing).as('task'))
    .select(sql<string>`json_object(${sql.join(members)})`.as('line'))
  for await (const { rows } of db.getExecutor().stream(query.compile(), pageSize))
    yield (rows as { line: string }[]).map(({ line }) => line)
}

function listingOf(db: Db, { where, limit, offset, ...order }: Listing) {
  let query = selectTasks(db)
  if (limit === undefined && offset === undefined) query = query.$if(where !== undefined, (q) => q.where(where!))
  else {
    const page = orderTasks(
      db
        .selectFrom('tasks as t')
        .leftJoin('projects as p', 'p.id', 't.project_id')
        .leftJoin('clients as c', (join) => join.on('c.id', '=', clientOfTask))
        .select('t.id')
        .$if(where !== undefined, (q) => q.where(where!)),
      order,
    )
      .limit(limit ?? -1)
      .offset(offset ?? 0)
    query = query.where('t.id', 'in', page)
  }
  return orderTasks(query, order)
}

export async function countTasks(db: Db, where?: Condition): Promise<number> {
  const { n } = await db
    .selectFrom('tasks as t')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .$if(where !== undefined, (q) => q.where(where!))
    .executeTakeFirstOrThrow()
  return n
}

/** The ids that meet the condition, ascending. */
export async function findTaskIds(db: Db, where: Condition): Promise<number[]> {
  const rows = await db.selectFrom('tasks as t').select('t.id').where(where).orderBy('t.id').execute()
  return rows.map(({ id }) => id)
}

export function withIds(ids: readonly number[]): Condition {
  return sql`t.id in ${valuesOf(ids)}`
}

/** The tasks with these ids, by id. */
export async function getTasks(db: Db, ids: readonly number[]): Promise<Task[]> {
  return (await selectTasks(db).where('t.id', 'in', valuesOf(ids)).orderBy('t.id').execute()).map(toTask)
}

/** A task in a line of another's: subtasks, blockers, what was unblocked. */
export type TaskLine = Awaited<ReturnType<typeof getTaskLines>>[number]

export function getTaskLines(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('tasks')
    .select(['id', 'title', 'status', 'due'])
    .where('id', 'in', valuesOf(ids))
    .orderBy('id')
    .execute()
}

/** Those of the tasks that repeat, ascending. */
export async function withRecurrence(db: Db, ids: readonly number[]): Promise<number[]> {
  return findTaskIds(db, sql`(${withIds(ids)} and t.recurrence is not null)`)
}

/** What deciding about a task's status needs of it, by id. */
export function standingOf(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('tasks')
    .select(['id', 'status', 'started_at'])
    .where('id', 'in', valuesOf(ids))
    .orderBy('id')
    .execute()
}
