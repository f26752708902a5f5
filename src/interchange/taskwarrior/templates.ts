import type { TaskRecord } from '../../domain/records/task-record.ts'
import { occurrences } from '../../domain/recurrence/occurrences.ts'
import { readRule, ruleText } from '../../domain/recurrence/rule.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { civilIn, instantOf } from './dates.ts'
import { type Entry, textOf } from './entries.ts'
import { ruleOf } from './recur.ts'

/** Under this name of a format a task keeps the template it was made from. */
export const templateKey = 'taskwarrior-template'

/** Taskwarrior makes occurrences (`parent`, `imask`) from a template of status recurring; larry has the occurrences alone. */
export function isTemplate({ status = 'pending', recur, parent, due }: Entry): boolean {
  if (status === 'recurring') return true
  // As `task import` takes it.
  return (status === 'pending' || status === 'waiting') && Boolean(recur && due) && parent === undefined
}

/** What a template makes of a task: one occurrence of a series; without a rule where Taskwarrior's words say nothing to larry. */
export function seriesKeys(template: Entry, zone: Zone): Partial<TaskRecord> {
  const series_uid = textOf(template['uuid'])
  const start = civilOf(template['due'], zone)
  const rule = start === undefined ? undefined : ruleOf(textOf(template['recur']), start)
  if (start === undefined || rule === undefined) return { series_uid }
  const until = civilOf(template['until'], zone)
  const recurrence = ruleText(readRule(until === undefined ? rule : `${rule};UNTIL=${compact(until)}`))
  return { series_uid, recurrence, recurrence_mode: 'schedule', recurrence_anchor: start }
}

function civilOf(date: unknown, zone: Zone): string | undefined {
  const instant = instantOf(date)
  return instant === undefined ? undefined : civilIn(zone, instant)
}

function compact(civil: string): string {
  return `${(civil.length === 10 ? `${civil}T00:00` : civil).replaceAll(/[-:]/g, '')}00`
}

/** Whether a task is an occurrence of a template still: due, by the same rule. */
export function belongs(task: TaskRecord, template: Entry, zone: Zone): boolean {
  const { series_uid, recurrence = null } = seriesKeys(template, zone)
  return task.due != null && task.series_uid === series_uid && (task.recurrence ?? null) === recurrence
}

/** More occurrences than this nobody has had: one an hour for eleven years. */
const most = 100_000

/** The place of an occurrence in its template's `mask`: the one it was given, else how many dates come before its own. */
export function placeOf({ due, extra }: TaskRecord, template: Entry, zone: Zone): number {
  const given = Number(extra?.['taskwarrior']?.['imask'])
  if (Number.isInteger(given) && given >= 0 && given <= most) return given
  let place = 0
  for (const date of dates(template, zone)) {
    if (date >= (due ?? '') || place === most) break
    place++
  }
  return place
}

/** The date that a template has at a place of its mask. */
export function dateAt(place: number, template: Entry, zone: Zone): string | undefined {
  let at = 0
  for (const date of dates(template, zone)) {
    if (at === place) return date.slice(0, 16)
    if (++at > most) break
  }
  return undefined
}

function* dates(template: Entry, zone: Zone): Generator<string> {
  const { recurrence, recurrence_anchor } = seriesKeys(template, zone)
  if (recurrence && recurrence_anchor) yield* occurrences(readRule(recurrence), recurrence_anchor)
}
