import { type Kysely, sql } from 'kysely'

/** Time itself: what a recurring task leaves out, reminders, habits and their checks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['habit_checks', 'habits', 'reminders']) await sql.raw(`drop table ${table}`).execute(db)
  for (const column of ['recurrence_paused_at', 'recurrence_exceptions'])
    await sql.raw(`alter table tasks drop column ${column}`).execute(db)
}

/** A CHECK passes on NULL, so each says itself when there is nothing to check and compares with `is`. */
const instant = (column: string) =>
  `${column} is null or (length(${column}) = 24 and substr(${column}, 12, 2) < '24' and strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) is ${column})`

const date = (column: string) => `${column} is null or (length(${column}) = 10 and date(${column}) is ${column})`

const civilTime = (column: string) =>
  `${column} is null or (length(${column}) = 16 and substr(${column}, 12, 2) < '24' and strftime('%Y-%m-%dT%H:%M', ${column}) is ${column})`

/** What Unicode calls white space (PropList.txt, White_Space). */
const space = `char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202,
      8232, 8233, 8239, 8287, 12288)`

const notBlank = (column: string) => `trim(${column}, ${space}) <> '' and instr(${column}, char(0)) = 0`

const stamps = `
    created_at text not null check (${instant('created_at')}),
    updated_at text not null check (${instant('updated_at')})`

const head = `
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),${stamps}`

const statements = [
  // Civil dates or times, joined by commas.
  `alter table tasks add column recurrence_exceptions text check (recurrence_exceptions not glob '*[^0-9T:,-]*')`,
  `alter table tasks add column recurrence_paused_at text check (${instant('recurrence_paused_at')})`,

  `create table reminders (${head},
    task_id integer references tasks on delete cascade,
    message text check (length(message) <= 10000 and ${notBlank('message')}),
    at text not null check (${instant('at')}),
    civil_at text not null check (${civilTime('civil_at')}),
    zone text not null check (${notBlank('zone')}),
    before_due_minutes integer check (before_due_minutes is null or task_id is not null),
    rule text check (${notBlank('rule')}),
    status text not null default 'pending' check (status in ('pending', 'fired', 'dismissed')),
    fired_at text check (${instant('fired_at')}),
    snoozed_until text check (${instant('snoozed_until')}),
    check ((task_id is null) <> (message is null))
  ) strict`,
  `create index reminders_task on reminders (task_id, id)`,
  `create index reminders_at on reminders (at, id)`,
  `create index reminders_pending on reminders (coalesce(snoozed_until, at), id) where status = 'pending'`,

  `create table habits (${head},
    name text not null check (${notBlank('name')}),
    name_folded text not null unique,
    period text not null default 'day' check (period in ('day', 'week', 'month')),
    target real not null default 1 check (target > 0),
    unit text check (${notBlank('unit')}),
    starts_on text not null check (${date('starts_on')}),
    ends_on text check (${date('ends_on')}),
    archived_at text check (${instant('archived_at')}),
    check (ends_on >= starts_on)
  ) strict`,

  `create table habit_checks (
    habit_id integer not null references habits on delete cascade,
    "on" text not null check (${date('"on"')}),
    amount real check (amount > 0),
    note text check (${notBlank('note')}),
    skipped integer not null default 0 check (skipped in (0, 1)),${stamps},
    primary key (habit_id, "on"),
    check (skipped = 0 or amount is null)
  ) strict, without rowid`,
]
