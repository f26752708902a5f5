import type { Db, Tx } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { isClosed, reopenedStatus, type Status } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { openBlockers, unblockedBy } from '../repositories/dependencies.ts'
import { dismissRemindersOf } from '../repositories/reminder-writes.ts'
import { ancestry, openSubtasks } from '../repositories/subtasks.ts'
import { updateTasks } from '../repositories/task-writes.ts'
import { type Standing, standingOf } from '../repositories/tasks.ts'
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
}

export interface Insistence {
  /** Past open subtasks and blockers. */
  readonly force?: boolean | undefined
  /** Everything below is closed too. */
  readonly cascade?: boolean | undefined
}

/**
 * Completes tasks (spec part 5, Completing): sets completed_at and progress 100, stops a timer that runs on one, dismisses
 * their reminders. Open
 * subtasks or blockers outside the list are a conflict that names them, unless forced; `cascade` completes the subtasks too.
 */
export async function completeTasks(
  tx: Tx,
  ids: readonly number[],
  insist: Insistence,
  clock: Clock,
): Promise<StatusChange> {
  return closeTasks(tx, ids, 'done', insist, clock)
}

/** Cancels tasks; with `cascade` the open tasks below them too. What waited for them is freed, a timer on one stopped. */
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
  { force, cascade }: Insistence,
  clock: Clock,
): Promise<StatusChange> {
  const { now } = clock
  const given = await standingOf(tx, ids)
  const otherwise = given.find((task) => isClosed(task.status) && task.status !== status)
  if (otherwise !== undefined) throw closed(otherwise)
  const already = idsOf(given.filter((task) => task.status === status))
  const open = idsOf(given.filter((task) => !isClosed(task.status)))
  const all = cascade === true ? [...open, ...(await openSubtasks(tx, idsOf(given)))] : open
  if (force !== true) await refuseUnfinished(tx, all)
  const values = status === 'done' ? { status, progress: 100, completed_at: now } : { status, completed_at: now }
  const changed = await updateTasks(tx, [...new Set(all)], values, now)
  const stopped = await stopTimerOn(tx, changed, now)
  const dismissed = await dismissRemindersOf(tx, changed, now)
  return { changed, already, unblocked: await unblockedBy(tx, changed, clock), stopped, dismissed }
}

async function refuseUnfinished(db: Db, ids: readonly number[]): Promise<void> {
  const subtasks = await openSubtasks(db, ids)
  if (subtasks.length > 0) {
    const owner = await ownerOf(db, ids, subtasks[0]!)
    throw new Failure(
      'conflict',
      `task ${owner} has open subtasks: ${listed(subtasks)}`,
      `larry done ${owner} --cascade completes them too, --force leaves them open`,
    )
  }
  const blockers = await openBlockers(db, ids)
  const first = blockers[0]?.task_id
  if (first !== undefined) {
    const waits = blockers.filter(({ task_id }) => task_id === first).map(({ depends_on_id }) => depends_on_id)
    throw new Failure(
      'conflict',
      `task ${first} waits for ${listed(waits)}`,
      `finish that first, or larry done ${first} --force`,
    )
  }
}

/** The one of `ids` a task lies below: the first met on the way up. */
async function ownerOf(db: Db, ids: readonly number[], subtask: number): Promise<number> {
  const given = new Set(ids)
  const parents = new Map((await ancestry(db, [subtask])).map(({ id, parent_id }) => [id, parent_id]))
  for (let id = parents.get(subtask); id !== undefined; id = parents.get(id)) if (given.has(id)) return id
  return ids[0]!
}

function listed(ids: readonly number[]): string {
  return ids.length > 10 ? `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more` : ids.join(', ')
}

/** Takes closed tasks up again: to do, or in progress if work had begun. Open ones are left as they are. */
export async function reopenTasks(tx: Tx, ids: readonly number[], now: string): Promise<StatusChange> {
  const given = await standingOf(tx, ids)
  const changed: number[] = []
  for (const status of ['todo', 'in-progress'] as const) {
    const some = given.filter((task) => isClosed(task.status) && reopenedStatus(task.started_at) === status)
    changed.push(...(await updateTasks(tx, idsOf(some), { status, progress: 0, completed_at: null }, now)))
  }
  return { changed, already: idsOf(given.filter(({ status }) => !isClosed(status))), unblocked: [] }
}

/** Gives open tasks another open status; the first time work begins is kept. Closed ones must be reopened first. */
export async function moveTasks(tx: Tx, ids: readonly number[], status: Status, now: string): Promise<StatusChange> {
  const given = await standingOf(tx, ids)
  const shut = given.find((task) => isClosed(task.status))
  if (shut !== undefined) throw closed(shut)
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

function idsOf(tasks: readonly Standing[]): number[] {
  return tasks.map(({ id }) => id)
}

function closed(task: Standing): Failure {
  return new Failure('conflict', `task ${task.id} is ${task.status}`, `larry task reopen ${task.id}`)
}
