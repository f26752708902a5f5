import { type Kysely, sql } from 'kysely'

/** For those outside: views to ask with SQL, who a task was where it came from, which operations were applied already. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const view of ['v_habit_checks', 'v_habits', 'v_time', 'v_tasks']) await sql.raw(`drop view ${view}`).execute(db)
  await sql.raw('drop table operation_keys').execute(db)
  await sql.raw('drop index tasks_source').execute(db)
}

/** A CHECK passes on NULL, so each says itself when there is nothing to check and compares with `is`. */
const instant = (column: string) =>
  `length(${column}) = 24 and substr(${column}, 12, 2) < '24' and strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) is ${column}`

/** Views keep to what SQLite 3.38 knows: an older program that reads the file reads its whole schema first. */
const statements = [
  `create unique index tasks_source on tasks (source) where source is not null`,

  `create table operation_keys (
    key text not null primary key check (length(key) between 1 and 200 and instr(key, char(0)) = 0),
    operation text not null check (json_valid(operation)),
    result text not null check (json_valid(result)),
    created_at text not null check (${instant('created_at')})
  ) strict, without rowid`,

  `create view v_tasks as
    select t.id, t.uid, t.title, t.status, t.completed_at is null as is_open,
      t.completed_at is null and (t.status = 'blocked' or exists (
        select 1 from task_dependencies as d join tasks as b on b.id = d.depends_on_id
        where d.task_id = t.id and b.completed_at is null
      )) as is_blocked,
      t.priority, t.priority_rank, t.due, t.wait_until, t.estimate_minutes, t.progress,
      (select group_concat(tag, ' ') from (select tag from task_tags where task_id = t.id order by tag)) as tags,
      p.name as project, c.name as client, t.project_id, t.client_id, t.parent_id,
      (
        select group_concat(depends_on_id, ' ')
        from (select depends_on_id from task_dependencies where task_id = t.id order by depends_on_id)
      ) as depends_on,
      t.notes, t.recurrence, t.recurrence_mode, t.series_uid,
      (
        select coalesce(sum(unixepoch(e.ended_at) - unixepoch(e.started_at)), 0) from time_entries as e
        where e.task_id = t.id and e.ended_at is not null
      ) as tracked_seconds,
      t.source, t.started_at, t.completed_at, t.created_at, t.updated_at
    from tasks as t
    left join projects as p on p.id = t.project_id
    left join clients as c on c.id = coalesce(t.client_id, p.client_id)`,

  `create view v_time as
    select e.id, e.uid, e.task_id, t.title, p.name as project, c.name as client, e.started_at, e.ended_at,
      unixepoch(e.ended_at) - unixepoch(e.started_at) as seconds,
      e.billable, c.rate_cents, c.currency, e.note, e.created_at, e.updated_at
    from time_entries as e
    join tasks as t on t.id = e.task_id
    left join projects as p on p.id = t.project_id
    left join clients as c on c.id = coalesce(t.client_id, p.client_id)`,

  `create view v_habits as
    select h.id, h.uid, h.name, h.period, h.target, h.unit, h.starts_on, h.ends_on, h.archived_at,
      count(k."on") filter (where k.skipped = 0) as checks,
      sum(coalesce(k.amount, 1.0)) filter (where k.skipped = 0) as amount,
      max(k."on") filter (where k.skipped = 0) as last_on,
      h.created_at, h.updated_at
    from habits as h
    left join habit_checks as k on k.habit_id = h.id
    group by h.id`,

  `create view v_habit_checks as
    select k.habit_id, h.name as habit, k."on", k.amount, h.unit, k.skipped, k.note, k.created_at, k.updated_at
    from habit_checks as k
    join habits as h on h.id = k.habit_id`,
]
