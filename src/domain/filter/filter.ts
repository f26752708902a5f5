import type { Priority, Status } from '../task.ts'
import type { Interval } from '../when/range.ts'

/** A number range, both ends inside it; an open end is absent. */
export interface NumberRange {
  readonly from?: number
  readonly to?: number
}

/** A question about a date: an interval, or whether there is one at all. */
export type DateTest = Interval | 'none' | 'any'

export const states = [
  'open',
  'closed',
  'active',
  'overdue',
  'due-today',
  'this-week',
  'blocked',
  'ready',
  'waiting',
  'recurring',
  'running',
] as const
export type State = (typeof states)[number]

export const possessions = [
  'notes',
  'comments',
  'files',
  'reminders',
  'subtasks',
  'time',
  'due',
  'client',
  'project',
  'tags',
] as const
export type Possession = (typeof possessions)[number]

/** What a filter asks of a task: a tree of and, or, not over single questions. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'tag'; readonly anyOf: readonly string[] }
  | { readonly kind: 'priority' | 'status'; readonly anyOf: readonly (Priority | Status)[] }
  | { readonly kind: 'due' | 'wait_until'; readonly test: DateTest }
  | { readonly kind: 'created_at' | 'completed_at'; readonly test: DateTest }
  | { readonly kind: 'project'; readonly name: string | null; readonly below: boolean }
  | { readonly kind: 'client'; readonly name: string | null }
  | { readonly kind: 'parent' | 'depends'; readonly refs: readonly string[] | null }
  | { readonly kind: 'estimate'; readonly range: NumberRange | 'none' | 'any' }
  | { readonly kind: 'urgency'; readonly range: NumberRange }
  | { readonly kind: 'id'; readonly refs: readonly string[] }
  | { readonly kind: 'is'; readonly state: State }
  | { readonly kind: 'has'; readonly possession: Possession }

/** True when some part of the filter satisfies `test`. */
export function mentions(filter: Filter, test: (part: Filter) => boolean): boolean {
  if (test(filter)) return true
  if (filter.kind === 'and' || filter.kind === 'or') return filter.parts.some((part) => mentions(part, test))
  return filter.kind === 'not' && mentions(filter.part, test)
}

/** What both filters ask; an absent one asks nothing. */
export function bothOf(one: Filter | undefined, other: Filter | undefined): Filter | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return { kind: 'and', parts: [one, other] }
}
