import type { Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newUid } from '../db/uid.ts'
import { chunksOf, valuesOf } from '../db/values.ts'
import { withTime } from '../domain/reminder.ts'
import type { Clock } from '../domain/when/clock.ts'
import { type Distance, shift } from '../domain/when/shift.ts'

/** A task, the one made of it anew, and how far that moved its dates. */
export interface Copied {
  readonly from: number
  readonly to: number
  readonly distance: Distance
}

/** Gives copies the reminders of their originals, moved with the due date on the user's wall clock; those still to come are pending, none is snoozed. */
export async function copyReminders(tx: Tx, copied: readonly Copied[], clock: Clock): Promise<void> {
  const { now, zone } = clock
  const byOriginal = new Map(copied.map((one) => [one.from, one]))
  const reminders = await tx
    .selectFrom('reminders')
    .select(['task_id', 'civil_at', 'before_due_minutes', 'rule'])
    .where('task_id', 'in', valuesOf([...byOriginal.keys()]))
    .orderBy('id')
    .execute()
  const uid = newUid(now)
  const rows = reminders.map(({ task_id, civil_at: meant, before_due_minutes, rule }) => {
    const { to, distance } = byOriginal.get(task_id!)!
    const civil_at = shift(meant, { from: withTime(distance.from), to: withTime(distance.to) })
    const at = zone.instantOf(civil_at)
    const status = at > now ? ('pending' as const) : ('dismissed' as const)
    return {
      uid,
      created_at: now,
      updated_at: now,
      task_id: to,
      at,
      civil_at,
      zone: zone.name,
      before_due_minutes,
      rule,
      status,
    }
  })
  for (const some of chunksOf(rows)) await insertRows(tx, 'reminders', some).execute()
}
