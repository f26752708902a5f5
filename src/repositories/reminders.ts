import { sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { Page } from '../domain/whole-number.ts'

/** When a reminder next wants to be heard. The wording is that of the index `reminders_pending`. */
const momentOf = sql<string>`coalesce(r.snoozed_until, r.at)`

/** A reminder as every verb shows it, in the order of its JSON keys; `title` is its task's, or the message. */
export type Reminder = Awaited<ReturnType<ReturnType<typeof selectReminders>['execute']>>[number]

function selectReminders(db: Db) {
  return db
    .selectFrom('reminders as r')
    .leftJoin('tasks as t', 't.id', 'r.task_id')
    .select(['r.id', 'r.uid', 'r.task_id'])
    .select(sql<string>`coalesce(t.title, r.message)`.as('title'))
    .select(['r.message', 'r.at', 'r.civil_at', 'r.zone', 'r.before_due_minutes', 'r.rule', 'r.status'])
    .select(['r.fired_at', 'r.snoozed_until', 'r.created_at', 'r.updated_at'])
}

/** The pending in the order they come. */
function pendingReminders(db: Db) {
  return selectReminders(db).where('r.status', '=', sql.lit('pending')).orderBy(momentOf).orderBy('r.id')
}

/** The pending reminders, or with `all` those over too, of these tasks or of everything, in the order they come. */
export function listReminders(
  db: Db,
  { tasks, all, limit, offset }: Page & { readonly tasks: readonly number[] | undefined; readonly all: boolean },
): Promise<Reminder[]> {
  const query = all ? selectReminders(db).orderBy(momentOf).orderBy('r.id') : pendingReminders(db)
  return query
    .$if(tasks !== undefined, (q) => q.where('r.task_id', 'in', valuesOf(tasks!)))
    .limit(limit ?? -1)
    .offset(offset ?? 0)
    .execute()
}

/** The pending whose moment has come by this instant, the oldest first. */
export function remindersDue(
  db: Db,
  by: string,
  { except = [], limit = -1 }: { readonly except?: Iterable<number>; readonly limit?: number } = {},
): Promise<Reminder[]> {
  const passed = [...except]
  return pendingReminders(db)
    .where(momentOf, '<=', by)
    .$if(passed.length > 0, (q) => q.where('r.id', 'not in', valuesOf(passed)))
    .limit(limit)
    .execute()
}

/** How many are pending whose moment will have come by this instant. */
export async function countReminders(db: Db, by: string): Promise<number> {
  const { n } = await db
    .selectFrom('reminders as r')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('r.status', '=', sql.lit('pending'))
    .where(momentOf, '<=', by)
    .executeTakeFirstOrThrow()
  return n
}

/** The instant of the next pending reminder, due or to come. */
export async function nextMoment(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('reminders as r')
    .select(momentOf.as('moment'))
    .where('r.status', '=', sql.lit('pending'))
    .orderBy(momentOf)
    .limit(1)
    .executeTakeFirst()
  return row?.moment
}

/** All reminders of one task in the order of their moments. */
export function remindersOf(db: Db, taskId: number): Promise<Reminder[]> {
  return selectReminders(db).where('r.task_id', '=', taskId).orderBy(momentOf).orderBy('r.id').execute()
}

/** The reminders with these ids, by id. */
export function getReminders(db: Db, ids: readonly number[]): Promise<Reminder[]> {
  return selectReminders(db).where('r.id', 'in', valuesOf(ids)).orderBy('r.id').execute()
}

/** What moving reminders with the due dates of their tasks needs: those that stand before one, by id, but not the dismissed. */
export function remindersBeforeDue(db: Db, taskIds: readonly number[]) {
  return db
    .selectFrom('reminders as r')
    .innerJoin('tasks as t', 't.id', 'r.task_id')
    .select(['r.id', 'r.civil_at', 'r.zone', 'r.before_due_minutes', 'r.status', 't.due', 't.completed_at'])
    .where('r.task_id', 'in', valuesOf(taskIds))
    .where('r.before_due_minutes', 'is not', null)
    .where('r.status', '!=', 'dismissed')
    .orderBy('r.id')
    .execute()
}
