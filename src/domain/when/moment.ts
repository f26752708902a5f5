import { Failure } from '../errors.ts'
import { isDate, isTime } from './civil.ts'
import type { Clock } from './clock.ts'
import { minutesOf, readLength } from './phrase/lengths.ts'
import { tidy } from './phrase/split.ts'
import { requirePhrase } from './read.ts'
import { readTime } from './time.ts'
import { requireYear } from './years.ts'

/**
 * Reads when something was, as a UTC instant: `9:30`, `-15m`, `2 hours ago`, `yesterday 14:00`, `now`, an instant. A time
 * alone is on `day`. A day alone, and what is still to come, are refused.
 */
export function readPast(text: string, clock: Clock, day: string = clock.today): string {
  const phrase = tidy(text)
  if (phrase === 'now') return clock.now
  const instant = readAgo(phrase, clock) ?? readExact(phrase) ?? readMoment(text, clock, day)
  if (instant > clock.now)
    throw new Failure('usage', `"${text}" is still to come`, `it is ${clock.civilNow.replace('T', ' ')}`)
  return requireYear(instant, `"${text}" is before 1970`)
}

/** The instant this many minutes after another, or with a minus before it; one before 1970 is refused. */
export function addMinutes(instant: string, minutes: number): string {
  const moved = new Date(Date.parse(instant) + minutes * 60_000).toISOString()
  return requireYear(moved, `"${-minutes}m ago" is before 1970`)
}

/** `-15m`, `1h30m ago`, `two hours ago`; days and longer are dates, not moments. */
function readAgo(phrase: string, { now }: Clock): string | undefined {
  const [, signed, ago] = /^(?:-(.+)|(.+) ago)$/.exec(phrase) ?? []
  const minutes = minutesOf(readLength(signed ?? ago ?? ''))
  return minutes === undefined ? undefined : addMinutes(now, -minutes)
}

/** An instant with its offset, as JSON shows it: seconds are kept, and of an hour that comes twice the one meant. */
export function readExact(phrase: string): string | undefined {
  const [, date, time, rest, offset] =
    /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(z|[+-]\d{2}:?\d{2})$/.exec(phrase) ?? []
  if (date === undefined || !isDate(date) || !isTime(time!)) return undefined
  const zone = offset === 'z' ? 'Z' : `${offset!.slice(0, 3)}:${offset!.slice(-2)}`
  const ms = Date.parse(`${date}T${time}${rest ?? ':00'}${zone}`)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

function readMoment(text: string, clock: Clock, day: string): string {
  const time = readTime(text)
  if (time !== undefined) return clock.zone.instantOf(`${day}T${time}`)
  const { civil, instant } = requirePhrase(text, clock)
  if (civil.length === 10)
    throw new Failure('usage', `"${text}" says the day and no time of it`, `such as "${text.trim()} 14:00" or -15m`)
  return instant ?? clock.zone.instantOf(civil)
}
