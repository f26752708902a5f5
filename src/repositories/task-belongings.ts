import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { counted } from '../domain/counted.ts'

const kinds = [
  { table: 'task_tags', one: 'tag', many: 'tags' },
  { table: 'task_comments', one: 'comment', many: 'comments' },
  { table: 'task_attachments', one: 'file', many: 'files' },
  { table: 'time_entries', one: 'time entry', many: 'time entries' },
  { table: 'reminders', one: 'reminder', many: 'reminders' },
] as const

/** What hangs on these tasks and goes with them, as `2 tags`; kinds without any are left out. */
export async function countAttached(db: Db, ids: readonly number[]): Promise<string[]> {
  const all: { n: number; one: string; many: string }[] = []
  for (const { table, one, many } of kinds) {
    const { n } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('task_id', 'in', valuesOf(ids))
      .executeTakeFirstOrThrow()
    all.push({ n, one, many })
  }
  const { n } = await db
    .selectFrom('task_dependencies')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where((eb) => eb.or([eb('task_id', 'in', valuesOf(ids)), eb('depends_on_id', 'in', valuesOf(ids))]))
    .executeTakeFirstOrThrow()
  all.push({ n, one: 'dependency', many: 'dependencies' })
  return all.filter((kind) => kind.n > 0).map((kind) => counted(kind.n, kind.one, kind.many))
}
