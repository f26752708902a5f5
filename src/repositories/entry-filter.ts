import { sql } from 'kysely'
import { valuesOf } from '../db/values.ts'
import type { Interval } from '../domain/when/range.ts'
import { type Condition, clientOfTask } from './tasks.ts'

/** Conditions on entries `e` with their task `t`, project `p` and client `c`. */

/** Began in the half-open interval of instants. An entry belongs whole to the moment it began. */
export function beganIn({ from, before }: Interval): Condition[] {
  return [
    ...(from === undefined ? [] : [sql<boolean>`e.started_at >= ${from}`]),
    ...(before === undefined ? [] : [sql<boolean>`e.started_at < ${before}`]),
  ]
}

/** Work for this client, which its task or the task's project belongs to; null is work for none. */
export function forClient(id: number | null): Condition {
  return sql`${clientOfTask} is ${id}`
}

/** Work on one of these tasks. */
export function onTasks(ids: readonly number[]): Condition {
  return sql`e.task_id in ${valuesOf(ids)}`
}

/** Work that is paid for, or that is not. */
export function isBillable(billable: boolean): Condition {
  return sql`e.billable = ${billable ? 1 : 0}`
}
