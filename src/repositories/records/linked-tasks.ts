import { sql } from 'kysely'
import type { Tx } from '../../db/handles.ts'
import { valuesOf } from '../../db/values.ts'
import type { Link } from './import-links.ts'

/** Finds the tasks that links lead to, now that all lines have come. */
export async function findTargets(tx: Tx): Promise<void> {
  await sql`create index temp.links_of_task on links (task_id, target)`.execute(tx)
  await sql`update temp.links set target = coalesce(
    (select id from main.tasks where uid = links.identity),
    (select id from main.tasks where source = links.identity),
    (select id from temp.imported where file_id = links.file_id))
    where target is null`.execute(tx)
}

/** The tasks of whose blockers every one was found: who waits for one that nobody knows may wait for any of those here. */
const whole = sql`(select task_id from temp.links where what = 'blocker' group by task_id having count(*) = count(target))`

/** Whether a task waits for one of which its line does not tell. A row value "not in" a list would look at all of it for nulls. */
const isNotTold = sql<boolean>`not exists (
  select 1 from temp.links as told
  where told.what = 'blocker' and told.task_id = task_dependencies.task_id and told.target = task_dependencies.depends_on_id)`

/** A task that was here as it is told, but is linked otherwise. */
export interface LinkedOtherwise extends Pick<Link, 'line' | 'state' | 'told'> {
  readonly id: number
  readonly title: string
  readonly updated_at: string
}

/** The tasks of which nothing was taken yet and whose links differ, by line. */
export async function linkedOtherwise(tx: Tx): Promise<LinkedOtherwise[]> {
  const { rows } = await sql<LinkedOtherwise>`
    with otherwise (id) as (
      select t.id from temp.links l join tasks t on t.id = l.task_id
      where l.what = 'parent' and l.target is not null and t.parent_id is not l.target
      union
      select l.task_id from temp.links l
      where l.what = 'blocker' and l.target is not null and not exists (
        select 1 from task_dependencies where task_id = l.task_id and depends_on_id = l.target)
      union
      select task_id from task_dependencies
      where task_id in ${whole} and ${isNotTold})
    select distinct t.id, t.title, t.updated_at, l.line, l.state, l.told
    from otherwise join tasks t using (id) join temp.links l on l.task_id = t.id
    where l.state <> 'taken' order by l.line`.execute(tx)
  return rows
}

/** Leaves these tasks linked as they are. */
export async function forgetLinks(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`delete from temp.links where task_id in ${valuesOf(ids)}`.execute(tx)
}

/** Links the tasks to what was found, and to no others. */
export async function linkTasks(tx: Tx): Promise<void> {
  await sql`
    update tasks set parent_id = links.target from temp.links
    where links.what = 'parent' and links.task_id = tasks.id and links.target is not null
      and tasks.parent_id is not links.target`.execute(tx)
  await sql`
    delete from task_dependencies
    where task_id in ${whole} and ${isNotTold}`.execute(tx)
  await sql`
    insert into task_dependencies (task_id, depends_on_id)
    select task_id, target from temp.links where what = 'blocker' and target is not null
    on conflict do nothing`.execute(tx)
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

/**
 * The imported tasks from which every circle can be reached that this import may have closed: one among imported tasks goes
 * to a higher id somewhere, for ids go up only so far; any other leaves them somewhere.
 */
export async function circleStarts(tx: Tx): Promise<{ readonly parents: number[]; readonly blockers: number[] }> {
  const { rows } = await sql<{ parents: string; blockers: string }>`
    select
      (select json_group_array(t.id) from temp.imported i join tasks t on t.id = i.id
       where t.parent_id > t.id or t.parent_id not in (select id from temp.imported)) as parents,
      (select json_group_array(d.task_id) from temp.imported i join task_dependencies d on d.task_id = i.id
       where d.depends_on_id > d.task_id or d.depends_on_id not in (select id from temp.imported)) as blockers`.execute(
    tx,
  )
  return { parents: JSON.parse(rows[0]!.parents) as number[], blockers: JSON.parse(rows[0]!.blockers) as number[] }
}
