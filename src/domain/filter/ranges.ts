import { readMinutes } from '../duration.ts'
import { Failure } from '../errors.ts'
import { type Priority, priorities } from '../task.ts'
import type { Clock } from '../when/clock.ts'
import { compareInterval, readInterval } from '../when/range.ts'
import { readList, readPriority } from '../words/values.ts'
import type { DateTest, NumberRange } from './filter.ts'

export type Operator = ':' | '<' | '<=' | '>' | '>='

/** Reads `none`, `any`, a range or a comparison of dates. */
export function readDates(operator: Operator, value: string, clock: Clock): DateTest {
  if (operator !== ':') return compareInterval(operator, value, clock)
  if (value.toLowerCase() === 'none' || value.toLowerCase() === 'any') return value.toLowerCase() as 'none' | 'any'
  return readInterval(value, clock)
}

/** Reads a list, a range or a comparison of priorities as those it takes in. */
export function readPriorities(operator: Operator, value: string): Priority[] {
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

/** Reads `none`, `any`, a range or a comparison of estimates, in minutes. */
export function readEstimates(operator: Operator, value: string): NumberRange | 'none' | 'any' {
  if (operator === ':' && (value.toLowerCase() === 'none' || value.toLowerCase() === 'any'))
    return value.toLowerCase() as 'none' | 'any'
  return readNumbers(operator, value, {
    key: 'est',
    what: 'lengths',
    read: readMinutes,
    step: 1,
    example: '..30m or 1h..2h',
  })
}

/** Reads a range or a comparison of urgencies, which have two decimals. */
export function readUrgencies(operator: Operator, value: string): NumberRange {
  return readNumbers(operator, value, {
    key: 'urgency',
    what: 'urgencies',
    read: readDecimal,
    step: 0.01,
    example: '10.. or 5..9.5',
  })
}

function readDecimal(text: string): number {
  if (!/^-?\d{1,4}(\.\d{1,2})?$/.test(text))
    throw new Failure('usage', `cannot read "${text}" as an urgency`, 'such as urgency:10.. or urgency:5..9.5')
  return Number(text)
}

interface Numbers {
  readonly key: string
  readonly what: string
  readonly read: (text: string) => number
  /** What two neighbours differ by. */
  readonly step: number
  readonly example: string
}

function readNumbers(operator: Operator, value: string, { key, what, read, step, example }: Numbers): NumberRange {
  if (operator !== ':') {
    const at = read(value)
    if (operator[0] === '<') return { to: operator === '<' ? at - step : at }
    return { from: operator === '>' ? at + step : at }
  }
  const [from, to, ...more] = value.split('..')
  if (more.length > 0 || value === '..')
    throw new Failure('usage', `cannot read "${value}" as a range of ${what}`, `such as ${example}`)
  if (to === undefined) return { from: read(from!), to: read(from!) }
  const range = { ...(from === '' ? {} : { from: read(from!) }), ...(to === '' ? {} : { to: read(to) }) }
  if ((range.from ?? Number.NEGATIVE_INFINITY) > (range.to ?? Number.POSITIVE_INFINITY))
    throw new Failure('usage', `the range "${value}" ends before it begins`, `${key}:${to}..${from}`)
  return range
}
