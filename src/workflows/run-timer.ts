import type { Tx } from '../db/handles.ts'
import { closedTask } from '../domain/closed-task.ts'
import { Failure } from '../domain/errors.ts'
import { isClosed, type Status } from '../domain/task.ts'
import { later, showMoment } from '../domain/time-span.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type RunningTimer, runningTimer } from '../repositories/time-entries.ts'
import { insertEntries, updateEntries } from '../repositories/time-entry-writes.ts'
import { refuseOverlap } from './refuse-overlap.ts'

/** A timer that was stopped, with both its ends; `setBack` when the clock was, so that it ends where it began. */
export type StoppedTimer = RunningTimer & { readonly ended_at: string; readonly setBack: boolean }

export interface Start {
  readonly task: { readonly id: number; readonly status: Status }
  /** UTC instant, not after now. */
  readonly at: string
  readonly note: string | null
  readonly billable: boolean
}

/** Starts a timer, having stopped the one that ran. A closed task, and a beginning before other work ended, are conflicts. */
export async function startTimer(
  tx: Tx,
  { task, at, note, billable }: Start,
  clock: Clock,
): Promise<{ started: number; stopped: StoppedTimer | undefined }> {
  if (isClosed(task.status)) throw closedTask(task)
  const running = await runningTimer(tx)
  if (running !== undefined && at < running.started_at && at < clock.now) throw startsBefore(running, at, clock)
  const span = { started_at: at, ended_at: clock.now }
  await refuseOverlap(tx, span, running === undefined ? [] : [running.id], clock, 'give a later --at')
  const stopped = running && (await stopTimer(tx, running, at, clock.now))
  const entry = { task_id: task.id, started_at: at, ended_at: null, note, billable: billable ? 1 : 0 }
  const [started] = await insertEntries(tx, [entry], clock.now)
  return { started: started!, stopped }
}

function startsBefore(running: RunningTimer, at: string, clock: Clock): Failure {
  return new Failure(
    'conflict',
    `${showMoment(at, clock)} is before the timer on ${running.task_id} "${running.title}" began, at ${showMoment(running.started_at, clock)}`,
    'larry time log notes work done before',
  )
}

/** Ends a running timer, at its own beginning when that is later: the clock was set back. */
export async function stopTimer(tx: Tx, timer: RunningTimer, at: string, now: string): Promise<StoppedTimer> {
  const ended_at = later(timer.started_at, at)
  await updateEntries(tx, [timer.id], { ended_at }, now)
  return { ...timer, ended_at, setBack: at < timer.started_at }
}

/** Stops the timer if it runs on one of these tasks, as closing them does. */
export async function stopTimerOn(tx: Tx, ids: readonly number[], now: string): Promise<StoppedTimer | undefined> {
  const running = await runningTimer(tx)
  return running !== undefined && ids.includes(running.task_id) ? stopTimer(tx, running, now, now) : undefined
}
