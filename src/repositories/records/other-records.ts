import { sql } from 'kysely'
import type { Db } from '../../db/handles.ts'
import type {
  ClientRecord,
  HabitCheckRecord,
  HabitRecord,
  LooseReminder,
  ProjectRecord,
  ViewRecord,
} from '../../domain/records/file-record.ts'

/** Every client, by id. */
export function clientRecords(db: Db): Promise<ClientRecord[]> {
  return db
    .selectFrom('clients')
    .select(sql<'client'>`'client'`.as('kind'))
    .select(['id', 'uid', 'name', 'status', 'email', 'phone', 'rate_cents', 'currency', 'notes'])
    .select(['created_at', 'updated_at'])
    .orderBy('id')
    .execute()
}

/** Every project with the name of its client, by id. */
export function projectRecords(db: Db): Promise<ProjectRecord[]> {
  return db
    .selectFrom('projects as p')
    .leftJoin('clients as c', 'c.id', 'p.client_id')
    .select(sql<'project'>`'project'`.as('kind'))
    .select(['p.id', 'p.uid', 'p.name', 'c.name as client', 'p.status', 'p.notes', 'p.created_at', 'p.updated_at'])
    .orderBy('p.id')
    .execute()
}

/** Every reminder of a message, by id. */
export async function looseReminderRecords(db: Db): Promise<LooseReminder[]> {
  const rows = await db
    .selectFrom('reminders')
    .select(sql<'reminder'>`'reminder'`.as('kind'))
    .select(['id', 'uid', 'message', 'at', 'civil_at', 'zone', 'before_due_minutes', 'rule', 'status'])
    .select(['fired_at', 'snoozed_until', 'created_at', 'updated_at'])
    .where('task_id', 'is', null)
    .orderBy('id')
    .execute()
  return rows as ((typeof rows)[number] & { message: string })[]
}

/** Every habit with its checks, by id; checks in the order of their days. */
export async function habitRecords(db: Db): Promise<HabitRecord[]> {
  const rows = await db
    .selectFrom('habits as h')
    .select(sql<'habit'>`'habit'`.as('kind'))
    .select(['id', 'uid', 'name', 'period', 'target', 'unit', 'starts_on', 'ends_on', 'archived_at'])
    .select(
      sql<string>`(
        select json_group_array(json_object('on', "on", 'amount', amount, 'note', note,
          'skipped', json(iif(skipped, 'true', 'false')), 'created_at', created_at, 'updated_at', updated_at) order by "on")
        from habit_checks where habit_id = h.id)`.as('checks'),
    )
    .select(['created_at', 'updated_at'])
    .orderBy('id')
    .execute()
  return rows.map((row) => Object.assign(row, { checks: JSON.parse(row.checks) as HabitCheckRecord[] }))
}

/** Every saved view, by id. */
export function viewRecords(db: Db): Promise<ViewRecord[]> {
  return db
    .selectFrom('views')
    .select(sql<'view'>`'view'`.as('kind'))
    .select(['id', 'uid', 'name', 'filter', 'sort', 'columns', 'created_at', 'updated_at'])
    .orderBy('id')
    .execute()
}
