import { minutesIn, readMinutes } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { readRule, ruleText } from '../../domain/recurrence/rule.ts'
import { checkText, checkTitle } from '../../domain/title.ts'
import { isCivil } from '../../domain/when/civil.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { readExact } from '../../domain/when/moment.ts'
import { requirePoint } from '../../domain/when/read.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { isTag, readName, readTag } from '../../domain/words/values.ts'
import { prioritySaid, statusSaid } from './words.ts'

/** Keys of a task that fit into a cell: lists are joined by spaces. */
export type Key = Exclude<keyof TaskRecord, 'kind' | 'extra' | 'comments' | 'attachments' | 'time' | 'reminders'>

/** By what a cell is read, and where to say what it became. */
export interface Reading {
  readonly clock: Clock
  readonly adapt: (note: string) => void
}

interface Column {
  /** What an empty cell says; nothing where this is not given. */
  readonly empty?: null | readonly string[]
  /** What other programs call it, in small letters and with spaces. */
  readonly names?: readonly string[]
  readonly read: (text: string, how: Reading) => unknown
}

const text = (what: string) => ({
  read: (cell: string) => {
    checkText(what, cell)
    return cell
  },
})
const number = (key: string) => ({ read: (cell: string) => readWhole(key, cell.trim()) })
const list = { empty: [], read: (cell: string) => wordsIn(cell) }
const civil = { empty: null, read: (cell: string, { clock }: Reading) => civilSaid(cell, clock) }
const instant = { read: (cell: string, { clock }: Reading) => instantSaid(cell, clock) }
const nullable = <C extends Column>(column: C) => ({ ...column, empty: null })

/** Every column larry writes, in this order, and how each is read. */
export const columns: Readonly<Record<Key, Column>> = {
  id: number('id'),
  uid: { read: (cell) => cell.trim().toLowerCase() },
  title: { names: ['name', 'task', 'task name', 'subject', 'summary', 'content'], read: checkTitle },
  status: { names: ['state', 'done', 'completed'], read: (cell, { adapt }) => statusSaid(cell, adapt) },
  priority: { read: (cell, { adapt }) => prioritySaid(cell, adapt) },
  due: { ...civil, names: ['due date', 'deadline'] },
  wait_until: { ...civil, names: ['wait'] },
  estimate_minutes: { empty: null, names: ['estimate'], read: minutesSaid },
  progress: { names: ['% complete'], read: (cell) => readWhole('progress', cell.trim().replace(/ ?%$/, '')) },
  tags: { empty: [], names: ['tag', 'labels', 'categories'], read: tagsSaid },
  project: { empty: null, names: ['list'], read: (cell) => readName('project', cell) },
  client: { empty: null, names: ['customer'], read: (cell) => readName('client', cell) },
  project_id: nullable(number('project_id')),
  client_id: nullable(number('client_id')),
  parent_id: nullable(number('parent_id')),
  depends_on: { empty: [], read: (cell) => wordsIn(cell).map((word) => readWhole('depends_on', word)) },
  notes: { ...nullable(text('the notes')), names: ['note', 'description'] },
  recurrence: { empty: null, read: (cell) => ruleText(readRule(cell)) },
  recurrence_mode: { empty: null, read: (cell) => modeSaid(cell) },
  started_at: nullable(instant),
  completed_at: nullable(instant),
  created_at: { ...instant, names: ['created'] },
  updated_at: instant,
  recurrence_anchor: civil,
  recurrence_exceptions: nullable(text('recurrence_exceptions')),
  recurrence_paused_at: nullable(instant),
  series_uid: nullable(text('series_uid')),
  source: text('the source'),
  parent_uid: nullable(text('parent_uid')),
  depends_on_uids: list,
}

export const keys = Object.keys(columns) as readonly Key[]

/** A civil date or time as stored, or as larry's own reader of dates takes it; what has two readings is refused naming both. */
function civilSaid(cell: string, clock: Clock): string {
  return isCivil(cell) ? cell : requirePoint(cell, clock)
}

/** A UTC instant; a date or time without an offset is the zone's, a day its first minute. */
function instantSaid(cell: string, clock: Clock): string {
  return readExact(cell.trim().toLowerCase()) ?? clock.zone.instantOf(civilSaid(cell.trim(), clock))
}

/** Minutes, `90` or `1h30m`; zero says that nobody estimated. */
function minutesSaid(cell: string): number | null {
  const said = cell.trim()
  if (/^0+[hm]?$/.test(said)) return null
  if (/^\d*[.,]\d+$/.test(said))
    throw new Failure('usage', `"${said}" does not say of what it is a part`, 'minutes such as 90, or 1.5h')
  return minutesIn(said) ?? readMinutes(said)
}

/** Tags between spaces, commas or semicolons, with or without a `+`, `#` or `@` before each. */
function tagsSaid(cell: string): string[] {
  const words = cell.split(/[\s,;]+/).filter((word) => word !== '')
  return [...new Set(words.map((word) => readTag(isTag(word) ? word : word.replace(/^[#@]/, ''))))]
}

function wordsIn(cell: string): string[] {
  return cell.split(/[\s,]+/).filter((word) => word !== '')
}

function modeSaid(cell: string): 'schedule' | 'completion' {
  if (cell === 'schedule' || cell === 'completion') return cell
  throw new Failure('usage', `unknown recurrence_mode "${cell}"`, 'one of schedule, completion')
}
