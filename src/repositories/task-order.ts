import { type SelectQueryBuilder, sql } from 'kysely'
import type { SortField, SortKey } from '../domain/sort.ts'
import { priorities, statuses } from '../domain/task.ts'

/** SQL for the place of a text value in a list, so that `high` sorts above `low`. */
function rankOf(column: string, order: readonly string[]): string {
  return `case ${column} ${order.map((value, i) => `when '${value}' then ${i}`).join(' ')} end`
}

const expressions: Record<SortField, string> = {
  id: 't.id',
  title: 't.title collate nocase',
  status: rankOf('t.status', statuses),
  priority: rankOf('t.priority', priorities),
  due: 't.due',
  wait_until: 't.wait_until',
  estimate_minutes: 't.estimate_minutes',
  progress: 't.progress',
  project: 'p.name_folded',
  client: 'c.name_folded',
  created_at: 't.created_at',
  updated_at: 't.updated_at',
  started_at: 't.started_at',
  completed_at: 't.completed_at',
}

/** The order of a list nobody sorted: due (none last), then the most important, then the oldest. */
const usual: readonly SortKey[] = [
  { field: 'due', descending: false },
  { field: 'priority', descending: true },
]

/** Orders a query over tasks `t` (with `p` and `c` joined): empty values last either way, ties by id, so the order is total. */
export function orderTasks<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  sort: readonly SortKey[],
): SelectQueryBuilder<DB, TB, O> {
  let ordered = query
  for (const { field, descending } of sort.length === 0 ? usual : sort) {
    const expression = sql.raw(expressions[field])
    ordered = ordered.orderBy(sql`${expression} is null`).orderBy(expression, descending ? 'desc' : 'asc')
  }
  return ordered.orderBy(sql`t.id`)
}
