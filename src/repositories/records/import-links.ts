import { sql } from 'kysely'
import type { Tx } from '../../db/handles.ts'

/** What a task's line says of another whose line has not come yet: by uid or source, or by its id in the file. */
export interface Link {
  readonly task_id: number
  readonly line: number
  readonly what: 'parent' | 'blocker'
  readonly identity: string | null
  readonly file_id: number | null
  /** 1 for a task that was here and is otherwise as the file has it. */
  readonly unchanged: 0 | 1
}

/** Makes what an import has to remember of all its lines: temporary tables, so that its memory does not grow with the file (sqlite.org/tempfiles.html). */
export async function beginLinks(tx: Tx): Promise<void> {
  await sql`create temp table imported (id integer primary key, line integer not null, file_id integer)`.execute(tx)
  await sql`create temp table links (
    task_id integer not null, line integer not null, what text not null, identity text, file_id integer,
    unchanged integer not null, target integer)`.execute(tx)
}

export async function endLinks(tx: Tx): Promise<void> {
  await sql`drop table temp.imported`.execute(tx)
  await sql`drop table temp.links`.execute(tx)
}

/** Remembers on which lines tasks stood, and the ids they had there. */
export async function rememberTasks(
  tx: Tx,
  tasks: readonly { readonly id: number; readonly line: number; readonly file_id: number | null }[],
): Promise<void> {
  const data = JSON.stringify(tasks.map(({ id, line, file_id }) => [id, line, file_id]))
  await sql`insert into temp.imported (id, line, file_id)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(${data})`.execute(tx)
}

/** The lines on which some of these tasks stood before, by id. */
export async function linesOfTasks(tx: Tx, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; line: number }>`
    select id, line from temp.imported where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(tx)
  return new Map(rows.map(({ id, line }) => [id, line]))
}

/** The tasks that had these ids in the file, as far as they have come, by those ids. */
export async function tasksByFileId(tx: Tx, fileIds: readonly number[]): Promise<Map<number, number>> {
  if (fileIds.length === 0) return new Map()
  await sql`create index if not exists temp.imported_file_id on imported (file_id)`.execute(tx)
  const { rows } = await sql<{ id: number; file_id: number }>`
    select id, file_id from temp.imported
    where file_id in (select value from json_each(${JSON.stringify(fileIds)}))`.execute(tx)
  return new Map(rows.map(({ id, file_id }) => [file_id, id]))
}

export async function rememberLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  const data = JSON.stringify(
    links.map(({ task_id, line, what, identity, file_id, unchanged }) => [
      task_id,
      line,
      what,
      identity,
      file_id,
      unchanged,
    ]),
  )
  await sql`insert into temp.links (task_id, line, what, identity, file_id, unchanged)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(${data})`.execute(tx)
}

/** Finds the tasks that links lead to, now that all lines have come. */
export async function findTargets(tx: Tx): Promise<void> {
  await sql`update temp.links set target = coalesce(
    (select id from main.tasks where uid = links.identity),
    (select id from main.tasks where source = links.identity),
    (select id from temp.imported where file_id = links.file_id))`.execute(tx)
}

/** Links the tasks to what was found; answers how many tasks changed only by that. */
export async function linkTasks(tx: Tx): Promise<number> {
  const parents = await sql<{ id: number }>`
    update tasks set parent_id = links.target from temp.links
    where links.what = 'parent' and links.task_id = tasks.id and links.target is not null
      and tasks.parent_id is not links.target
    returning id`.execute(tx)
  const blockers = await sql<{ id: number }>`
    insert into task_dependencies (task_id, depends_on_id)
    select task_id, target from temp.links where what = 'blocker' and target is not null
    on conflict do nothing
    returning task_id as id`.execute(tx)
  const changed = [...parents.rows, ...blockers.rows].map(({ id }) => id)
  const { rows } = await sql<{ n: number }>`
    select count(distinct task_id) as n from temp.links
    where unchanged = 1 and task_id in (select value from json_each(${JSON.stringify(changed)}))`.execute(tx)
  return rows[0]!.n
}

/** The first links that lead nowhere, by line, and how many there are. */
export async function deadLinks(
  tx: Tx,
  limit: number,
): Promise<{ readonly first: readonly Link[]; readonly count: number }> {
  const { rows } = await sql<Link>`select * from temp.links where target is null order by line limit ${limit}`.execute(
    tx,
  )
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from temp.links where target is null`.execute(
    tx,
  )
  return { first: rows, count: counted[0]!.n }
}

/** The line of the first task that a link leads to itself. */
export async function selfLink(tx: Tx): Promise<number | undefined> {
  const { rows } = await sql<{ line: number }>`
    select line from temp.links where target = task_id order by line limit 1`.execute(tx)
  return rows[0]?.line
}

/** The imported tasks some of whose links lead to a task with a higher id: every circle has one, for ids go up only so far. */
export async function upwardLinked(tx: Tx): Promise<{ readonly parents: number[]; readonly blockers: number[] }> {
  const { rows } = await sql<{ parents: string; blockers: string }>`
    select
      (select json_group_array(t.id) from temp.imported i join tasks t on t.id = i.id where t.parent_id > t.id) as parents,
      (select json_group_array(d.task_id) from temp.imported i
       join task_dependencies d on d.task_id = i.id where d.depends_on_id > d.task_id) as blockers`.execute(tx)
  return { parents: JSON.parse(rows[0]!.parents) as number[], blockers: JSON.parse(rows[0]!.blockers) as number[] }
}
