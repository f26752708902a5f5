import type { Tx } from '../db/handles.ts'
import { updateEach } from '../db/update-each.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type Distance, shiftOptional } from '../domain/when/shift.ts'
import { recurringOf } from '../repositories/recurring-tasks.ts'
import { subtreeOf } from '../repositories/subtasks.ts'
import { getTasks } from '../repositories/tasks.ts'
import { shiftReminders } from './carry-reminders.ts'
import { headsOf } from './tasks-below.ts'

/** Tasks that were placed by hand, which nothing moves: their due dates, or the days until which they wait. */
export interface Placed {
  readonly dues: ReadonlySet<number>
  readonly waits: ReadonlySet<number>
}

/** What moved along with tasks: those below them, and how many reminders that stand by themselves. */
export interface MovedAlong {
  readonly tasks: readonly number[]
  readonly reminders: number
}

/**
 * Moves what belongs to recurring tasks as far as these were moved, so that it is as far from them when they come again:
 * the days until which they wait, what is below them with the calendars of what repeats there, and the reminders that
 * stand by themselves. What was cancelled, and an inner occurrence that is done, stays; what is done comes again too.
 */
export async function moveAlong(
  tx: Tx,
  moved: ReadonlyMap<number, Distance>,
  placed: Placed,
  clock: Clock,
): Promise<MovedAlong> {
  const heads = [...moved.keys()]
  const under = (await subtreeOf(tx, heads)).filter((id) => !moved.has(id))
  const headOf = await headsOf(tx, heads, under)
  const distanceOf = (id: number) => moved.get(headOf.get(id) ?? id)!
  const tasks = (await getTasks(tx, [...heads, ...under])).filter(
    ({ id, status, recurrence }) =>
      moved.has(id) || (!placed.dues.has(id) && status !== 'cancelled' && (status !== 'done' || recurrence === null)),
  )
  const inner = tasks.filter(({ id, recurrence }) => !moved.has(id) && recurrence !== null).map(({ id }) => id)
  const calendars = new Map((inner.length === 0 ? [] : await recurringOf(tx, inner)).map((task) => [task.id, task]))
  const rows = tasks.map(({ id, due, wait_until }) => {
    const move = (civil: string | null | undefined) => shiftOptional(civil, distanceOf(id))
    return {
      id,
      due: moved.has(id) ? due : move(due),
      wait_until: placed.waits.has(id) ? wait_until : move(wait_until),
    }
  })
  const changed = new Set(await updateEach(tx, 'tasks', rows, clock.now))
  const anchors = [...calendars.values()].map(({ id, recurrence_anchor }) => ({
    id,
    recurrence_anchor: shiftOptional(recurrence_anchor, distanceOf(id)),
  }))
  await updateEach(tx, 'tasks', anchors, clock.now)
  const distances = new Map(tasks.map(({ id }) => [id, distanceOf(id)]))
  const reminders = await shiftReminders(tx, distances, clock)
  return { tasks: under.filter((id) => changed.has(id)), reminders }
}
