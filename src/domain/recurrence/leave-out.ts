import { Failure } from '../errors.ts'
import { addDays, dayOf } from '../when/civil.ts'
import { fullWhen } from '../when/describe.ts'
import { type Calendar, occurrenceAfter } from './following.ts'

/** How many days before a date its nearest occurrence is looked for, less at first. */
const back = [7, 62, 732]

/**
 * Refuses a civil date or time that is none of the calendar's, naming the nearest. A day stands for every occurrence of it.
 * `text` is what was typed.
 */
export function requireOccurrence(calendar: Calendar, date: string, text: string): void {
  const isMeant = (one: string | undefined) => one === date || (date.length === 10 && one?.startsWith(date))
  const [before, after] = [lastBefore(calendar, date), firstFrom(calendar, date)]
  if (isMeant(after)) return
  const near = [before, after].filter((one) => one !== undefined).map(fullWhen)
  throw new Failure(
    'usage',
    `"${text}" is no date of the repetition`,
    near.length === 0 ? undefined : `the nearest: ${near.join(' and ')}`,
  )
}

function firstFrom(calendar: Calendar, date: string): string | undefined {
  let next = occurrenceAfter(calendar, addDays(dayOf(date), -1))
  while (next !== undefined && next < date) next = occurrenceAfter(calendar, next)
  return next
}

function lastBefore(calendar: Calendar, date: string): string | undefined {
  for (const days of back) {
    let last: string | undefined
    let next = occurrenceAfter(calendar, addDays(dayOf(date), -days))
    for (; next !== undefined && next < date; next = occurrenceAfter(calendar, next)) last = next
    if (last !== undefined) return last
  }
  return undefined
}
