import { type SelectQueryBuilder, sql } from 'kysely'
import { type GroupField, type SortField, type SortKey, usualSort } from '../domain/sort.ts'
import { statuses } from '../domain/task.ts'
import type { Clock } from '../domain/when/clock.ts'
import { urgencyOf } from './task-urgency.ts'

/** SQL for the place of a text value in a list, so that statuses sort as work moves. */
function rankOf(column: string, order: readonly string[]): string {
  return `case ${column} ${order.map((value, i) => `when '${value}' then ${i}`).join(' ')} end`
}

/** What a field sorts by, and whether it can be empty. */
const columns: Record<Exclude<SortField, 'urgency'>, { readonly sql: string; readonly empty: boolean }> = {
  id: { sql: 't.id', empty: false },
  title: { sql: 't.title collate nocase', empty: false },
  status: { sql: rankOf('t.status', statuses), empty: false },
  priority: { sql: 't.priority_rank', empty: false },
  due: { sql: 't.due', empty: true },
  wait_until: { sql: 't.wait_until', empty: true },
  estimate_minutes: { sql: 't.estimate_minutes', empty: true },
  progress: { sql: 't.progress', empty: false },
  project: { sql: 'p.name_folded', empty: true },
  client: { sql: 'c.name_folded', empty: true },
  created_at: { sql: 't.created_at', empty: false },
  updated_at: { sql: 't.updated_at', empty: false },
  started_at: { sql: 't.started_at', empty: true },
  completed_at: { sql: 't.completed_at', empty: true },
}

/** What a group is called, null for the tasks that have no such value, and what orders the groups: what matters first is first. */
export const groupColumns: Record<GroupField, { readonly name: string; readonly order: string }> = {
  project: { name: 'p.name', order: 'p.name_folded' },
  client: { name: 'c.name', order: 'c.name_folded' },
  status: { name: 't.status', order: rankOf('t.status', statuses) },
  priority: { name: 't.priority', order: '-t.priority_rank' },
  due: { name: 'substr(t.due, 1, 10)', order: 'substr(t.due, 1, 10)' },
}

/** How tasks are ordered. */
export interface Order {
  /** Tasks of one group stand together. */
  readonly group?: GroupField
  readonly sort: readonly SortKey[]
  /** By which dates are near or far. */
  readonly clock: Clock
}

/**
 * Orders a query over tasks `t` (with `p` and `c` joined), by group first where there is one: empty values last either
 * way, ties by id, so the order is total. The usual order is that of the index tasks_open.
 */
export function orderTasks<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { sort, group, clock }: Order,
): SelectQueryBuilder<DB, TB, O> {
  let ordered = query
  if (group !== undefined) {
    const expression = sql.raw(groupColumns[group].order)
    ordered = ordered.orderBy(sql`${expression} is null`).orderBy(expression)
  }
  for (const { field, descending } of sort.length === 0 ? usualSort : sort) {
    const expression = field === 'urgency' ? urgencyOf(clock) : sql.raw(columns[field].sql)
    if (field !== 'urgency' && columns[field].empty) ordered = ordered.orderBy(sql`${expression} is null`)
    ordered = ordered.orderBy(expression, descending ? 'desc' : 'asc')
  }
  return ordered.orderBy(sql`t.id`)
}
