import { Failure } from '../errors.ts'
import { addDays, nextMinute } from './civil.ts'
import type { Clock } from './clock.ts'
import { requireWhen } from './read.ts'

/** A half-open stretch of civil time: `from` is inside, `before` is not; either may be open. */
export interface Interval {
  readonly from?: string
  readonly before?: string
}

/** The first civil value after a day or minute is over. */
function after(civil: string): string {
  return civil.length === 10 ? addDays(civil, 1) : nextMinute(civil)
}

/** Reads `today`, `..fri`, `2026-01-01..`, `mon..fri`: both ends of a range belong to it, a day is all of its day. */
export function readInterval(text: string, clock: Clock): Interval {
  const [first, second, ...more] = text.split('..')
  if (more.length > 0 || text === '..' || text.trim() === '')
    throw new Failure(
      'usage',
      `cannot read "${text}" as a range of dates`,
      'such as today, ..fri, 2026-01-01.. or mon..fri',
    )
  if (second === undefined) {
    const when = requireWhen(first!, clock)
    return { from: when, before: after(when) }
  }
  const from = first === '' ? {} : { from: requireWhen(first!, clock) }
  const before = second === '' ? {} : { before: after(requireWhen(second, clock)) }
  const interval: Interval = { ...from, ...before }
  if (interval.from !== undefined && interval.before !== undefined && interval.from >= interval.before)
    throw new Failure('usage', `the range "${text}" ends before it begins`)
  return interval
}

/** Reads a comparison such as `<fri` or `>=2026-01-01`. */
export function compareInterval(operator: '<' | '<=' | '>' | '>=', text: string, clock: Clock): Interval {
  const when = requireWhen(text, clock)
  if (operator === '<') return { before: when }
  if (operator === '<=') return { before: after(when) }
  if (operator === '>') return { from: after(when) }
  return { from: when }
}
