import { type Kysely, sql } from 'kysely'

/** What hangs on a task: comments, files, hours; and saved views. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['views', 'time_entries', 'task_attachments', 'task_comments'])
    await sql.raw(`drop table ${table}`).execute(db)
}

/** A CHECK passes on NULL, so each says itself when there is nothing to check and compares with `is`. */
const instant = (column: string) =>
  `${column} is null or (length(${column}) = 24 and substr(${column}, 12, 2) < '24' and strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) is ${column})`

/** What Unicode calls white space (PropList.txt, White_Space). */
const space = `char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202,
      8232, 8233, 8239, 8287, 12288)`

const notBlank = (column: string) => `trim(${column}, ${space}) <> '' and instr(${column}, char(0)) = 0`

const head = `
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    created_at text not null check (${instant('created_at')}),
    updated_at text not null check (${instant('updated_at')})`

const ofTask = 'task_id integer not null references tasks on delete cascade'

const statements = [
  `create table task_comments (${head},
    ${ofTask},
    body text not null check (${notBlank('body')})
  ) strict`,
  `create index task_comments_task on task_comments (task_id, id)`,

  `create table task_attachments (${head},
    ${ofTask},
    sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
    name text not null check (length(name) between 1 and 255 and instr(name, char(0)) = 0 and instr(name, '/') = 0),
    size integer not null check (size >= 0),
    media_type text,
    description text check (length(description) between 1 and 1000 and ${notBlank('description')})
  ) strict`,
  `create index task_attachments_task on task_attachments (task_id, id)`,
  `create index task_attachments_sha256 on task_attachments (sha256)`,

  `create table time_entries (${head},
    ${ofTask},
    started_at text not null check (${instant('started_at')}),
    ended_at text check (${instant('ended_at')}),
    note text check (${notBlank('note')}),
    billable integer not null default 1 check (billable in (0, 1)),
    check (ended_at >= started_at)
  ) strict`,
  `create index time_entries_task on time_entries (task_id, started_at, ended_at)`,
  `create index time_entries_started on time_entries (started_at, id)`,
  `create index time_entries_ended on time_entries (ended_at, started_at) where ended_at is not null`,
  // At most one entry of the whole file is open: the timer that runs.
  `create unique index time_entries_open on time_entries ((ended_at is null)) where ended_at is null`,

  `create table views (${head},
    name text not null unique check (${notBlank('name')}),
    filter text not null,
    sort text not null,
    columns text not null
  ) strict`,
]
