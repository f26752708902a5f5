import type { Tx } from '../db/handles.ts'
import { closedTask } from '../domain/closed-task.ts'
import { idsOf } from '../domain/ids-of.ts'
import { isClosed, type Status } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { unblockedBy } from '../repositories/dependencies.ts'
import { dismissRemindersOf } from '../repositories/reminder-writes.ts'
import { openSubtasks } from '../repositories/subtasks.ts'
import { updateTasks } from '../repositories/task-writes.ts'
import { standingOf, withRecurrence } from '../repositories/tasks.ts'
import type { Sequel } from './continue-series.ts'
import { refuseUnfinished } from './refuse-unfinished.ts'
import { type StoppedTimer, stopTimerOn } from './run-timer.ts'

/** What a change of status came to: the tasks changed, those that were so already, and the tasks freed by it. */
export interface StatusChange {
  readonly changed: readonly number[]
  readonly already: readonly number[]
  readonly unblocked: readonly number[]
  /** The timer that ran on one of them. */
  readonly stopped?: StoppedTimer | undefined
  /** How many reminders of theirs were pending. */
  readonly dismissed?: number
  /** What became of those that repeat. */
  readonly sequel?: Sequel | undefined
}

export interface Insistence {
  /** Past open subtasks and blockers. */
  readonly force?: boolean | undefined
  /** Everything below is closed too. */
  readonly cascade?: boolean | undefined
  /** Of what repeats also the occurrences that were missed are created. */
  readonly catchUp?: boolean | undefined
}

/**
 * Completes tasks (spec part 5, Completing): sets completed_at and progress 100, stops a timer that runs on one, dismisses
 * their reminders, creates what comes next of those that repeat. Open subtasks or blockers outside the list are a conflict
 * that names them, unless forced; `cascade` completes the subtasks too.
 */
export async function completeTasks(
  tx: Tx,
  ids: readonly number[],
  insist: Insistence,
  clock: Clock,
): Promise<StatusChange> {
  return closeTasks(tx, ids, 'done', insist, clock)
}

/** Cancels tasks; with `cascade` the open tasks below them too. What waited for them is freed, a timer on one stopped, what repeats comes no more. */
export async function cancelTasks(
  tx: Tx,
  ids: readonly number[],
  insist: Insistence,
  clock: Clock,
): Promise<StatusChange> {
  return closeTasks(tx, ids, 'cancelled', { ...insist, force: true }, clock)
}

async function closeTasks(
  tx: Tx,
  ids: readonly number[],
  status: 'done' | 'cancelled',
  { force, cascade, catchUp = false }: Insistence,
  clock: Clock,
): Promise<StatusChange> {
  const { now } = clock
  const given = await standingOf(tx, ids)
  const otherwise = given.find((task) => isClosed(task.status) && task.status !== status)
  if (otherwise !== undefined) throw closedTask(otherwise)
  const already = idsOf(given.filter((task) => task.status === status))
  const open = idsOf(given.filter((task) => !isClosed(task.status)))
  const all = cascade === true ? [...open, ...(await openSubtasks(tx, idsOf(given)))] : open
  if (force !== true) await refuseUnfinished(tx, all)
  const values = status === 'done' ? { status, progress: 100, completed_at: now } : { status, completed_at: now }
  const changed = await updateTasks(tx, [...new Set(all)], values, now)
  const stopped = await stopTimerOn(tx, changed, now)
  const dismissed = await dismissRemindersOf(tx, changed, now)
  const sequel = await sequelOf(tx, changed, status, catchUp, clock)
  return { changed, already, unblocked: await unblockedBy(tx, changed, clock), stopped, dismissed, sequel }
}

async function sequelOf(
  tx: Tx,
  shut: readonly number[],
  status: 'done' | 'cancelled',
  catchUp: boolean,
  clock: Clock,
): Promise<Sequel | undefined> {
  const repeating = await withRecurrence(tx, shut)
  if (repeating.length === 0) return undefined
  const { continueSeries, endSeries } = await import('./continue-series.ts')
  return status === 'done' ? continueSeries(tx, repeating, shut, { catchUp }, clock) : endSeries(tx, repeating)
}

/** Gives open tasks another open status; the first time work begins is kept. Closed ones must be reopened first. */
export async function moveTasks(tx: Tx, ids: readonly number[], status: Status, now: string): Promise<StatusChange> {
  const given = await standingOf(tx, ids)
  const shut = given.find((task) => isClosed(task.status))
  if (shut !== undefined) throw closedTask(shut)
  const moving = given.filter((task) => task.status !== status)
  const begin = status === 'in-progress' ? moving.filter(({ started_at }) => started_at === null) : []
  const begun = await updateTasks(tx, idsOf(begin), { status, started_at: now }, now)
  const rest = await updateTasks(tx, idsOf(moving.filter((task) => !begin.includes(task))), { status }, now)
  return {
    changed: [...begun, ...rest],
    already: idsOf(given.filter((task) => task.status === status)),
    unblocked: [],
  }
}

/** Gives tasks any status by the rules of the verb that sets it. */
export async function setStatus(tx: Tx, ids: readonly number[], status: Status, clock: Clock): Promise<StatusChange> {
  if (status === 'done') return completeTasks(tx, ids, {}, clock)
  if (status === 'cancelled') return cancelTasks(tx, ids, {}, clock)
  return moveTasks(tx, ids, status, clock.now)
}
