import type { Tx } from '../db/handles.ts'
import { beforeDue, type Moment, momentAt, withTime } from '../domain/reminder.ts'
import { nextRepeat } from '../domain/reminder-repeat.ts'
import type { Clock, Zone } from '../domain/when/clock.ts'
import { type Distance, shift } from '../domain/when/shift.ts'
import { insertReminders, moveRemindersTo } from '../repositories/reminder-writes.ts'
import { listReminders, type Reminder } from '../repositories/reminders.ts'

/** A task, the one made of it anew, when that is due, and how far that moved its dates. */
export interface Copied {
  readonly from: number
  readonly to: number
  readonly due: string | null
  readonly distance: Distance
}

/**
 * Gives copies the reminders of their originals: as long before the due date, or moved as far as that on the user's wall
 * clock; those still to come are pending, none is snoozed. One that repeats is not moved: it goes on by its rule, and one that is over is left out.
 */
export async function copyReminders(tx: Tx, copied: readonly Copied[], clock: Clock): Promise<void> {
  const { now, zone } = clock
  const byOriginal = new Map(copied.map((one) => [one.from, one]))
  const reminders = await listReminders(tx, { tasks: [...byOriginal.keys()], all: true })
  const rows = reminders.flatMap((reminder) => {
    const copy = byOriginal.get(reminder.task_id!)!
    const next = reminder.rule === null ? placed(reminder, copy, zone) : goneOn(reminder, reminder.rule, clock)
    if (next === undefined) return []
    const status = next.at > now ? ('pending' as const) : ('dismissed' as const)
    const { before_due_minutes } = reminder
    return [{ rule: null, ...next, task_id: copy.to, message: null, before_due_minutes, status }]
  })
  await insertReminders(tx, rows, now)
}

/**
 * Moves the reminders that stand by themselves with their tasks, each as far as is said for its task; those that repeat
 * stay. One that fired is pending again when its new moment is to come, a dismissed one stays so. Answers how many are
 * pending then.
 */
export async function shiftReminders(tx: Tx, distances: ReadonlyMap<number, Distance>, clock: Clock): Promise<number> {
  const all = await listReminders(tx, { tasks: [...distances.keys()], all: true })
  const shifted = all
    .filter((reminder) => reminder.before_due_minutes === null && reminder.rule === null)
    .map((reminder) => {
      const moment = moved(reminder, distances.get(reminder.task_id!)!, clock.zone)
      const { id, status, fired_at } = reminder
      const stays = status === 'dismissed' || (status === 'fired' && moment.at <= clock.now)
      return {
        ...moment,
        id,
        rule: null,
        ...(stays ? { status, fired_at } : { status: 'pending' as const, fired_at: null }),
      }
    })
  await moveRemindersTo(tx, shifted, clock.now)
  return shifted.filter(({ status }) => status === 'pending').length
}

/** By the due date of the copy itself: a dismissed reminder may have stayed where it was when its task was moved. */
function placed(reminder: Reminder, { due, distance }: Copied, zone: Zone): Moment {
  const { before_due_minutes } = reminder
  return before_due_minutes === null || due === null
    ? moved(reminder, distance, zone)
    : beforeDue(due, before_due_minutes, zone)
}

function moved({ civil_at }: Reminder, { from, to }: Distance, zone: Zone): Moment {
  return momentAt(shift(civil_at, { from: withTime(from), to: withTime(to) }), zone)
}

/** COUNT is counted on, not begun anew: the next occurrence has what this one left over. UNTIL is the same day for all. */
function goneOn({ at, civil_at, zone }: Reminder, rule: string, clock: Clock) {
  return nextRepeat({ rule, at, civil_at, zone }, clock.zone, clock.now)
}
