import { type Kysely, sql } from 'kysely'

/** Clients, projects, tasks with their tags and dependencies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['task_dependencies', 'task_tags', 'tasks', 'projects', 'clients'])
    await sql.raw(`drop table ${table}`).execute(db)
}

/** A CHECK passes on NULL, so each says itself when there is nothing to check and compares with `is`. */
const instant = (column: string) =>
  `${column} is null or (length(${column}) = 24 and substr(${column}, 12, 2) < '24' and strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) is ${column})`

const civil = (column: string) =>
  `${column} is null or (length(${column}) = 10 and date(${column}) is ${column})
      or (length(${column}) = 16 and substr(${column}, 12, 2) < '24' and strftime('%Y-%m-%dT%H:%M', ${column}) is ${column})`

/** What Unicode calls white space (PropList.txt, White_Space). */
const space = `char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202,
      8232, 8233, 8239, 8287, 12288)`

const head = `
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    created_at text not null check (${instant('created_at')}),
    updated_at text not null check (${instant('updated_at')})`

const statements = [
  `create table clients (${head},
    name text not null check (trim(name, ${space}) <> '' and instr(name, char(0)) = 0),
    name_folded text not null unique,
    status text not null default 'active' check (status in ('prospect', 'active', 'inactive', 'archived')),
    email text,
    phone text,
    rate_cents integer check (rate_cents >= 0),
    currency text check (currency glob '[A-Z][A-Z][A-Z]'),
    notes text
  ) strict`,

  `create table projects (${head},
    name text not null check (trim(name, ${space}) <> '' and instr(name, char(0)) = 0),
    name_folded text not null unique,
    client_id integer references clients on delete set null,
    status text not null default 'active' check (status in ('active', 'archived')),
    notes text
  ) strict`,
  `create index projects_client on projects (client_id) where client_id is not null`,

  `create table tasks (${head},
    title text not null check (trim(title, ${space}) <> '' and length(title) <= 10000 and instr(title, char(0)) = 0),
    notes text check (instr(notes, char(0)) = 0),
    status text not null default 'todo'
      check (status in ('todo', 'in-progress', 'review', 'blocked', 'done', 'cancelled')),
    priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'critical', 'urgent')),
    due text check (${civil('due')}),
    wait_until text check (${civil('wait_until')}),
    estimate_minutes integer check (estimate_minutes > 0),
    progress integer not null default 0 check (progress between 0 and 100),
    parent_id integer references tasks on delete set null check (parent_id <> id),
    project_id integer references projects on delete set null,
    client_id integer references clients on delete set null,
    recurrence text,
    recurrence_mode text check (recurrence_mode in ('schedule', 'completion')),
    recurrence_anchor text check (${civil('recurrence_anchor')}),
    series_uid text,
    started_at text check (${instant('started_at')}),
    completed_at text check (${instant('completed_at')}),
    source text,
    extra text check (json_valid(extra)),
    priority_rank integer generated always as (case priority
      when 'low' then 1 when 'medium' then 2 when 'high' then 3 when 'critical' then 4 else 5 end) virtual,
    check ((completed_at is not null) = (status in ('done', 'cancelled'))),
    check ((recurrence is null) = (recurrence_mode is null))
  ) strict`,
  `create index tasks_open on tasks (due is null, due, priority_rank desc, id) where completed_at is null`,
  `create index tasks_completed on tasks (completed_at) where completed_at is not null`,
  `create index tasks_parent on tasks (parent_id) where parent_id is not null`,
  `create index tasks_project on tasks (project_id) where project_id is not null`,
  `create index tasks_client on tasks (client_id) where client_id is not null`,
  `create index tasks_series on tasks (series_uid) where series_uid is not null`,

  `create table task_tags (
    task_id integer not null references tasks on delete cascade,
    tag text not null check (tag <> '' and tag not glob ('*[' || ${space} || ']*')),
    primary key (task_id, tag)
  ) strict, without rowid`,
  `create index task_tags_tag on task_tags (tag, task_id)`,

  `create table task_dependencies (
    task_id integer not null references tasks on delete cascade,
    depends_on_id integer not null references tasks on delete cascade check (depends_on_id <> task_id),
    primary key (task_id, depends_on_id)
  ) strict, without rowid`,
  `create index task_dependencies_depends_on on task_dependencies (depends_on_id, task_id)`,
]
