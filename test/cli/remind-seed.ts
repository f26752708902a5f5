import { type Bench, bench } from '../support/larry.ts'

/** A reminder as JSON has it. */
export interface ReminderJson {
  readonly id: number
  readonly uid: string
  readonly task_id: number | null
  readonly title: string
  readonly message: string | null
  readonly at: string
  readonly civil_at: string
  readonly zone: string
  readonly before_due_minutes: number | null
  readonly rule: string | null
  readonly status: 'pending' | 'fired' | 'dismissed'
  readonly fired_at: string | null
  readonly snoozed_until: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Every reminder there is, in the order of their moments. */
export const reminders = (b: Bench) => b.json<ReminderJson[]>('remind', 'list', '--all')

/** Two tasks with a reminder each, a message and a standup on weekdays; now is Monday 09:00. */
export async function reminded(): Promise<Bench> {
  const b = bench()
  await b.json('add', 'Pay rent', 'due:fri', 'remind:-1d')
  await b.json('add', 'Call Bob', 'remind:10:00')
  await b.json('remind', 'add', '--message', 'Tea is ready', '+5m')
  await b.json('remind', 'add', '--message', 'Standup', '9:30', '--every', 'weekday')
  return b
}

/** An instant of the Monday all tests begin on. */
export const at = (time: string) => `2026-11-23T${time}:00.000Z`
