import { readMinutes } from '../duration.ts'
import { Failure, unknown } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { type Priority, priorities } from '../task.ts'
import type { Clock } from '../when/clock.ts'
import { compareInterval, readInterval } from '../when/range.ts'
import { readList, readName, readPriority, readStatus, readTag } from '../words/values.ts'
import { servedLater } from '../words/vocabulary.ts'
import { type DateTest, type Filter, type NumberRange, possessions, states } from './filter.ts'

export type Operator = ':' | '<' | '<=' | '>' | '>='

/** Reads one `key:value` (or `key<value`) of a filter. */
export function readTerm(key: string, operator: Operator, value: string, clock: Clock): Filter {
  const later = servedLater(key)
  if (later !== undefined)
    throw new Failure('usage', `"${key}${operator}${value}": ${later} is not part of this version`)
  if (operator !== ':' && !['due', 'wait', 'created', 'completed', 'priority', 'est'].includes(key))
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
      return { kind: 'is', state: oneOf('is:', value, states, ['running']) }
    case 'has':
      return { kind: 'has', possession: oneOf('has:', value, possessions, ['comments', 'files', 'time', 'reminders']) }
  }
  throw new Error(`no reader for the filter key ${key}`)
}

function oneOf<T extends string>(what: string, value: string, allowed: readonly T[], later: readonly string[]): T {
  if (later.includes(value.toLowerCase()))
    throw new Failure('usage', `"${what}${value}" is not part of this version`, `one of ${allowed.join(', ')}`)
  const found = allowed.find((name) => name === value.toLowerCase())
  if (found === undefined) throw unknown(`word after ${what}`, value, allowed, nearest(value, allowed))
  return found
}

function readDates(operator: Operator, value: string, clock: Clock): DateTest {
  if (operator !== ':') return compareInterval(operator, value, clock)
  if (value.toLowerCase() === 'none' || value.toLowerCase() === 'any') return value.toLowerCase() as 'none' | 'any'
  return readInterval(value, clock)
}

function readPriorities(operator: Operator, value: string): Priority[] {
  if (operator === ':' && !value.includes('..')) return readList(value).map(readPriority)
  const rank = (text: string) => priorities.indexOf(readPriority(text))
  if (operator !== ':') {
    const at = rank(value)
    return priorities.filter((_, i) => (operator[0] === '<' ? i < at : i > at) || (operator.length === 2 && i === at))
  }
  const [from, to, ...more] = value.split('..')
  if (more.length > 0 || value === '..')
    throw new Failure('usage', `cannot read "${value}" as a range of priorities`, 'such as high.. or ..medium')
  const low = from === '' ? 0 : rank(from!)
  const high = to === '' ? priorities.length - 1 : rank(to!)
  if (low > high) throw new Failure('usage', `the range "${value}" ends before it begins`, `p:${to}..${from}`)
  return priorities.slice(low, high + 1)
}

function readEstimates(operator: Operator, value: string): NumberRange | 'none' | 'any' {
  if (operator !== ':') {
    const at = readMinutes(value)
    if (operator[0] === '<') return { to: operator === '<' ? at - 1 : at }
    return { from: operator === '>' ? at + 1 : at }
  }
  if (value.toLowerCase() === 'none' || value.toLowerCase() === 'any') return value.toLowerCase() as 'none' | 'any'
  const [from, to, ...more] = value.split('..')
  if (more.length > 0 || value === '..')
    throw new Failure('usage', `cannot read "${value}" as a range of lengths`, 'such as ..30m or 1h..2h')
  if (to === undefined) return { from: readMinutes(from!), to: readMinutes(from!) }
  const range = {
    ...(from === '' ? {} : { from: readMinutes(from!) }),
    ...(to === '' ? {} : { to: readMinutes(to) }),
  }
  if ((range.from ?? 0) > (range.to ?? Number.POSITIVE_INFINITY))
    throw new Failure('usage', `the range "${value}" ends before it begins`, `est:${to}..${from}`)
  return range
}
