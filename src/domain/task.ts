import type { Asked } from './reminder.ts'

/** Open statuses in the order work moves through them, then the closed ones. */
export const statuses = ['todo', 'in-progress', 'review', 'blocked', 'done', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** Lowest first; a number 1..5 means the same. */
export const priorities = ['low', 'medium', 'high', 'critical', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/** The longest title, in characters (code points). */
export const titleLimit = 10_000

export function isClosed(status: Status): boolean {
  return status === 'done' || status === 'cancelled'
}

/** The status of a task taken up again: as it was when work had begun. */
export function reopenedStatus(startedAt: string | null): Status {
  return startedAt === null ? 'todo' : 'in-progress'
}

/**
 * What words and options can say of a task. A key that is absent was not given; `null` clears.
 * `due` and `wait_until` are civil (YYYY-MM-DD or YYYY-MM-DDTHH:MM); `project` and `client` are names;
 * `parent` and `depends` are references as typed (an id or the tail of a uid); `every` and `after` are words that could be
 * read, as typed: what they come to depends on the due date. `remind` is one more reminder; null takes away those pending.
 */
export interface Attributes {
  title?: string
  notes?: string | null
  status?: Status
  priority?: Priority
  due?: string | null
  wait_until?: string | null
  estimate_minutes?: number | null
  project?: string | null
  client?: string | null
  parent?: string | null
  depends?: readonly string[]
  remind?: Asked | null
  tags?: readonly string[]
  untags?: readonly string[]
  every?: string | null
  after?: string | null
}

/** Everything a new task needs: its attributes with a title that passed `checkTitle`. */
export interface Draft extends Attributes {
  title: string
}

/** True when attributes say that a task repeats. */
export function repeats({ every, after }: Attributes): boolean {
  return typeof every === 'string' || typeof after === 'string'
}
