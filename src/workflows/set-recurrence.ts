import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import { closedTask } from '../domain/closed-task.ts'
import { calendarOf, exceptionsOf, occurrenceAfter } from '../domain/recurrence/following.ts'
import { beginAfter, beginEvery, type Repetition } from '../domain/recurrence/repetition.ts'
import { type Attributes, isClosed, repeats } from '../domain/task.ts'
import { addDays, dayOf } from '../domain/when/civil.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type RecurringTask, startSeries } from '../repositories/recurring-tasks.ts'
import { updateTasks } from '../repositories/task-writes.ts'
import { getTaskLines, withRecurrence } from '../repositories/tasks.ts'

/** The columns of a task that does not repeat. */
const none = {
  recurrence: null,
  recurrence_mode: null,
  recurrence_anchor: null,
  recurrence_exceptions: null,
  recurrence_paused_at: null,
  series_uid: null,
}

/** How attributes let a task with this due date repeat, and when it is due then. */
export function repetitionOf({ every, after, due: said }: Attributes, due: string | null, clock: Clock): Repetition {
  const beginning = { due, said: typeof said === 'string' }
  return typeof every === 'string' ? beginEvery(every, beginning, clock) : beginAfter(after!, beginning)
}

/**
 * Lets open tasks repeat as attributes say, each from its due date, or no more; paused ones stay so. Answers the ids of
 * those that changed. A closed one is a conflict.
 */
export async function setRecurrence(
  tx: Tx,
  ids: readonly number[],
  attributes: Attributes,
  clock: Clock,
): Promise<number[]> {
  const { now } = clock
  if (!repeats(attributes)) return updateTasks(tx, await withRecurrence(tx, ids), none, now)
  const tasks = await getTaskLines(tx, ids)
  const shut = tasks.find(({ status }) => isClosed(status))
  if (shut !== undefined) throw closedTask(shut)
  const byDue = new Map<string | null, Repetition>()
  for (const { due } of tasks) if (!byDue.has(due)) byDue.set(due, repetitionOf(attributes, due, clock))
  const changed = await updateEach(
    tx,
    'tasks',
    tasks.map(({ id, due }) => ({ id, ...byDue.get(due)! })),
    now,
  )
  await startSeries(tx, ids)
  return changed
}

/** A task that repeats, as it was, and the due date it was given. */
export interface MovedDue {
  readonly task: RecurringTask
  readonly due: string | null
}

/**
 * Keeps what repeats in order when only its due date was changed. Where an occurrence was moved to an earlier date, or has
 * none any more, the date it had is left out of the calendar, lest it come again; the date it has now is not. Answers the
 * ids of those whose calendar changed.
 */
export function leaveOutMoved(tx: Tx, moved: readonly MovedDue[], clock: Clock): Promise<number[]> {
  const rows = moved.map(({ task, due }) => {
    const others = exceptionsOf(task).filter((date) => date !== due)
    const leavesOne = (due === null || due < (task.due ?? '')) && wasOccurrence(task, clock)
    const dates = leavesOne ? [...others, task.due!] : others
    return { id: task.id, recurrence_exceptions: dates.length === 0 ? null : dates.join(',') }
  })
  return updateEach(tx, 'tasks', rows, clock.now)
}

function wasOccurrence(task: RecurringTask, clock: Clock): boolean {
  if (task.due === null || task.recurrence_mode === 'completion') return false
  const calendar = calendarOf(task, clock)
  let date = occurrenceAfter(calendar, addDays(dayOf(task.due), -1))
  while (date !== undefined && date < task.due) date = occurrenceAfter(calendar, date)
  return date === task.due
}
