import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { projectStatuses } from '../domain/project.ts'
import { isWithin } from './projects.ts'
import { secondsSql } from './time-entries.ts'

/** A project as every verb shows it; what is said of its tasks, but for the first two counts, includes all projects below. */
export interface Project {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly status: (typeof projectStatuses)[number]
  readonly client: string | null
  readonly client_id: number | null
  readonly notes: string | null
  /** Of this project alone. */
  readonly open_tasks: number
  readonly done_tasks: number
  readonly open_total: number
  readonly done_total: number
  /** Civil, the first an open task is due. */
  readonly next_due: string | null
  /** Of all tasks that are not cancelled; null when none is estimated. */
  readonly estimate_total: number | null
  readonly tracked_total: number
  readonly created_at: string
  readonly updated_at: string
}

/** The projects of these statuses, by name. */
export function listProjects(db: Db, statuses: readonly Project['status'][], now: string): Promise<Project[]> {
  return selectProjects(db, sql`status in ${valuesOf(statuses)}`, now)
}

/** The projects with these ids, by name. */
export function getProjects(db: Db, ids: readonly number[], now: string): Promise<Project[]> {
  return selectProjects(db, sql`id in ${valuesOf(ids)}`, now)
}

/** `cross join` keeps SQLite from reading every task: it begins with the projects. */
async function selectProjects(db: Db, which: RawBuilder<SqlBool>, now: string): Promise<Project[]> {
  const { rows } = await sql<Project>`
    with
      chosen as (select * from projects where ${which}),
      within (id, part) as (select c.id, p.id from chosen c cross join projects p where ${isWithin('p', 'c')}),
      parts (id) as (select distinct part from within),
      counts (id, open, done, next_due, estimate) as (
        select t.project_id, count(*) filter (where t.completed_at is null), count(*) filter (where t.status = 'done'),
               min(t.due) filter (where t.completed_at is null),
               sum(t.estimate_minutes) filter (where t.status <> 'cancelled')
        from parts cross join tasks t on t.project_id = parts.id group by t.project_id),
      hours (id, seconds) as (
        select t.project_id, sum(${secondsSql(now)})
        from parts cross join tasks t on t.project_id = parts.id cross join time_entries e on e.task_id = t.id
        group by t.project_id),
      totals as (
        select w.id, sum(n.open) as open, sum(n.done) as done, min(n.next_due) as next_due,
               sum(n.estimate) as estimate, sum(h.seconds) as seconds
        from within w left join counts n on n.id = w.part left join hours h on h.id = w.part group by w.id)
    select p.id, p.uid, p.name, p.status, c.name as client, p.client_id, p.notes,
           coalesce(own.open, 0) as open_tasks, coalesce(own.done, 0) as done_tasks,
           coalesce(totals.open, 0) as open_total, coalesce(totals.done, 0) as done_total, totals.next_due,
           totals.estimate as estimate_total, coalesce(totals.seconds, 0) as tracked_total, p.created_at, p.updated_at
    from chosen p join totals on totals.id = p.id left join counts own on own.id = p.id left join clients c on c.id = p.client_id
    order by p.name_folded`.execute(db)
  return rows
}

/** The ids of the tasks of these projects, as SQL. */
export function tasksOfProjects(ids: readonly number[]): RawBuilder<unknown> {
  return sql`select id from tasks where project_id in ${valuesOf(ids)}`
}
