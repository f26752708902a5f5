import { type Kysely, sql } from 'kysely'

/** The journal: one action for each command that changed something, one change for each row it touched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['changes', 'actions']) await sql.raw(`drop table ${table}`).execute(db)
}

const statements = [
  `create table actions (
    id integer primary key autoincrement,
    created_at text not null,
    kind text not null check (kind in ('change', 'undo', 'redo')),
    command text not null,
    arguments text not null check (json_valid(arguments)),
    schema_version integer not null,
    undone_by integer references actions on delete set null check (undone_by > id),
    redone_by integer references actions on delete set null check (redone_by > id)
  ) strict`,
  `create index actions_standing on actions (kind, coalesce(redone_by, id), id) where undone_by is null`,
  `create index actions_undone_by on actions (undone_by) where undone_by is not null`,
  `create index actions_redone_by on actions (redone_by) where redone_by is not null`,

  `create table changes (
    id integer primary key,
    action_id integer not null references actions on delete cascade,
    table_name text not null,
    row_key text not null,
    before text,
    after text,
    check (before is not null or after is not null)
  ) strict`,
  `create index changes_action on changes (action_id, table_name, row_key)`,
]
