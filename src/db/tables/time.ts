import type { Generated } from 'kysely'
import type { Entity } from './entity.ts'

export interface RemindersTable extends Entity {
  /** Either a task or a message. */
  task_id: number | null
  message: string | null
  /** The instant it is due, `civil_at` in `zone`. */
  at: string
  /** Civil `YYYY-MM-DDTHH:MM`. */
  civil_at: string
  /** IANA name. */
  zone: string
  /** Civil minutes before the task's due date, with which it moves; null for one that stands by itself. */
  before_due_minutes: number | null
  /** An RFC 5545 RRULE value by which it repeats. */
  rule: string | null
  status: Generated<'pending' | 'fired' | 'dismissed'>
  fired_at: string | null
  snoozed_until: string | null
}

export interface HabitsTable extends Entity {
  name: string
  name_folded: string
  period: Generated<'day' | 'week' | 'month'>
  /** How much of `unit`, or how many times, makes a period kept. */
  target: Generated<number>
  unit: string | null
  /** Civil dates, as is `ends_on`. */
  starts_on: string
  ends_on: string | null
  archived_at: string | null
}

export interface HabitChecksTable {
  habit_id: number
  /** Civil date. */
  on: string
  /** Of the habit's unit; null counts as 1. */
  amount: number | null
  note: string | null
  /** 1 or 0: a skipped day neither counts nor breaks a streak. */
  skipped: Generated<number>
  created_at: string
  updated_at: string
}
