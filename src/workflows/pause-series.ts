import type { Tx } from '../db/handles.ts'
import { idsOf } from '../domain/ids-of.ts'
import { isClosed } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import type { RecurringTask } from '../repositories/recurring-tasks.ts'
import { updateTasks } from '../repositories/task-writes.ts'
import { continueSeries, type Sequel } from './continue-series.ts'

/** Keeps what comes next from being created when these tasks are done; answers the ids of those that were not paused yet. */
export function pauseSeries(tx: Tx, tasks: readonly RecurringTask[], now: string): Promise<number[]> {
  const going = tasks.filter(({ recurrence_paused_at }) => recurrence_paused_at === null)
  return updateTasks(tx, idsOf(going), { recurrence_paused_at: now }, now)
}

/** Lets paused tasks go on; of those done meanwhile the next occurrence is created now. Answers the ids of those that were paused too. */
export async function resumeSeries(
  tx: Tx,
  tasks: readonly RecurringTask[],
  clock: Clock,
): Promise<{ resumed: number[]; sequel: Sequel }> {
  const paused = tasks.filter(({ recurrence_paused_at }) => recurrence_paused_at !== null)
  const resumed = await updateTasks(tx, idsOf(paused), { recurrence_paused_at: null }, clock.now)
  const done = idsOf(paused.filter(({ status }) => isClosed(status)))
  return { resumed, sequel: await continueSeries(tx, done, done, { catchUp: false }, clock) }
}
