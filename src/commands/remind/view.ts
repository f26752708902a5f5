import { showRule } from '../../domain/reminder-repeat.ts'
import type { Clock } from '../../domain/when/clock.ts'
import {
  among,
  civil,
  described,
  instant,
  integer,
  minutes,
  nullable,
  type Types,
  text,
  uid,
} from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Reminder } from '../../repositories/reminders.ts'

/** A reminder in JSON. */
export const reminderTypes: Types<Reminder> = {
  id: integer,
  uid,
  task_id: nullable(integer),
  title: text,
  message: nullable(text),
  at: instant,
  civil_at: civil,
  zone: text,
  before_due_minutes: nullable(minutes),
  rule: nullable(described(text, 'RFC 5545 RRULE')),
  status: among(['pending', 'fired', 'dismissed']),
  fired_at: nullable(instant),
  snoozed_until: nullable(instant),
  created_at: instant,
  updated_at: instant,
}

/** Reminders in every format; a table shows the user's own time, and rules in words. */
export function reminderView({ now, zone }: Clock): View<Reminder> {
  const local = (moment: string | null) => (moment === null ? '' : zone.civilOf(moment).replace('T', ' '))
  const isDue = ({ status, at, snoozed_until }: Reminder) => status === 'pending' && (snoozed_until ?? at) <= now
  return {
    singular: 'reminder',
    plural: 'reminders',
    types: reminderTypes,
    columns: ['id', 'at', 'snoozed_until', 'status', 'rule', 'task_id', 'title'],
    id: 'id',
    words: {
      at: ({ at }) => local(at),
      snoozed_until: ({ snoozed_until }) => local(snoozed_until),
      rule: ({ rule }) => (rule === null ? '' : showRule(rule)),
    },
    tone: (row, key) => {
      if (row.status === 'dismissed') return 'quiet'
      return key === 'at' && isDue(row) ? 'alarm' : undefined
    },
  }
}
