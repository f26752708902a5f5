import type { Db, Tx } from '../db/handles.ts'
import { closedTask } from '../domain/closed-task.ts'
import { type Asked, beforeDue, place } from '../domain/reminder.ts'
import { type Attributes, isClosed, repeats } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import {
  deletePendingOf,
  insertReminders,
  type Moved,
  moveRemindersTo,
  updateReminders,
} from '../repositories/reminder-writes.ts'
import { remindersBeforeDue } from '../repositories/reminders.ts'
import { touchTasks } from '../repositories/task-writes.ts'
import { getTaskLines, type TaskLine } from '../repositories/tasks.ts'

/** What became of reminders when tasks were edited. */
export interface RemindersEdited {
  /** The ids of new ones. */
  readonly added: readonly number[]
  readonly removed: number
  /** Went along with a due date. */
  readonly moved: number
  /** Those of tasks that are not due any more. */
  readonly dismissed: number
  /** The tasks that were given some or had some taken away. */
  readonly tasks: readonly number[]
}

/** A reminder for a task, with the due date it may count from. */
interface AskedFor {
  readonly task_id: number
  readonly due: string | null
  readonly remind: Asked
}

/** Stores a reminder for each task; one in the past, or before a due date there is not, is refused for all. Answers their ids. */
export function addReminders(tx: Tx, asked: readonly AskedFor[], clock: Clock): Promise<number[]> {
  const reminders = asked.map(({ task_id, due, remind }) => ({
    task_id,
    message: null,
    ...place(remind, due, clock),
    rule: null,
  }))
  return insertReminders(tx, reminders, clock.now)
}

/**
 * Does to reminders what edits ask for, once the due dates are those of the edits: new ones are added, the pending ones
 * taken away or moved. `along` are tasks and a number of reminders that moved with a task.
 */
export async function editReminders(
  tx: Tx,
  edits: readonly { readonly ids: readonly number[]; readonly attributes: Attributes }[],
  along: { readonly tasks: readonly number[]; readonly reminders: number },
  clock: Clock,
): Promise<RemindersEdited> {
  const given = edits.filter(({ attributes }) => attributes.due !== undefined || repeats(attributes))
  const due = [...given.flatMap(({ ids }) => ids), ...along.tasks]
  const moves = due.length === 0 ? { moved: 0, dismissed: 0 } : await moveReminders(tx, due, clock)
  const rid = edits.filter(({ attributes }) => attributes.remind === null).flatMap(({ ids }) => ids)
  const gone = rid.length === 0 ? [] : await deletePendingOf(tx, rid)
  const added: number[] = []
  const reminded: number[] = []
  for (const { ids, attributes } of edits) {
    const { remind } = attributes
    if (remind === undefined || remind === null) continue
    const tasks = await requireOpen(tx, ids)
    const asked = tasks.map(({ id, due: day }) => ({ task_id: id, due: day, remind }))
    added.push(...(await addReminders(tx, asked, clock)))
    reminded.push(...ids)
  }
  const tasks = [...new Set([...gone, ...reminded])]
  if (tasks.length > 0) await touchTasks(tx, tasks, clock.now)
  return { ...moves, moved: moves.moved + along.reminders, added, removed: gone.length, tasks }
}

/** The tasks, unless one of them is done or cancelled, of which nobody needs to be reminded: a conflict. */
export async function requireOpen(db: Db, taskIds: readonly number[]): Promise<TaskLine[]> {
  const tasks = await getTaskLines(db, taskIds)
  const closed = tasks.find(({ status }) => isClosed(status))
  if (closed !== undefined) throw closedTask(closed)
  return tasks
}

/**
 * Moves the reminders that stand before the due dates of these tasks to where they are now. One that fired is pending
 * again when its new moment is to come; those of a task without a due date are dismissed.
 */
export async function moveReminders(
  tx: Tx,
  taskIds: readonly number[],
  clock: Clock,
): Promise<Pick<RemindersEdited, 'moved' | 'dismissed'>> {
  const all = await remindersBeforeDue(tx, taskIds)
  const lost = all.filter(({ due, status }) => due === null && status === 'pending')
  const moved: Moved[] = []
  for (const { id, civil_at, zone, before_due_minutes, status, due, completed_at } of all) {
    if (due === null || completed_at !== null) continue
    const moment = beforeDue(due, before_due_minutes!, clock.zone)
    if (moment.civil_at === civil_at && moment.zone === zone) continue
    if (status === 'pending' || moment.at > clock.now) moved.push({ ...moment, id, rule: null, fired_at: null })
  }
  await moveRemindersTo(tx, moved, clock.now)
  const dismissed = await updateReminders(
    tx,
    lost.map(({ id }) => id),
    { status: 'dismissed' },
    clock.now,
  )
  return { moved: moved.length, dismissed: dismissed.length }
}
