import { Failure } from '../errors.ts'
import { addDays, dayOf } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { firstAnchor, upcoming } from './following.ts'
import { neverHappens } from './occurrences.ts'
import { ruleText } from './rule.ts'
import { toTheMinute } from './to-the-minute.ts'
import { readAfter, readRecurrence } from './words.ts'

/** How a task repeats, as it is stored: civil dates or times, exceptions joined by commas. */
export interface Repetition {
  readonly recurrence: string
  readonly recurrence_mode: 'schedule' | 'completion'
  readonly recurrence_anchor: string | null
  readonly recurrence_exceptions: string | null
  readonly due: string | null
}

/** The due date a repetition starts from; `said` when it was given with it, and so must not be at odds with it. */
export interface Beginning {
  readonly due: string | null
  readonly said: boolean
}

/** The most days, weeks, months or years there may be from one to the next. */
const longest = 100_000

/** The words of `every:` if they can be read. */
export function checkEvery(text: string, clock: Clock): string {
  toTheMinute(readRecurrence(text, undefined, clock).rule, text)
  return text
}

/** The words of `after:` if they can be read. */
export function checkAfter(text: string): string {
  const { interval } = toTheMinute(readAfter(text), text)
  if (interval > longest) throw new Failure('usage', `"${text}" is too far away for a date`)
  return text
}

/** A repetition that counts from completion; the due date stays as it is. */
export function beginAfter(text: string, { due }: Beginning): Repetition {
  return {
    recurrence: ruleText(readAfter(text)),
    recurrence_mode: 'completion',
    recurrence_anchor: due,
    recurrence_exceptions: null,
    due,
  }
}

/**
 * A repetition by the calendar that counts from the due date, which takes the time the words say. Without one, or where
 * the words say when it starts, the due date is the first occurrence still to come; a rule without any is refused.
 */
export function beginEvery(text: string, { due, said }: Beginning, clock: Clock): Repetition {
  const { rule, time, starts, exceptions = [] } = readRecurrence(text, due ?? clock.today, clock)
  if (said && due !== null) refuseTwice(text, due, time, starts)
  const start = starts ?? due ?? clock.today
  const earliest = time === undefined ? start : `${dayOf(start)}T${time}`
  const isSaid = due !== null || starts !== undefined
  const anchor = isSaid ? earliest : firstAnchor({ rule, anchor: earliest, exceptions }, clock)
  if (neverHappens(rule, anchor)) throw new Failure('usage', `"${text}" never happens`)
  const isGiven = due !== null && starts === undefined
  const first = isGiven ? anchor : upcoming({ rule, anchor, exceptions }, addDays(dayOf(anchor), -1), clock)
  if (first === undefined) throw new Failure('usage', `"${text}" has no date that is still to come`)
  return {
    recurrence: ruleText(rule),
    recurrence_mode: 'schedule',
    recurrence_anchor: anchor,
    recurrence_exceptions: exceptions.length === 0 ? null : exceptions.join(','),
    due: first,
  }
}

/** A due date and words that say another start or time of day cannot both be meant. */
function refuseTwice(text: string, due: string, time: string | undefined, starts: string | undefined): void {
  if (starts !== undefined)
    throw new Failure('usage', `the start is given twice: ${due.replace('T', ' ')} and "${text}"`, 'leave one out')
  if (time !== undefined && due.length > 10 && !due.endsWith(time))
    throw new Failure('usage', `the time is given twice: ${due.slice(11)} and "${text}"`, 'leave one out')
}
