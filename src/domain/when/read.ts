import { Failure } from '../errors.ts'
import { isDate, isTime } from './civil.ts'
import type { Clock } from './clock.ts'
import { impossible, readDay } from './days.ts'
import { readTime } from './time.ts'

function readInstant(phrase: string, clock: Clock): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(?::(\d{2})(?:\.0+)?)?(z|[+-]\d{2}:?\d{2})?$/.exec(phrase)
  if (!match) return undefined
  const [, date, time, seconds, offset] = match
  if (!isDate(date!) || !isTime(time!)) throw impossible(phrase)
  if (seconds !== undefined && seconds !== '00')
    throw new Failure('usage', `"${phrase}" has seconds; times are kept to the minute`, `${date}T${time}`)
  if (offset === undefined) return `${date}T${time}`
  const zoned = offset === 'z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const ms = Date.parse(`${date}T${time}:00${zoned}`)
  if (Number.isNaN(ms)) throw impossible(phrase)
  const civil = clock.zone.civilOf(new Date(ms).toISOString())
  if (!isDate(civil.slice(0, -6)) || !isDate(new Date(ms).toISOString().slice(0, 10))) throw impossible(phrase)
  return civil
}

/**
 * Reads a date phrase of spec part 3 as a civil date or time, or undefined when it is none.
 * A day that does not exist (`2027-02-29`) and seconds other than zero are usage failures.
 */
export function readWhen(text: string, clock: Clock): string | undefined {
  const phrase = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (phrase === 'tonight') return `${clock.today}T20:00`
  const whole = readDay(phrase, clock) ?? readInstant(phrase, clock)
  if (whole !== undefined) return whole
  const alone = readTime(phrase.replace(/^at /, ''))
  if (alone !== undefined) return `${clock.today}T${alone}`
  for (const split of phrase.matchAll(/ (?:at )?/g)) {
    const time = readTime(phrase.slice(split.index + split[0].length))
    const day = time === undefined ? undefined : readDay(phrase.slice(0, split.index), clock)
    if (day !== undefined) return `${day}T${time}`
    const first = readTime(phrase.slice(0, split.index).replace(/^at /, ''))
    const second = first === undefined ? undefined : readDay(phrase.slice(split.index + split[0].length), clock)
    if (second !== undefined) return `${second}T${first}`
  }
  return undefined
}

/** As `readWhen`, but a phrase that cannot be read is a usage failure that names it. */
export function requireWhen(text: string, clock: Clock): string {
  const when = readWhen(text, clock)
  if (when === undefined)
    throw new Failure(
      'usage',
      `cannot read "${text}" as a date`,
      /^(next|in|this|last|at)$/i.test(text.trim())
        ? `more than one word needs quotes: due:"${text.trim()} ..."`
        : 'such as tomorrow, fri, "next monday 14:00", in 3 days or 2026-12-24',
    )
  return when
}
