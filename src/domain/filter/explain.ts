import { showMinutes } from '../duration.ts'
import type { SortKey } from '../sort.ts'
import { addDays, nextMinute } from '../when/civil.ts'
import { fullWhen } from '../when/describe.ts'
import type { Interval } from '../when/range.ts'
import type { DateTest, Filter, NumberRange, Possession, State } from './filter.ts'

/** How a filter was read, in words: one for each thing asked of every task, dates as the days they mean. */
export function explainFilter(filter: Filter | undefined): string[] {
  if (filter === undefined) return []
  return filter.kind === 'and' ? filter.parts.flatMap(explainFilter) : [inWords(filter)]
}

/** An order in words; ids end it where they are not in it. */
export function explainSort(keys: readonly SortKey[]): string[] {
  const words = keys.map(({ field, descending }) => (descending ? `${field}, descending` : field))
  return keys.some(({ field }) => field === 'id') ? words : [...words, 'id']
}

function inWords(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.map(grouped).join(` ${filter.kind} `)
    case 'not':
      return `not ${grouped(filter.part)}`
    case 'text':
      return `"${filter.text}" in title or notes`
    case 'pattern':
      return `title or notes match /${filter.pattern}/`
    case 'tag':
      return `tagged ${either(filter.anyOf)}`
    case 'priority':
    case 'status':
      return filter.anyOf.length === 0 ? `no ${filter.kind} there is` : `${filter.kind} ${either(filter.anyOf)}`
    case 'due':
    case 'wait_until':
    case 'created_at':
    case 'completed_at':
      return dated(filter.kind, filter.test)
    case 'estimate':
      return estimated(filter.range)
    case 'urgency':
      return `of urgency ${bounded(filter.range, String)}`
    case 'project':
      if (filter.name === null) return 'in no project'
      return `in project ${filter.name}${filter.below ? ' or below' : ''}`
    case 'client':
      return filter.name === null ? 'for no client' : `for client ${filter.name}`
    case 'parent':
      return filter.refs === null ? 'part of no task' : `part of ${either(filter.refs)}`
    case 'depends':
      return filter.refs === null ? 'waiting for no task' : `waiting for ${either(filter.refs)}`
    case 'id':
      return `id ${either(filter.refs)}`
    case 'is':
      return states[filter.state] ?? filter.state
    case 'has':
      return `with ${possessions[filter.possession] ?? filter.possession}`
  }
}

/** Inside other words, several need parentheses. */
function grouped(filter: Filter): string {
  return filter.kind === 'and' || filter.kind === 'or' ? `(${inWords(filter)})` : inWords(filter)
}

function either(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `any of ${names.join(', ')}`
}

/** Where the word itself does not say it. */
const states: Partial<Record<State, string>> = {
  closed: 'done or cancelled',
  active: 'in progress',
  'due-today': 'due today',
  'this-week': 'due this week',
  blocked: 'blocked, by hand or by an open task it waits for',
  ready: 'open, neither blocked nor hidden',
  waiting: 'hidden until later',
}

const possessions: Partial<Record<Possession, string>> = {
  due: 'a due date',
  client: 'a client',
  project: 'a project',
  reminders: 'a reminder to come',
}

const dates = {
  due: ['due', 'without a due date', 'with a due date'],
  wait_until: ['hidden until a time', 'never hidden', 'hidden at some time'],
  created_at: ['created', 'never created', 'created'],
  completed_at: ['finished', 'not finished', 'finished'],
} as const

function dated(kind: keyof typeof dates, test: DateTest): string {
  const [label, none, any] = dates[kind]
  if (test === 'none') return none
  if (test === 'any') return any
  return `${label} ${explainInterval(test)}`
}

/** `on Mon 23 Nov 2026`, `before ...`, `from ... on`, `from ... to ...`, both days inside it. */
function explainInterval({ from, before }: Interval): string {
  if (from === undefined) return before === undefined ? 'at any time' : `before ${fullWhen(before)}`
  if (before === undefined) return `from ${fullWhen(from)} on`
  if (before <= from) return 'never'
  const isDays = from.length === 10 && before.length === 10
  if (isDays && addDays(from, 1) === before) return `on ${fullWhen(from)}`
  if (from.length > 10 && nextMinute(from) === before) return `at ${fullWhen(from)}`
  return `from ${fullWhen(from)} ${isDays ? `to ${fullWhen(addDays(before, -1))}` : `until before ${fullWhen(before)}`}`
}

function estimated(range: NumberRange | 'none' | 'any'): string {
  if (range === 'none') return 'without an estimate'
  if (range === 'any') return 'with an estimate'
  return `estimated ${bounded(range, showMinutes)}`
}

/** `at 30m`, `at least 30m and at most 2h`. */
function bounded({ from, to }: NumberRange, show: (value: number) => string): string {
  if (from !== undefined && from === to) return `at ${show(from)}`
  const parts = [
    ...(from === undefined ? [] : [`at least ${show(from)}`]),
    ...(to === undefined ? [] : [`at most ${show(to)}`]),
  ]
  return parts.join(' and ')
}
