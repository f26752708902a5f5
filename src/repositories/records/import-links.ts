import { sql } from 'kysely'
import type { Tx } from '../../db/handles.ts'

/**
 * What a task's line says of another, where not all it says could be found when it came: by uid or source, or by its id in
 * the file. Of such a task all blockers are remembered, so that in the end it waits for these and no others.
 */
export interface Link {
  readonly task_id: number
  readonly line: number
  readonly what: 'parent' | 'blocker'
  readonly identity: string | null
  readonly file_id: number | null
  /** The task it leads to, where that is known. */
  readonly target: number | null
  /** What became of the task so far: stored as told, here already as it is told, or likewise but for what hangs on it. */
  readonly state: 'taken' | 'same' | 'touched'
  /** When the task changed, as its line says. */
  readonly told: string | null
}

/** Makes what an import has to remember of all its lines: temporary tables, in memory (`temp_store`) but in a fraction of what objects take there. */
export async function beginLinks(tx: Tx): Promise<void> {
  await sql`create temp table imported (id integer primary key, line integer not null, file_id integer)`.execute(tx)
  await sql`create temp table links (
    task_id integer not null, line integer not null, what text not null, identity text, file_id integer,
    target integer, state text not null, told text)`.execute(tx)
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
    links.map(({ task_id, line, what, identity, file_id, target, state, told }) => [
      task_id,
      line,
      what,
      identity,
      file_id,
      target,
      state,
      told,
    ]),
  )
  const cells = Array.from({ length: 8 }, (_, at) => sql`value ->> ${sql.lit(at)}`)
  await sql`insert into temp.links (task_id, line, what, identity, file_id, target, state, told)
    select ${sql.join(cells)} from json_each(${data})`.execute(tx)
}
