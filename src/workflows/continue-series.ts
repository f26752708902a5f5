import type { Db, Tx } from '../db/handles.ts'
import { idsOf } from '../domain/ids-of.ts'
import { allFollowing, following } from '../domain/recurrence/following.ts'
import { seriesName, seriesOf } from '../domain/recurrence/series.ts'
import { requireMinutes } from '../domain/recurrence/to-the-minute.ts'
import { isClosed } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type RecurringTask, recurringOf } from '../repositories/recurring-tasks.ts'
import { parentsOf } from '../repositories/subtasks.ts'
import { repeatTrees } from './repeat-trees.ts'

/** What closing occurrences of recurring tasks led to; ids ascend. */
export interface Sequel {
  /** The occurrences that came next. */
  readonly next: readonly number[]
  /** The completed tasks that were the last. */
  readonly last: readonly number[]
  /** The cancelled tasks that ended their series. */
  readonly ended: readonly number[]
  /** The completed tasks whose repetition is paused. */
  readonly paused: readonly number[]
}

/** Which of these tasks that repeat, and are closed or about to go, ended their series: no other occurrence of it is open. */
export async function endSeries(db: Db, ids: readonly number[]): Promise<Sequel> {
  return { next: [], last: [], ended: idsOf(lastOfEach(await recurringOf(db, ids))), paused: [] }
}

/**
 * Creates what follows tasks that were completed and repeat: the next occurrence of each, with `catchUp` also those that
 * were missed. None follows while another one is open or the repetition is paused. What repeats inside of something that
 * repeats comes again with that, not by itself, also where that is paused or another occurrence of it is open. `closed` are all that were completed with them.
 */
export async function continueSeries(
  tx: Tx,
  repeating: readonly number[],
  closed: readonly number[],
  { catchUp }: { readonly catchUp: boolean },
  clock: Clock,
): Promise<Sequel> {
  const last = lastOfEach(await recurringOf(tx, repeating))
  for (const task of last) requireMinutes(task)
  const [paused, going] = [last.filter(isPaused), last.filter((task) => !isPaused(task))]
  const plans = going.map((task) => ({ task, dates: catchUp ? allFollowing(task, clock) : oneFollowing(task, clock) }))
  const above = await parentsOf(tx, idsOf(last))
  const planned = new Set(plans.filter(({ dates }) => dates.length > 0).map(({ task }) => task.id))
  const comes = (task: RecurringTask) => planned.has(task.id) || rests(task, clock)
  const series = new Set(last.filter(comes).map(seriesName))
  const goingOn = await comingAgain(tx, [...above.values()], series, clock)
  const outer = plans.filter(({ task }) => planned.has(task.id) && !isBelow(task.id, goingOn, above))
  const shut = new Set(closed)
  const next: number[] = []
  for (let round = 0; outer.some(({ dates }) => dates.length > round); round++) {
    const repeats = outer
      .filter(({ dates }) => dates.length > round)
      .map(({ task, dates }) => ({ task, next: dates[round]!, parent_id: openParent(task, shut, above) }))
    next.push(...(await repeatTrees(tx, repeats, clock)))
  }
  return {
    next: next.sort((a, b) => a - b),
    last: plans.filter(({ dates }) => dates.length === 0).map(({ task }) => task.id),
    ended: [],
    paused: idsOf(paused),
  }
}

/** Of each series without an open occurrence the one with the latest due date; by id. */
function lastOfEach(tasks: readonly RecurringTask[]): RecurringTask[] {
  const over = tasks.filter(({ other_open }) => other_open === null)
  return seriesOf(over)
    .map((series) => series.reduce((last, task) => ((task.due ?? '') >= (last.due ?? '') ? task : last)))
    .sort((a, b) => a.id - b.id)
}

/**
 * Those of the tasks above, of the closed ones, whose series has an occurrence that holds what is inside of them: one that
 * is open, one of the `series` that go on now or rest, or the next once they are resumed.
 */
async function comingAgain(
  db: Db,
  ids: readonly number[],
  series: ReadonlySet<string>,
  clock: Clock,
): Promise<ReadonlySet<number>> {
  const closed = (ids.length === 0 ? [] : await recurringOf(db, ids)).filter(({ status }) => isClosed(status))
  const again = (task: RecurringTask) => task.other_open !== null || series.has(seriesName(task)) || rests(task, clock)
  return new Set(idsOf(closed.filter(again)))
}

/** Whether a task is done and has a next date, which comes once it is resumed. */
function rests(task: RecurringTask, clock: Clock): boolean {
  return isPaused(task) && task.status === 'done' && following(task, clock) !== undefined
}

function isPaused({ recurrence_paused_at }: RecurringTask): boolean {
  return recurrence_paused_at !== null
}

function oneFollowing(task: RecurringTask, clock: Clock) {
  const next = following(task, clock)
  return next === undefined ? [] : [next]
}

function isBelow(id: number, tasks: ReadonlySet<number>, above: ReadonlyMap<number, number>): boolean {
  for (let parent = above.get(id); parent !== undefined; parent = above.get(parent)) if (tasks.has(parent)) return true
  return false
}

/** The parent of what comes next: the nearest task above that was not closed with this one. */
function openParent(
  { parent_id }: RecurringTask,
  shut: ReadonlySet<number>,
  above: ReadonlyMap<number, number>,
): number | null {
  let parent = parent_id ?? undefined
  while (parent !== undefined && shut.has(parent)) parent = above.get(parent)
  return parent ?? null
}
