import { Failure } from '../errors.ts'
import { addDays, addMonths, dayOf, isDate } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { addMinutes } from '../when/moment.ts'
import { nextAfter } from './occurrences.ts'
import { type Rule, readRule, ruleText } from './rule.ts'
import { isShort } from './short-periods.ts'

/** A rule of the calendar and what it counts from and leaves out, all civil. */
export interface Calendar {
  readonly rule: Rule
  readonly anchor: string
  readonly exceptions: readonly string[]
}

/** What of a recurring task decides when it is due next. */
export interface Recurring {
  readonly id: number
  readonly due: string | null
  readonly recurrence: string
  readonly recurrence_mode: 'schedule' | 'completion'
  readonly recurrence_anchor: string | null
  readonly recurrence_exceptions: string | null
  /** The latest due date among the occurrences that count from the same anchor. */
  readonly latest_due: string | null
}

/** When a task is due next, and the rule that stands from then on. */
export interface Following {
  readonly due: string
  readonly recurrence: string
}

/** More missed occurrences than this nobody wants as tasks. */
const mostMissed = 1000

/** The calendar of a task that repeats by it; without an anchor it counts from the due date, or today. */
export function calendarOf(task: Recurring, { today }: Pick<Clock, 'today'>): Calendar {
  return {
    rule: readRule(task.recurrence),
    anchor: task.recurrence_anchor ?? task.due ?? today,
    exceptions: exceptionsOf(task),
  }
}

/** The dates left out of a calendar, in order. */
export function exceptionsOf({ recurrence_exceptions }: Pick<Recurring, 'recurrence_exceptions'>): readonly string[] {
  return recurrence_exceptions === null || recurrence_exceptions === '' ? [] : recurrence_exceptions.split(',').sort()
}

/** The first occurrence later than a civil date (all of that day) or time. */
export function occurrenceAfter({ rule, anchor, exceptions }: Calendar, after: string): string | undefined {
  return nextAfter(rule, anchor, after.length === 10 ? `${after}T23:59` : after, exceptions)
}

/** As `occurrenceAfter`, but one that was missed is passed over: a day before today, a time that is gone. */
export function upcoming(calendar: Calendar, after: string, clock: Clock): string | undefined {
  const yesterday = addDays(clock.today, -1)
  const next = occurrenceAfter(calendar, dayOf(after) < yesterday ? yesterday : after)
  return next !== undefined && isMissed(next, clock) ? occurrenceAfter(calendar, clock.civilNow) : next
}

/**
 * Where a rule counts from when nobody says: its first match still to come, or the day it is asked on. "Every 6 weeks on
 * tuesday" begins with the coming Tuesday, not with one of a week six weeks on.
 */
export function firstAnchor({ rule, anchor, exceptions }: Calendar, clock: Clock): string {
  if (rule.interval === 1 || isShort(rule)) return anchor
  const { count: _, ...often } = { ...rule, interval: 1 }
  return upcoming({ rule: often, anchor, exceptions }, addDays(dayOf(anchor), -1), clock) ?? anchor
}

function isMissed(due: string, { today, civilNow }: Clock): boolean {
  return due.length === 10 ? due < today : due <= civilNow
}

/** When a task that is closed now is due again (spec part 5, Recurrence): by the calendar without what was missed, or so long after now. */
export function following(task: Recurring, clock: Clock): Following | undefined {
  if (task.recurrence_mode === 'completion') return afterCompletion(task, clock.civilNow, clock)
  const due = upcoming(calendarOf(task, clock), task.latest_due ?? task.due ?? clock.today, clock)
  return due === undefined ? undefined : { due, recurrence: task.recurrence }
}

/** When an open task is due next that is not done this time; a length is counted from its due date where that is to come. */
export function skipping(task: Recurring, clock: Clock): Following | undefined {
  const { due, recurrence_mode } = task
  if (recurrence_mode === 'schedule' || due === null || due <= clock.civilNow) return following(task, clock)
  return afterCompletion(task, due, clock)
}

/** As `following`, with every occurrence that was missed before it. */
export function allFollowing(task: Recurring, clock: Clock): Following[] {
  if (task.recurrence_mode === 'completion') return [following(task, clock)].filter((next) => next !== undefined)
  const calendar = calendarOf(task, clock)
  const all: Following[] = []
  let due = occurrenceAfter(calendar, task.latest_due ?? task.due ?? clock.today)
  for (; due !== undefined; due = occurrenceAfter(calendar, due)) {
    all.push({ due, recurrence: task.recurrence })
    if (!isMissed(due, clock)) break
    if (all.length > mostMissed)
      throw new Failure(
        'conflict',
        `task ${task.id} has missed more than ${mostMissed} occurrences`,
        'leave out --catch-up',
      )
  }
  return all
}

/** The next few dates by the calendar, the first later than the due date and not missed. */
export function coming(task: Recurring, count: number, clock: Clock): string[] {
  const dates: string[] = []
  let due = following(task, clock)?.due
  for (; due !== undefined && dates.length < count; due = occurrenceAfter(calendarOf(task, clock), due)) {
    dates.push(due)
    if (task.recurrence_mode === 'completion') break
  }
  return dates
}

function afterCompletion(task: Recurring, from: string, clock: Clock): Following | undefined {
  const rule = readRule(task.recurrence)
  if (rule.count === 1) return undefined
  const due = lengthAfter(from, rule, task.due, clock)
  if (!isDate(dayOf(due)) || (rule.until !== undefined && dayOf(due) > dayOf(rule.until))) return undefined
  return { due, recurrence: rule.count === undefined ? task.recurrence : ruleText({ ...rule, count: rule.count - 1 }) }
}

/** Beyond this there is no date. */
const lastInstant = Date.parse('9999-12-30T23:59:59.999Z')

/** So long after a civil date or time, nothing that is a date where there is none so late; a length of days or longer keeps the due date's time of day. */
function lengthAfter(from: string, { freq, interval }: Rule, due: string | null, clock: Clock): string {
  const { civilNow, now, zone } = clock
  if (freq === 'hourly' || freq === 'minutely') {
    const start = from === civilNow ? now : zone.instantOf(from.length === 10 ? `${from}T00:00` : from)
    const minutes = interval * (freq === 'hourly' ? 60 : 1)
    return Date.parse(start) + minutes * 60_000 > lastInstant ? '' : zone.civilOf(addMinutes(start, minutes))
  }
  const time = due === null ? '' : due.slice(10)
  const day = dayOf(from)
  if (freq === 'daily' || freq === 'weekly') return addDays(day, interval * (freq === 'weekly' ? 7 : 1)) + time
  return addMonths(day, interval * (freq === 'yearly' ? 12 : 1)) + time
}
