import { Failure } from '../errors.ts'
import { addDays, dayOf } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { fullWhen } from '../when/describe.ts'
import { type Calendar, calendarOf, exceptionsOf, occurrenceAfter, type Recurring } from './following.ts'

/** How many days before a date its nearest occurrence is looked for, less at first. */
const back = [7, 62, 732]

/**
 * Refuses a civil date or time that is none of the calendar's, naming the nearest. A day stands for every occurrence of it.
 * `text` is what was typed.
 */
export function requireOccurrence(calendar: Calendar, date: string, text: string): void {
  const [before, after] = [lastBefore(calendar, date), firstFrom(calendar, date)]
  if (isMeant(date, after)) return
  const near = [before, after].filter((one) => one !== undefined).map(fullWhen)
  throw new Failure(
    'usage',
    `"${text}" is no date of the repetition`,
    near.length === 0 ? undefined : `the nearest: ${near.join(' and ')}`,
  )
}

/**
 * What a task that is moved from its due date to another leaves out of its calendar: the date it had, if that was one of
 * its own, so that it does not come again; but not the date it has then.
 */
export function leftOutWhenMoved(task: Recurring, due: string | null, clock: Clock): string[] {
  const all = exceptionsOf(task)
  if (task.due === due) return [...all]
  const others = all.filter((date) => date !== due)
  if (task.due === null || task.recurrence_mode === 'completion') return others
  return firstFrom(calendarOf(task, clock), task.due) === task.due ? [...others, task.due] : others
}

/** Those of the dates left out before that a new calendar would give, beside what it leaves out itself. */
export function stillLeftOut(dates: readonly string[], calendar: Calendar): string[] {
  const kept = dates.filter((date) => isMeant(date, firstFrom(calendar, date)))
  return [...new Set([...calendar.exceptions, ...kept])]
}

/** Dates left out as they are stored, null where there are none. */
export function exceptionsText(dates: readonly string[]): string | null {
  return dates.length === 0 ? null : dates.toSorted().join(',')
}

/** Whether a day or time is meant by a date, which stands for all times of its day. */
function isMeant(date: string, one: string | undefined): boolean {
  return one === date || (date.length === 10 && one?.startsWith(date) === true)
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
