import type { Db } from '../../db/handles.ts'
import { showMoment } from '../../domain/time-span.ts'
import { addDays } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { countReminders, remindersDue } from '../../repositories/reminders.ts'
import { getTasks, type Task } from '../../repositories/tasks.ts'
import { otherRow, type Section, taskRow } from './today-row.ts'

/** The reminders that are due or will be today, each as the row of its task, or of its message. */
export async function remindersOfToday(db: Db, clock: Clock): Promise<Section> {
  const end = endOfToday(clock)
  const total = await countReminders(db, end)
  return {
    total,
    async take(limit) {
      if (limit === 0) return []
      const reminders = await remindersDue(db, end, { limit })
      const ids = reminders.map(({ task_id }) => task_id).filter((id) => id !== null)
      const tasks = new Map<number | null, Task>((await getTasks(db, ids)).map((task) => [task.id, task]))
      return reminders.map(({ id, task_id, title, at, snoozed_until }) => {
        const why = `reminder ${id} · ${showMoment(snoozed_until ?? at, clock)}`
        const said = { section: 'reminders', section_total: total, why, reminder_id: id } as const
        const task = tasks.get(task_id)
        return task === undefined ? otherRow(title, said) : taskRow(task, said)
      })
    },
  }
}

/** The last instant of today. */
function endOfToday({ today, zone }: Clock): string {
  return new Date(Date.parse(zone.instantOf(addDays(today, 1))) - 1).toISOString()
}
