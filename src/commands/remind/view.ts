import { showRule } from '../../domain/reminder-repeat.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { View } from '../../output/view.ts'
import type { Reminder } from '../../repositories/reminders.ts'

const keys = [
  'id',
  'uid',
  'task_id',
  'title',
  'message',
  'at',
  'civil_at',
  'zone',
  'before_due_minutes',
  'rule',
  'status',
  'fired_at',
  'snoozed_until',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Reminder)[]

/** Reminders in every format; a table shows the user's own time, and rules in words. */
export function reminderView({ now, zone }: Clock): View<Reminder> {
  const civil = (instant: string | null) => (instant === null ? '' : zone.civilOf(instant).replace('T', ' '))
  const isDue = ({ status, at, snoozed_until }: Reminder) => status === 'pending' && (snoozed_until ?? at) <= now
  return {
    singular: 'reminder',
    plural: 'reminders',
    keys,
    columns: ['id', 'at', 'snoozed_until', 'status', 'rule', 'task_id', 'title'],
    id: 'id',
    words: {
      at: ({ at }) => civil(at),
      snoozed_until: ({ snoozed_until }) => civil(snoozed_until),
      rule: ({ rule }) => (rule === null ? '' : showRule(rule)),
    },
    tone: (row, key) => {
      if (row.status === 'dismissed') return 'quiet'
      return key === 'at' && isDue(row) ? 'alarm' : undefined
    },
  }
}
