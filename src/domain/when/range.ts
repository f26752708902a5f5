import { Failure } from '../errors.ts'
import { addDays, dayOf, isDate, nextMinute } from './civil.ts'
import type { Clock } from './clock.ts'
import { lastDayOf, type Reading } from './phrase/reading.ts'
import { namesWeekday } from './phrase/weekdays.ts'
import { requirePhrase } from './read.ts'

/** A half-open stretch of civil time: `from` is inside, `before` is not; either may be open. */
export interface Interval {
  readonly from?: string
  readonly before?: string
}

const nothing: Interval = { from: '9999-12-31', before: '9999-12-31' }

/** The upper end of an interval that reaches to the end of this minute, day, week or longer; open where the calendar ends. */
function through(when: Reading): Interval {
  const last = when.grain === 'minute' ? when.civil : lastDayOf(when)
  if (!isDate(dayOf(last)) || last >= '9999-12-31') return {}
  return { before: when.grain === 'minute' ? nextMinute(last) : addDays(last, 1) }
}

/** Reads `today`, `next week`, `..fri`, `2026-01-01..`, `mon..fri`: both ends of a range belong to it, a day is all of its day, a week all of its days. */
export function readInterval(text: string, now: Clock): Interval {
  const clock = sinceMidnight(now)
  const [first, second, ...more] = text.split('..')
  if (more.length > 0 || text === '..' || text.trim() === '')
    throw new Failure(
      'usage',
      `cannot read "${text}" as a range of dates`,
      'such as today, ..fri, 2026-01-01.. or mon..fri',
    )
  const from = first === '' ? undefined : requirePhrase(first!, clock)
  if (second === undefined) return { from: from!.civil, ...through(from!) }
  if (second === '') return { from: from!.civil }
  const to = requirePhrase(second, clock)
  if (from === undefined) return through(to)
  // In `mon..fri` the Friday meant is the one after that Monday.
  const isEarlier = to.civil < dayOf(from.civil) && namesWeekday(second)
  const end = isEarlier ? requirePhrase(second, { ...clock, today: dayOf(from.civil) }) : to
  const last = end.grain === 'minute' ? end.civil : lastDayOf(end)
  if (last < from.civil && last !== dayOf(from.civil))
    throw new Failure('usage', `the range "${text}" ends before it begins`)
  return { from: from.civil, ...through(end) }
}

/** Reads a comparison such as `<fri` or `>=2026-01-01`. */
export function compareInterval(operator: '<' | '<=' | '>' | '>=', text: string, clock: Clock): Interval {
  const when = requirePhrase(text, sinceMidnight(clock))
  if (operator === '<') return { before: when.civil }
  if (operator === '<=') return through(when)
  if (operator === '>') return through(when).before === undefined ? nothing : { from: through(when).before! }
  return { from: when.civil }
}

/** Who asks for what was done since 9:00 means today, though that has gone by. */
function sinceMidnight(clock: Clock): Clock {
  return { ...clock, civilNow: `${clock.today}T00:00` }
}
