import { readMinutes } from './duration.ts'
import { Failure } from './errors.ts'
import { checkText, isBlank } from './title.ts'
import type { Clock } from './when/clock.ts'
import { addMinutes, readPast } from './when/moment.ts'

/** A stretch of time between two UTC instants, the end not inside it. */
export interface Span {
  readonly started_at: string
  readonly ended_at: string
}

/** A span whose end is null while its timer runs. */
interface OpenSpan {
  readonly started_at: string
  readonly ended_at: string | null
}

/** The later of two instants: what ends never ends before it began, though the clock was set back. */
export function later(a: string, b: string): string {
  return a > b ? a : b
}

/** Whole seconds of a span, as SQL counts them: from the second it began in to the second it ended in. */
export function secondsOf({ started_at, ended_at }: Span): number {
  const second = (instant: string) => Math.floor(Date.parse(instant) / 1000)
  return Math.max(second(ended_at) - second(started_at), 0)
}

/** What says how long work took, as typed: a length, when it began, when it ended. */
interface Told {
  readonly length?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The span that two of length, beginning and end give, or one of the first two, which then ends now. All three are refused. */
export function readSpan({ length, from, to }: Told, clock: Clock): Span {
  if (length !== undefined && from !== undefined && to !== undefined)
    throw new Failure('usage', `a length (${length}), a beginning and an end are all given`, 'two of them say it all')
  if (length === undefined && from === undefined)
    throw new Failure('usage', 'how long is not said', 'such as larry time log 12 1h30m, or --from 9:00 --to 10:30')
  const minutes = length === undefined ? 0 : readMinutes(length)
  if (from === undefined) {
    const ended_at = to === undefined ? clock.now : readPast(to, clock)
    return { started_at: addMinutes(ended_at, -minutes), ended_at }
  }
  const started_at = readPast(from, clock)
  if (length === undefined) return checkOrder({ started_at, ended_at: readPast(to ?? 'now', clock) }, clock)
  const ended_at = addMinutes(started_at, minutes)
  if (ended_at > clock.now)
    throw new Failure(
      'usage',
      `${length} from ${showMoment(started_at, clock)} would end at ${showMoment(ended_at, clock)}, which is still to come`,
    )
  return { started_at, ended_at }
}

/** Refuses a span that ends before it begins; answers it. */
export function checkOrder<T extends OpenSpan>(span: T, clock: Clock): T {
  if (span.ended_at !== null && span.ended_at < span.started_at)
    throw new Failure(
      'usage',
      `${showMoment(span.ended_at, clock)} is before ${showMoment(span.started_at, clock)}, when it began`,
      'a time of another day needs its day: "yesterday 23:30"',
    )
  return span
}

/** An instant in the user's zone: `09:00` today, else `2026-11-22 09:00`. */
export function showMoment(instant: string, { zone, today }: Clock): string {
  const civil = zone.civilOf(instant)
  return civil.startsWith(today) ? civil.slice(11) : civil.replace('T', ' ')
}

/** `09:00 to 10:30` today, `2026-11-22 09:00 to 10:30`, `2026-11-22 23:30 to 2026-11-23 00:30`, `since 09:00`. */
export function showSpan({ started_at, ended_at }: OpenSpan, clock: Clock): string {
  const start = showMoment(started_at, clock)
  if (ended_at === null) return `since ${start}`
  const [from, to] = [clock.zone.civilOf(started_at), clock.zone.civilOf(ended_at)]
  if (from.slice(0, 10) === to.slice(0, 10)) return `${start} to ${to.slice(11)}`
  return `${from.replace('T', ' ')} to ${to.replace('T', ' ')}`
}

/** Refuses a note that is blank or cannot be stored; answers it as given. */
export function checkNote(note: string): string {
  if (isBlank(note)) throw new Failure('usage', 'the note is empty', 'leave --note out')
  checkText('the note', note)
  return note
}
