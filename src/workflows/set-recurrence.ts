import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import { closedTask } from '../domain/closed-task.ts'
import { exceptionsOf } from '../domain/recurrence/following.ts'
import { exceptionsText, stillLeftOut } from '../domain/recurrence/leave-out.ts'
import { beginAfter, beginEvery, type Repetition } from '../domain/recurrence/repetition.ts'
import { readRule } from '../domain/recurrence/rule.ts'
import { type Attributes, isClosed, repeats } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { notRepeating, recurringOf, startSeries } from '../repositories/recurring-tasks.ts'
import { updateTasks } from '../repositories/task-writes.ts'
import { getTaskLines, withRecurrence } from '../repositories/tasks.ts'

/** How attributes let a task with this due date repeat, and when it is due then. */
export function repetitionOf({ every, after, due: said }: Attributes, due: string | null, clock: Clock): Repetition {
  const beginning = { due, said: typeof said === 'string' }
  return typeof every === 'string' ? beginEvery(every, beginning, clock) : beginAfter(after!, beginning)
}

/**
 * Lets open tasks repeat as attributes say, each from its due date, or no more; paused ones stay so, and what was left
 * out is where the new rule would give it. Answers the ids of those that changed. A closed one is a conflict.
 */
export async function setRecurrence(
  tx: Tx,
  ids: readonly number[],
  attributes: Attributes,
  clock: Clock,
): Promise<number[]> {
  const { now } = clock
  if (!repeats(attributes)) return updateTasks(tx, await withRecurrence(tx, ids), notRepeating, now)
  const tasks = await getTaskLines(tx, ids)
  const shut = tasks.find(({ status }) => isClosed(status))
  if (shut !== undefined) throw closedTask(shut)
  const byDue = new Map<string | null, Repetition>()
  for (const { due } of tasks) if (!byDue.has(due)) byDue.set(due, repetitionOf(attributes, due, clock))
  const leftOut = new Map((await recurringOf(tx, ids)).map((task) => [task.id, exceptionsOf(task)]))
  const rows = tasks.map(({ id, due }) => {
    const repetition = byDue.get(due)!
    return { id, ...repetition, recurrence_exceptions: exceptionsAnew(leftOut.get(id) ?? [], repetition) }
  })
  const changed = await updateEach(tx, 'tasks', rows, now)
  await startSeries(tx, ids)
  return changed
}

function exceptionsAnew(before: readonly string[], repetition: Repetition): string | null {
  const { recurrence, recurrence_mode, recurrence_anchor, due } = repetition
  const exceptions = exceptionsOf(repetition)
  if (recurrence_mode === 'completion' || recurrence_anchor === null) return null
  const calendar = { rule: readRule(recurrence), anchor: recurrence_anchor, exceptions }
  return exceptionsText(stillLeftOut(before, calendar).filter((date) => date !== due))
}
