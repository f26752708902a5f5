import { Failure } from '../errors.ts'
import { addDays, dayOf, isDate, isTime } from './civil.ts'
import type { Clock } from './clock.ts'
import { isPart } from './phrase/day-parts.ts'
import { readDay } from './phrase/days.ts'
import { plainly } from './phrase/plainly.ts'
import { type Reading, timeOfDay } from './phrase/reading.ts'
import { type Words, wordsOf } from './phrase/split.ts'
import { meant } from './phrase/suggest.ts'
import { timeOf } from './phrase/times.ts'

/**
 * Reads a date phrase of spec part 3 as its first day or its minute, and how exactly it says so; undefined when any of it
 * is not understood. A day that does not exist (`2027-02-29`) and seconds other than zero are usage failures.
 */
export function readPhrase(text: string, clock: Clock): Reading | undefined {
  const explained = /^(\S[^()]*) \(([^()]+)\)$/.exec(text.trim())
  if (explained) return agreeing(readPhrase(explained[1]!, clock), readPhrase(explained[2]!, clock))
  const words = wordsOf(text)
  if (words === undefined) return undefined
  const found = readInstant(text.trim().toLowerCase(), clock) ?? readWords(plainly(words), clock)
  if (found === null) throw impossible(text.trim())
  if (found !== undefined && !isDate(dayOf(found.civil)))
    throw new Failure('usage', `"${text.trim()}" is too far away for a date`)
  return found
}

/** As `readPhrase`, the civil date or time alone. */
export function readWhen(text: string, clock: Clock): string | undefined {
  return readPhrase(text, clock)?.civil
}

/** As `readPhrase`, but a phrase that cannot be read is a usage failure that names it and what may be meant. */
export function requirePhrase(text: string, clock: Clock): Reading {
  const found = readPhrase(text, clock)
  if (found !== undefined) return found
  throw new Failure('usage', `cannot read "${text}" as a date`, hintFor(text, clock))
}

/** As `requirePhrase`, the civil date or time alone. */
export function requireWhen(text: string, clock: Clock): string {
  return requirePhrase(text, clock).civil
}

/** As `requireWhen`, where one day or moment is meant: a week, a month or longer is refused. */
export function requirePoint(text: string, clock: Clock): string {
  const { civil, grain } = requirePhrase(text, clock)
  if (grain !== 'day' && grain !== 'minute')
    throw new Failure('usage', `"${text.trim()}" is a ${grain}, not a day`, `it begins on ${civil}`)
  return civil
}

function hintFor(text: string, clock: Clock): string {
  const phrase = text.trim()
  if (/^(next|in|this|last|at|the|on|end|start|mid)$/i.test(phrase))
    return `more than one word needs quotes: due:"${phrase} ..."`
  const near = meant(phrase, (other) => readPhrase(other, clock) !== undefined)
  return near === undefined
    ? 'such as tomorrow, fri, "next monday 14:00", in 3 days or 2026-12-24'
    : `did you mean ${near}?`
}

/** A day the calendar does not have, or a time the day does not. */
function impossible(phrase: string): Failure {
  return new Failure('usage', `"${phrase}" is not a date that exists`, 'dates are YYYY-MM-DD')
}

/** `tomorrow 14:00 (Tue 24 Nov)`, as larry says it: the day beside it must be the same. */
function agreeing(first: Reading | undefined, second: Reading | undefined): Reading | undefined {
  return first !== undefined && second?.civil === dayOf(first.civil) ? first : undefined
}

function readInstant(phrase: string, clock: Clock): Reading | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(?::(\d{2})(?:\.0+)?)?(z|[+-]\d{2}:?\d{2})?$/.exec(phrase)
  if (!match) return undefined
  const [, date, time, seconds, offset] = match
  if (!isDate(date!) || !isTime(time!)) throw impossible(phrase)
  if (seconds !== undefined && seconds !== '00')
    throw new Failure('usage', `"${phrase}" has seconds; times are kept to the minute`, `${date}T${time}`)
  if (offset === undefined) return { civil: `${date}T${time}`, grain: 'minute' }
  const zoned = offset === 'z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const ms = Date.parse(`${date}T${time}:00${zoned}`)
  if (Number.isNaN(ms)) throw impossible(phrase)
  const instant = new Date(ms).toISOString()
  const civil = clock.zone.civilOf(instant)
  if (!isDate(civil.slice(0, -6)) || !isDate(instant.slice(0, 10))) throw impossible(phrase)
  return { civil, grain: 'minute', instant }
}

/** A day, the next such time, or both side by side, as UTC where it ends so. */
function readWords(words: Words, clock: Clock): Reading | null | undefined {
  if (words.length > 1 && /^(utc|gmt)$/.test(words.at(-1)!)) return inUtc(readWords(words.slice(0, -1), clock), clock)
  const whole = readDay(words, clock)
  if (whole !== undefined) return whole
  const time = timeOf(words)
  if (time !== undefined) return nextMinuteOf(time, clock)
  return dayAndTime(words, clock)
}

/** A time alone is today's, or tomorrow's once it has gone by. */
function nextMinuteOf(minutes: number, { today, civilNow }: Clock): Reading {
  const read = minuteOf(today, minutes)
  return read.civil < civilNow ? minuteOf(addDays(today, 1), minutes) : read
}

/** A time of day read as UTC's; a day or a moment has no use for it. */
function inUtc(read: Reading | null | undefined, { zone }: Clock): Reading | null | undefined {
  if (!read || read.grain !== 'minute' || read.instant !== undefined) return read === null ? null : undefined
  const instant = `${read.civil}:00.000Z`
  return { civil: zone.civilOf(instant), grain: 'minute', instant }
}

/** The longest run of words that is a day while those around it are a time: `8:30 on friday`, `at 5 tomorrow afternoon`. */
function dayAndTime(words: Words, clock: Clock): Reading | null | undefined {
  for (let length = words.length - 1; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const time = timeAround(words.slice(0, from), words.slice(from + length))
      const found = time === undefined ? undefined : readDay(words.slice(from, from + length), clock)
      if (found === null) return null
      if (found?.grain === 'day') return minuteOf(found.civil, time!)
    }
  return undefined
}

/** The time before or after a day; on both sides of it stand only an hour and its part of the day. */
function timeAround(before: Words, after: Words): number | undefined {
  const front = ['on', 'of', 'by'].includes(before.at(-1) ?? '') ? before.slice(0, -1) : before
  if (front.length > 0 && after.length > 0 && !isPart(front.at(-1)) && !isPart(after.at(-1))) return undefined
  return timeOf([...front, ...after])
}

function minuteOf(date: string, minutes: number): Reading {
  return { civil: `${addDays(date, Math.floor(minutes / 1440))}T${timeOfDay(minutes)}`, grain: 'minute' }
}
