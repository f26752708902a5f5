import { Failure, unknown } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Clock } from '../when/clock.ts'
import { readList, readName, readStatus, readTag } from '../words/values.ts'
import { type Filter, possessions, states } from './filter.ts'
import { type Operator, readDates, readEstimates, readPriorities, readUrgencies } from './ranges.ts'

/** Keys whose values have an order. */
const comparable = ['due', 'wait', 'created', 'completed', 'priority', 'est', 'urgency']

/** Reads one `key:value` (or `key<value`) of a filter. */
export function readTerm(key: string, operator: Operator, value: string, clock: Clock): Filter {
  if (operator !== ':' && !comparable.includes(key))
    throw new Failure('usage', `"${key}${operator}${value}": ${key} cannot be compared`, `${key}:${value}`)
  switch (key) {
    case 'priority':
      return { kind: 'priority', anyOf: readPriorities(operator, value) }
    case 'status':
      return { kind: 'status', anyOf: readList(value).map(readStatus) }
    case 'due':
      return { kind: 'due', test: readDates(operator, value, clock) }
    case 'wait':
      return { kind: 'wait_until', test: readDates(operator, value, clock) }
    case 'created':
      return { kind: 'created_at', test: readDates(operator, value, clock) }
    case 'completed':
      return { kind: 'completed_at', test: readDates(operator, value, clock) }
    case 'est':
      return { kind: 'estimate', range: readEstimates(operator, value) }
    case 'urgency':
      return { kind: 'urgency', range: readUrgencies(operator, value) }
    case 'project':
      return value.toLowerCase() === 'none'
        ? { kind: 'project', name: null, below: false }
        : { kind: 'project', name: readName('project', value.replace(/\/$/, '')), below: value.endsWith('/') }
    case 'client':
      return { kind: 'client', name: value.toLowerCase() === 'none' ? null : readName('client', value) }
    case 'parent':
    case 'depends':
      return { kind: key, refs: value.toLowerCase() === 'none' ? null : readList(value) }
    case 'id':
      return { kind: 'id', refs: readList(value) }
    case 'tag':
      return { kind: 'tag', anyOf: readList(value).map(readTag) }
    case 'is':
      return { kind: 'is', state: oneOf('is:', value, states) }
    case 'has':
      return { kind: 'has', possession: oneOf('has:', value, possessions) }
  }
  throw new Error(`no reader for the filter key ${key}`)
}

function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value.toLowerCase())
  if (found === undefined) throw unknown(`word after ${what}`, value, allowed, nearest(value, allowed))
  return found
}
