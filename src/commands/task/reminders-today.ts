import type { Db } from '../../db/handles.ts'
import { showMoment } from '../../domain/time-span.ts'
import { addDays } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { remindersDue } from '../../repositories/reminders.ts'
import { getTasks, type Task } from '../../repositories/tasks.ts'
import { otherRow, type TodayRow, taskRow } from './today-row.ts'

/** The last instant of today. */
export function endOfToday({ today, zone }: Clock): string {
  return new Date(Date.parse(zone.instantOf(addDays(today, 1))) - 1).toISOString()
}

/** The first reminders that are due or will be today, each as the row of its task, or of its message. */
export async function remindersToday(
  db: Db,
  clock: Clock,
  { limit, total }: { readonly limit: number; readonly total: number },
): Promise<TodayRow[]> {
  if (limit === 0) return []
  const reminders = await remindersDue(db, endOfToday(clock), { limit })
  const tasks = await getTasks(
    db,
    reminders.map(({ task_id }) => task_id).filter((id) => id !== null),
  )
  const byId = new Map<number | null, Task>(tasks.map((task) => [task.id, task]))
  return reminders.map(({ id, task_id, title, at, snoozed_until }) => {
    const task = byId.get(task_id)
    const why = showMoment(snoozed_until ?? at, clock)
    const said = {
      section: 'reminders',
      section_total: total,
      why: `reminder ${id} · ${why}`,
      reminder_id: id,
    } as const
    return task === undefined ? otherRow(title, said) : taskRow(task, said)
  })
}
