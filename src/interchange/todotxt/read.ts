import { minutesIn } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { readRule, ruleText } from '../../domain/recurrence/rule.ts'
import { isClosed, type Priority, type Status, statuses } from '../../domain/task.ts'
import { checkTitle } from '../../domain/title.ts'
import { isUid } from '../../domain/uid.ts'
import { dayOf, isCivil } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { readExact } from '../../domain/when/moment.ts'
import { type Line, partLine } from './line.ts'
import { readRec } from './recurrence.ts'
import { type Key, keyOf, type Said, wordsOf } from './words.ts'

/** What a line tells, but for the name of a line that has no uid. */
export interface Read {
  readonly task: TaskRecord
  readonly line: Line
  readonly said: Said
  readonly adapted: readonly string[]
}

/** (A) to (E); a task without a letter is of larry's usual priority. */
export const letters: Readonly<Record<string, Priority>> = {
  A: 'urgent',
  B: 'critical',
  C: 'high',
  D: 'medium',
  E: 'low',
}

/** Reads a line that is not blank. What it does not say is empty, as the format can say it; a bad date or title is refused. */
export function readLine(text: string, clock: Clock): Read {
  const line = partLine(text)
  for (const day of [line.completed, line.created])
    if (day !== undefined && !isCivil(day))
      throw new Failure('usage', `"${day}" is not a date that exists`, 'dates are YYYY-MM-DD')
  const said = wordsOf(line.text)
  const adapted: string[] = []
  const value = <T>(key: Key, read: (value: string) => T | undefined): T | undefined => {
    const given = said.values.get(key)
    const found = given === undefined ? undefined : read(given)
    if (given !== undefined && found === undefined)
      adapted.push(`${key}:${given} was not understood, and is kept for todo.txt alone`)
    return found
  }
  for (const word of said.foreign)
    if (keyOf(word) !== undefined) adapted.push(`${word} comes a second time, and is kept for todo.txt alone`)
  const uid = value('uid', (one) => (isUid(one) ? one.toLowerCase() : undefined))
  const due = value('due', civil) ?? null
  const parent = value('parent', (one) => one)
  const depends = value('depends', (one) => one.split(','))
  const completed = momentOn(line.completed, value('completed', instant), clock)
  const created = momentOn(line.created, value('created', instant) ?? birthOf(uid), clock)
  const priority = priorityOf(
    line,
    value('pri', (one) => (/^[A-Z]$/.test(one) ? one : undefined)),
    adapted,
  )
  const [project, ...others] = said.projects
  if (others.length > 0)
    adapted.push(`${others.map((name) => `+${name}`).join(', ')} became a tag: a task has one project`)
  const task: TaskRecord = {
    kind: 'task',
    ...(uid !== undefined && { uid }),
    title: checkTitle(said.title),
    status: value('status', (one) => statusOf(one, line)) ?? (line.isDone ? 'done' : 'todo'),
    ...(priority !== undefined && { priority }),
    due,
    wait_until: value('t', civil) ?? null,
    estimate_minutes: value('est', minutesIn) ?? null,
    tags: [...new Set([...said.contexts, ...others.map((name) => name.replaceAll(/[\s,]+/g, '-'))])].toSorted(),
    project: project ?? null,
    ...repetition(value, due, adapted),
    ...(line.isDone ? completed !== undefined && { completed_at: completed } : { completed_at: null }),
    ...(created !== undefined && { created_at: created }),
    ...(parent !== undefined && { parent_uid: parent }),
    ...(depends !== undefined && { depends_on_uids: depends }),
  }
  return { task, line, said, adapted }
}

type Value = <T>(key: Key, read: (value: string) => T | undefined) => T | undefined

function repetition(value: Value, due: string | null, adapted: string[]): Partial<TaskRecord> {
  const rule = (mode: 'schedule' | 'completion') => (text: string) => ({
    recurrence: ruleText(readRule(text)),
    recurrence_mode: mode,
    adapted: undefined,
  })
  const anchor = value('anchor', (text) => (text === 'none' ? 'none' : civil(text)))
  const found = value('rec', readRec) ?? value('rrule', rule('schedule')) ?? value('rrule-after', rule('completion'))
  if (found === undefined) return { recurrence: null, recurrence_mode: null }
  const { adapted: note, ...repeating } = found
  if (note !== undefined) adapted.push(note)
  return { ...repeating, recurrence_anchor: anchor === 'none' ? null : (anchor ?? due) }
}

/** A date, or as larry writes it with a time. */
function civil(text: string): string | undefined {
  return isCivil(text) ? text : undefined
}

function instant(text: string): string | undefined {
  return readExact(text.toLowerCase())
}

/** The moment on a day that is known better than by its date, else the first of the day. */
function momentOn(day: string | undefined, exact: string | undefined, { zone }: Clock): string | undefined {
  if (day === undefined) return undefined
  return exact !== undefined && dayOf(zone.civilOf(exact)) === day ? exact : zone.instantOf(day)
}

/** When a uid was made: the first 48 bits of a UUID of version 7 (RFC 9562 5.7). */
export function birthOf(uid: string | undefined): string | undefined {
  if (uid?.[14] !== '7') return undefined
  const made = new Date(Number.parseInt(uid.slice(0, 8) + uid.slice(9, 13), 16)).toISOString()
  return made.length === 24 ? made : undefined
}

function statusOf(text: string, { isDone }: Line): Status | undefined {
  const status = statuses.find((one) => one === text)
  return status !== undefined && isClosed(status) === isDone ? status : undefined
}

/** Of a done task without its letter nothing is known: programs drop it when they tick a task off. */
function priorityOf({ letter: first, isDone }: Line, pri: string | undefined, adapted: string[]): Priority | undefined {
  const letter = first ?? pri
  if (letter === undefined) return isDone ? undefined : 'medium'
  if (letters[letter] === undefined) adapted.push(`priority (${letter}) became low`)
  return letters[letter] ?? 'low'
}
