import type { Priority, Status } from '../../domain/task.ts'

/** STATUS of a VTODO (RFC 5545 3.8.1.11) for each of larry's; which one it was goes beside it where several are one. */
export const statusWords: Readonly<Record<Status, string>> = {
  todo: 'NEEDS-ACTION',
  'in-progress': 'IN-PROCESS',
  review: 'IN-PROCESS',
  blocked: 'NEEDS-ACTION',
  done: 'COMPLETED',
  cancelled: 'CANCELLED',
}

/** The status a STATUS means; `exact` is what larry wrote beside it, which counts while it still means that. */
export function statusOf(word: string, exact: string | undefined): Status | undefined {
  const entries = Object.entries(statusWords) as [Status, string][]
  const fitting = entries.filter(([, written]) => written === word.trim().toUpperCase()).map(([status]) => status)
  return fitting.find((status) => status === exact) ?? fitting[0]
}

/** True where a STATUS alone does not tell the status. */
export function needsExact(status: Status): boolean {
  return statusOf(statusWords[status], undefined) !== status
}

/** What a task has that nobody said otherwise of: it has no PRIORITY and, unless it is done, no PERCENT-COMPLETE. */
export const usualPriority = 'medium' satisfies Priority
export const usualProgress = 0

/** PRIORITY (RFC 5545 3.8.1.9), 1 the highest and 5 the middle. */
export const priorityNumbers: Readonly<Record<Priority, number>> = {
  urgent: 1,
  critical: 2,
  high: 3,
  medium: 5,
  low: 9,
}

/** The priority of each PRIORITY but 0, which says that there is none. */
const byNumber: readonly (Priority | undefined)[] = [
  undefined,
  'urgent',
  'critical',
  'high',
  'high',
  'medium',
  'low',
  'low',
  'low',
  'low',
]

export function priorityOf(number: number): Priority | undefined {
  return byNumber[number]
}

/** The parameter of X-LARRY-CLIENT that tells the client of the task's project from one of its own. */
export const ofProject = { 'x-larry-of': 'PROJECT' } as const
