import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { clientStatuses } from '../domain/client.ts'

/** A client as every verb shows it: what is stored, and how many tasks are its own or of its projects. */
export interface Client {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly status: (typeof clientStatuses)[number]
  readonly email: string | null
  readonly phone: string | null
  /** Integer cents of `currency` for an hour. */
  readonly rate_cents: number | null
  readonly currency: string | null
  readonly notes: string | null
  readonly open_tasks: number
  readonly done_tasks: number
  readonly created_at: string
  readonly updated_at: string
}

/** The clients of these statuses, by name. */
export function listClients(db: Db, statuses: readonly Client['status'][]): Promise<Client[]> {
  return selectClients(db, sql`status in ${valuesOf(statuses)}`)
}

/** The clients with these ids, by name. */
export function getClients(db: Db, ids: readonly number[]): Promise<Client[]> {
  return selectClients(db, sql`id in ${valuesOf(ids)}`)
}

/** The ids of the tasks of one client, as SQL: its own, and those of its projects that have no client of their own. */
export function tasksOfClient(id: number): RawBuilder<unknown> {
  return sql`
    select t.id from tasks t where t.client_id = ${id}
    union all
    select t.id from projects p join tasks t on t.project_id = p.id where p.client_id = ${id} and t.client_id is null`
}

async function selectClients(db: Db, which: RawBuilder<SqlBool>): Promise<Client[]> {
  const { rows } = await sql<Client>`
    with
      chosen as (select * from clients where ${which}),
      owned (client_id, status) as (
        select c.id, t.status from chosen c cross join tasks t on t.client_id = c.id
        union all
        select c.id, t.status from chosen c cross join projects p on p.client_id = c.id
          cross join tasks t on t.project_id = p.id where t.client_id is null),
      counts (client_id, open_tasks, done_tasks) as (
        select client_id, count(*) filter (where status not in ('done', 'cancelled')), count(*) filter (where status = 'done')
        from owned group by client_id)
    select c.id, c.uid, c.name, c.status, c.email, c.phone, c.rate_cents, c.currency, c.notes,
           coalesce(counts.open_tasks, 0) as open_tasks, coalesce(counts.done_tasks, 0) as done_tasks,
           c.created_at, c.updated_at
    from chosen c left join counts on counts.client_id = c.id
    order by c.name_folded`.execute(db)
  return rows
}
