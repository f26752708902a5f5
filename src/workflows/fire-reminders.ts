import type { Tx } from '../db/handles.ts'
import type { Store } from '../db/open.ts'
import { unrecorded } from '../db/unrecorded.ts'
import { nextRepeat, type Repeating } from '../domain/reminder-repeat.ts'
import type { Clock, Zone } from '../domain/when/clock.ts'
import { addMinutes } from '../domain/when/moment.ts'
import { type Moved, moveRemindersTo, updateReminders } from '../repositories/reminder-writes.ts'
import { getReminders, type Reminder, remindersDue } from '../repositories/reminders.ts'

/** How firing knows the time: the clock is read when its turn to write has come. */
export interface Firing {
  readonly readClock: () => Clock
  readonly zoneNamed: (name: string) => Zone
  readonly rehearsal: boolean
}

/**
 * Fires what is due, the oldest first. `tell` is given the reminders before anything is committed: when it fails nothing
 * has fired, and no two processes are told of the same one. Answers those that fired.
 */
export function fireDue(store: Store, tell: (due: readonly Reminder[]) => Promise<void>, firing: Firing) {
  return unrecorded<Reminder[]>(store, 'reminders', async (tx) => {
    const { now } = firing.readClock()
    const due = await remindersDue(tx, now)
    if (due.length === 0) return { changed: [], answer: [] }
    const fired = await settle(tx, due, now, firing)
    const last = () => tell(fired)
    return { changed: due.map(({ id }) => id), answer: fired, rehearsal: firing.rehearsal, last }
  })
}

/** A reminder as it is told of: at the moment it was due, fired, and still pending when it has a next one. */
function asFired(reminder: Reminder, next: Repeating | undefined, now: string): Reminder {
  return { ...reminder, status: next === undefined ? 'fired' : 'pending', fired_at: now, updated_at: now }
}

/** Marks reminders fired; one that repeats goes on to its next moment instead. Answers them as they are told of. */
async function settle(tx: Tx, due: readonly Reminder[], now: string, firing: Firing): Promise<Reminder[]> {
  const over: number[] = []
  const moved: Moved[] = []
  const fired = due.map((reminder) => {
    const next = nextOf(reminder, now, firing)
    if (next === undefined) over.push(reminder.id)
    else moved.push({ ...next, id: reminder.id, fired_at: now })
    return asFired(reminder, next, now)
  })
  await moveRemindersTo(tx, moved, now)
  await updateReminders(tx, over, { status: 'fired', fired_at: now, snoozed_until: null }, now)
  return fired
}

function nextOf({ rule, ...moment }: Reminder, now: string, { zoneNamed }: Firing): Repeating | undefined {
  if (rule === null) return undefined
  const { at, civil_at, zone } = moment
  return nextRepeat({ rule, at, civil_at, zone }, zoneNamed(zone), now)
}

/** A reminder that one process has for itself until an instant. */
export interface Lease {
  readonly reminder: Reminder
  readonly until: string
}

/** Takes the oldest reminder that is due, none of `except`, out of everybody else's sight for some minutes: for work too long to be done with the file locked. */
export function leaseDue(
  store: Store,
  { except, minutes }: { readonly except: Iterable<number>; readonly minutes: number },
  { readClock }: Firing,
): Promise<Lease | undefined> {
  return unrecorded<Lease | undefined>(store, 'reminders', async (tx) => {
    const { now } = readClock()
    const [reminder] = await remindersDue(tx, now, { except, limit: 1 })
    if (reminder === undefined) return { changed: [], answer: undefined }
    const until = addMinutes(now, minutes)
    await updateReminders(tx, [reminder.id], { snoozed_until: until }, reminder.updated_at)
    return { changed: [reminder.id], answer: { reminder, until } }
  })
}

/**
 * Ends a lease: the reminder has fired, or is due as it was before, with the rule and message it has by now. One that was
 * moved, snoozed, dismissed or removed meanwhile is left so. Answers it as told of, or as it was left.
 */
export function endLease(store: Store, { reminder, until }: Lease, hasFired: boolean, firing: Firing) {
  return unrecorded<Reminder>(store, 'reminders', async (tx) => {
    const { now } = firing.readClock()
    const [present] = await getReminders(tx, [reminder.id])
    if (present?.status !== 'pending' || present.snoozed_until !== until)
      return { changed: [], answer: present ?? reminder }
    const { id, updated_at } = present
    const { snoozed_until } = reminder
    const [fired] = hasFired ? await settle(tx, [present], now, firing) : []
    if (!hasFired) await updateReminders(tx, [id], { snoozed_until }, updated_at)
    return { changed: [id], answer: { ...(fired ?? present), snoozed_until } }
  })
}
