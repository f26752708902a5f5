import { Failure } from '../errors.ts'
import { addDays, addMonths, isDate } from '../when/civil.ts'
import { lastUnit, lengthOf, minutesOf, readLength } from '../when/phrase/lengths.ts'
import { wordsOf } from '../when/phrase/split.ts'
import { type Period, readAdverb, readOrdinal } from './vocabulary.ts'

/** What each frequency is long, the longer of a kind first. */
const sizes = [
  ['yearly', 'months', 12],
  ['monthly', 'months', 1],
  ['weekly', 'days', 7],
  ['daily', 'days', 1],
  ['hourly', 'minutes', 60],
  ['minutely', 'minutes', 1],
] as const

/** Reads how long a period is: `week`, `2w`, `twenty five days`, `an hour and a half`. One of months and days, or days and minutes, is none. */
export function readPeriodLength(phrase: string): Period | undefined {
  const words = wordsOf(phrase) ?? []
  const [length, unit] = [lengthOf(words) ?? lengthOf(['a', ...words]), lastUnit(words)]
  if (length === undefined || unit === undefined) return undefined
  const { months, days, minutes } = length
  if ([months, days, minutes].filter((part) => part > 0).length !== 1) return undefined
  // 14 days stay days and 12 months stay months, as they were said.
  const fit = sizes.find(([, part, size]) => unit[part] > 0 && unit[part] % size === 0 && length[part] % size === 0)
  return fit && { freq: fit[0], interval: length[fit[1]] / fit[2] }
}

/** Reads how often a period comes: a length as above, `other month`, `third day`, `weekly`. */
export function readPeriod(phrase: string): Period | undefined {
  const [, first = '', rest] = /^(\S+) (.+)$/.exec(phrase) ?? []
  const place = first === 'other' ? 2 : (readOrdinal(first) ?? 0)
  return readAdverb(phrase) ?? readPeriodLength(place > 0 ? `${place} ${rest}` : phrase)
}

/** The last day of a length, such as the `3 weeks` of `for 3 weeks`, that begins on a day; shorter than a day is refused. */
export function lastDayOf(text: string, start: string): string {
  const length = readLength(text) ?? readLength(`a ${text}`)
  if (length !== undefined && minutesOf(length) !== undefined)
    throw new Failure('usage', `"for ${text}" is shorter than a day`, 'such as "for 3 weeks"')
  if (length === undefined || length.minutes > 0)
    throw new Failure('usage', `cannot read "for ${text}"`, 'such as "for 3 weeks" or "for 10 times"')
  const after = addDays(addMonths(start, length.months), length.days)
  if (!isDate(after)) throw new Failure('usage', `"for ${text}" is too long`, 'leave it out for a rule without end')
  return addDays(after, -1)
}
