import { counted } from '../../domain/counted.ts'
import { showBefore } from '../../domain/reminder.ts'
import { showRule } from '../../domain/reminder-repeat.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import type { Reminder } from '../../repositories/reminders.ts'

/** `reminder 3 on 12 "Pay rent" · tomorrow 09:00 (Tue 24 Nov) · 1d before it is due`. */
export function describeReminder(reminder: Reminder, clock: Clock): string {
  const { id, task_id, title } = reminder
  const about = task_id === null ? `"${title}"` : `on ${task_id} "${title}"`
  return `reminder ${id} ${about} · ${describeMoment(reminder, clock)}`
}

/** When it is heard, and why then: `tomorrow 09:00 (Tue 24 Nov) · every weekday`. */
export function describeMoment(reminder: Reminder, { zone, today }: Clock): string {
  const { at, snoozed_until, status, rule, before_due_minutes } = reminder
  const parts = [
    describeWhen(zone.civilOf(snoozed_until ?? at), today),
    ...(snoozed_until === null ? [] : ['snoozed']),
    ...(before_due_minutes === null || snoozed_until !== null ? [] : [showBefore(before_due_minutes)]),
    ...(rule === null ? [] : [showRule(rule)]),
    ...(status === 'pending' ? [] : [status]),
  ]
  return parts.join(' · ')
}

/** One reminder in full, or how many there are. */
export function nameReminders(reminders: readonly Reminder[], clock: Clock): string {
  return reminders.length === 1 ? describeReminder(reminders[0]!, clock) : counted(reminders.length, 'reminder')
}
