import { showMinutes } from './duration.ts'
import { Failure } from './errors.ts'
import { checkLength, checkText, isBlank } from './title.ts'
import type { Clock, Zone } from './when/clock.ts'
import { morning } from './when/phrase/day-parts.ts'
import { readLength } from './when/phrase/lengths.ts'
import { timeOfDay } from './when/phrase/reading.ts'
import { tidy } from './when/phrase/split.ts'
import { requirePhrase } from './when/read.ts'
import { knownYears } from './when/years.ts'

/** The longest message, in characters (code points). */
const longest = 10_000

/** An instant, and the civil time and zone by which it was meant. */
export interface Moment {
  readonly at: string
  readonly civil_at: string
  readonly zone: string
}

/** When to remind, as it was asked for: at a moment, or civil minutes before the task is due. */
export type Asked = Moment | { readonly before: number }

/** A moment with the civil minutes before the due date that it came from, null where it stands by itself. */
export type Placed = Moment & { readonly before_due_minutes: number | null }

/**
 * Reads when to remind: `-1d`, `2 hours before` and `due` count from the due date, `+30m` and `in 90 min` from now to
 * the minute, all else is a date phrase; a day alone means 09:00. What cannot be read is refused; the past is not, yet.
 */
export function readAsked(text: string, clock: Clock): Asked {
  const before = readBefore(text)
  if (before !== undefined) return { before }
  const { civil, instant } = requirePhrase(text, clock)
  if (instant === undefined) return momentAt(withTime(civil), clock.zone)
  const at = `${instant.slice(0, 16)}:00.000Z`
  return checkYear({ at, civil_at: civil, zone: clock.zone.name }, text)
}

/** Civil minutes before the due date, from `-1d`, `-1w 2d`, `two days before`, `1 hour before due`, `due`; months, which differ in length, are refused. */
function readBefore(text: string): number | undefined {
  const phrase = tidy(text)
  if (phrase === 'due' || phrase === 'when due') return 0
  const [, signed, said] = /^(?:-(.+)|(.+) before(?: due)?)$/.exec(phrase) ?? []
  const length = readLength(signed ?? said ?? '')
  if (length === undefined) return undefined
  if (length.months > 0)
    throw new Failure(
      'usage',
      `cannot read "${text}" as a time before the due date`,
      'months differ in length; such as -30d',
    )
  return length.days * 1440 + length.minutes
}

/** The civil time a date means for a reminder and for the due date it stands before: a day alone means its morning. */
export function withTime(civil: string): string {
  return civil.length === 10 ? `${civil}T${timeOfDay(morning)}` : civil
}

/** The moment of a civil time in a zone; one beyond the year 9999 is refused. */
export function momentAt(civil: string, zone: Zone): Moment {
  return checkYear({ at: zone.instantOf(civil), civil_at: civil, zone: zone.name }, civil.replace('T', ' '))
}

function checkYear(moment: Moment, text: string): Moment {
  if (moment.at.length !== 24 || moment.civil_at.length !== 16)
    throw new Failure('usage', `"${text}" is too far away for a reminder`, knownYears)
  return moment
}

/** So many civil minutes before a due date; across daylight saving the wall clock is kept. */
export function beforeDue(due: string, minutes: number, zone: Zone): Moment {
  const ms = Date.parse(`${withTime(due)}:00Z`) - minutes * 60_000
  return momentAt(new Date(Math.max(ms, 0)).toISOString().slice(0, 16), zone)
}

/** Where a reminder that was asked for falls; one before a due date needs `due`, and one in the past is refused, naming the moment. */
export function place(asked: Asked, due: string | null, clock: Clock): Placed {
  if (!('before' in asked)) return notPast({ ...asked, before_due_minutes: null }, clock)
  if (due === null)
    throw new Failure('usage', 'a reminder before the due date needs one', 'such as due:fri, or a moment of its own')
  return notPast({ ...beforeDue(due, asked.before, clock.zone), before_due_minutes: asked.before }, clock)
}

/** Refuses a moment that has gone by; answers it. */
export function notPast<T extends Moment>(moment: T, clock: Clock): T {
  if (moment.at < clock.now)
    throw new Failure(
      'usage',
      `${moment.civil_at.replace('T', ' ')} is in the past`,
      `it is ${clock.civilNow.replace('T', ' ')}`,
    )
  return moment
}

/** Refuses a message that is blank, too long or not storable; answers it as given. */
export function checkMessage(message: string): string {
  if (isBlank(message))
    throw new Failure('usage', 'the message is empty', 'larry remind add --message "Call Ada" tomorrow')
  checkText('the message', message)
  checkLength('the message', message, longest)
  return message
}

/** `1d`, `2h`, `1h30m`: minutes as days where they are whole days. */
export function showBefore(minutes: number): string {
  if (minutes === 0) return 'when it is due'
  const days = minutes / 1440
  if (Number.isInteger(days)) return `${days}d before it is due`
  return `${showMinutes(minutes)} before it is due`
}
