import { sql } from 'kysely'
import type { State } from '../domain/filter/filter.ts'
import { addDays, startOfWeek } from '../domain/when/civil.ts'
import type { Clock } from '../domain/when/clock.ts'
import { overdueBelow } from '../domain/when/overdue.ts'
import type { Condition } from './tasks.ts'

/** Not done and not cancelled. The wording is that of the partial index `tasks_open`. */
export const isOpen: Condition = sql`t.completed_at is null`

/** Waits for an open task it depends on, or was set to blocked by hand. Cancelled and deleted blockers block nobody. */
export const isBlocked: Condition = sql`(t.completed_at is null and (t.status = 'blocked' or exists (
  select 1 from task_dependencies d join tasks blocker on blocker.id = d.depends_on_id
  where d.task_id = t.id and blocker.completed_at is null)))`

/** Open, and an open task waits for it. */
export const isBlocking: Condition = sql`(t.completed_at is null and exists (
  select 1 from task_dependencies d join tasks waiting on waiting.id = d.task_id
  where d.depends_on_id = t.id and waiting.completed_at is null))`

/** Open, and waits for an open task or is waited for by one. */
export const isLinked: Condition = sql`(t.completed_at is null and (${isBlocking} or exists (
  select 1 from task_dependencies d join tasks blocker on blocker.id = d.depends_on_id
  where d.task_id = t.id and blocker.completed_at is null)))`

const hasNoOpenSubtask: Condition = sql`not exists (
  select 1 from tasks child where child.parent_id = t.id and child.completed_at is null)`

/** Hidden until a day or moment that has not come; the one definition lists and filters share. */
function isWaiting({ today, civilNow }: Clock): Condition {
  return sql`(t.wait_until is not null and t.wait_until > case length(t.wait_until) when 10 then ${today} else ${civilNow} end)`
}

/** Not waiting: what a list shows unasked. */
export function isVisible(clock: Clock): Condition {
  return sql`not ${isWaiting(clock)}`
}

/** `isPast` of domain/when/overdue.ts, in SQL. */
function isOverdue(clock: Clock): Condition {
  const [day, moment] = [overdueBelow('day', clock), overdueBelow('moment', clock)]
  return sql`(t.completed_at is null and t.due < case length(t.due) when 10 then ${day} else ${moment} end)`
}

/** What each `is:` word asks. */
export function stateCondition(state: State, clock: Clock): Condition {
  const weekStart = startOfWeek(clock.today, clock.weekStart)
  switch (state) {
    case 'open':
      return isOpen
    case 'closed':
      return sql`t.completed_at is not null`
    case 'active':
      return sql`(t.completed_at is null and t.status = 'in-progress')`
    case 'overdue':
      return isOverdue(clock)
    case 'due-today':
      return sql`(t.completed_at is null and t.due >= ${clock.today} and t.due < ${addDays(clock.today, 1)})`
    case 'this-week':
      return sql`(t.completed_at is null and t.due >= ${weekStart} and t.due < ${addDays(weekStart, 7)})`
    case 'blocked':
      return isBlocked
    case 'ready':
      return sql`(t.completed_at is null and not ${isBlocked} and not ${isWaiting(clock)})`
    case 'waiting':
      return sql`(t.completed_at is null and ${isWaiting(clock)})`
    case 'recurring':
      return sql`t.recurrence is not null`
    case 'running':
      return sql`t.id in (select task_id from time_entries where ended_at is null)`
  }
}

/** Can be done now: not waiting, blocked by nothing, with no open subtask that comes first. */
export function isDoable(clock: Clock): Condition {
  return sql`(${stateCondition('ready', clock)} and ${hasNoOpenSubtask})`
}
