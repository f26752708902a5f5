import { Failure } from '../errors.ts'
import { addDays, dayOf, nextMinute } from './civil.ts'
import type { Clock } from './clock.ts'
import { namesWeekday } from './days.ts'
import { requireWhen } from './read.ts'

/** A half-open stretch of civil time: `from` is inside, `before` is not; either may be open. */
export interface Interval {
  readonly from?: string
  readonly before?: string
}

const nothing: Interval = { from: '9999-12-31', before: '9999-12-31' }

/** The upper end of an interval that reaches to the end of this day or minute; open where the calendar ends. */
function through(civil: string): Interval {
  if (civil.startsWith('9999-12-31')) return {}
  return { before: civil.length === 10 ? addDays(civil, 1) : nextMinute(civil) }
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
  const from = first === '' ? undefined : requireWhen(first!, clock)
  if (second === undefined) return { from: from!, ...through(from!) }
  if (second === '') return { from: from! }
  const to = requireWhen(second, clock)
  if (from === undefined) return through(to)
  // In `mon..fri` the Friday meant is the one after that Monday.
  const end = to < dayOf(from) && namesWeekday(second) ? requireWhen(second, { ...clock, today: dayOf(from) }) : to
  if (end < from && end !== dayOf(from)) throw new Failure('usage', `the range "${text}" ends before it begins`)
  return { from, ...through(end) }
}

/** Reads a comparison such as `<fri` or `>=2026-01-01`. */
export function compareInterval(operator: '<' | '<=' | '>' | '>=', text: string, clock: Clock): Interval {
  const when = requireWhen(text, clock)
  if (operator === '<') return { before: when }
  if (operator === '<=') return through(when)
  if (operator === '>') return through(when).before === undefined ? nothing : { from: through(when).before! }
  return { from: when }
}
