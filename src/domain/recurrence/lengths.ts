import { Failure } from '../errors.ts'
import { addDays, addMonths, isDate } from '../when/civil.ts'
import { type Period, readCount, readUnit } from './vocabulary.ts'

/** Reads a length: `10 days`, `a month`, `quarter`. */
export function readLength(phrase: string): Period | undefined {
  const [, number = 'a', word = ''] = /^(?:(\S+) )?(\S+)$/.exec(phrase) ?? []
  const [count, unit] = [readCount(number), readUnit(word)]
  return count === undefined || unit === undefined ? undefined : { ...unit, interval: unit.interval * count }
}

/** Longer than the years 1 to 9999. */
const [mostDays, mostMonths] = [4_000_000, 120_000]

/** The last day of a length, such as the `3 weeks` of `for 3 weeks`, that begins on a day; shorter than a day is refused. */
export function lastDayOf(text: string, start: string): string {
  const length = readLength(text)
  if (length === undefined)
    throw new Failure('usage', `cannot read "for ${text}"`, 'such as "for 3 weeks" or "for 10 times"')
  const { freq, interval } = length
  if (freq === 'hourly' || freq === 'minutely')
    throw new Failure('usage', `"for ${text}" is shorter than a day`, 'such as "for 3 weeks"')
  const units = interval * (freq === 'weekly' ? 7 : freq === 'yearly' ? 12 : 1)
  const isDays = freq === 'daily' || freq === 'weekly'
  const after = isDays ? addDays(start, Math.min(units, mostDays)) : addMonths(start, Math.min(units, mostMonths))
  if (!isDate(after)) throw new Failure('usage', `"for ${text}" is too long`, 'leave it out for a rule without end')
  return addDays(after, -1)
}
