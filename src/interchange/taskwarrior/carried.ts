import type { CommentRecord, TaskRecord } from '../../domain/records/task-record.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { isZone } from '../../domain/when/is-zone.ts'
import { namedZone } from '../../domain/when/zone.ts'
import { parseStrictly } from '../json/strict.ts'
import { refusedAt } from '../refused-at.ts'
import { attributesOf, entriesOfComments } from './attributes.ts'
import { dateText, instantOf } from './dates.ts'
import { type Entry, textOf } from './entries.ts'
import { attributesFor, isSame } from './kept.ts'

/** Keys of a task that go with it through Taskwarrior in one attribute, `larry`, as JSON: it keeps what it does not know as text. */
const kinds: Readonly<Record<string, string>> = {
  title: 'string',
  status: 'string',
  priority: 'string',
  due: 'string',
  wait_until: 'string',
  estimate_minutes: 'number',
  progress: 'number',
  tags: 'list',
  project: 'string',
  client: 'string',
  /** Where the client is the project's. */
  client_id: 'null',
  notes: 'string',
  recurrence: 'string',
  recurrence_mode: 'string',
  started_at: 'string',
  completed_at: 'string',
  created_at: 'string',
  updated_at: 'string',
  recurrence_anchor: 'string',
  recurrence_exceptions: 'string',
  recurrence_paused_at: 'string',
  series_uid: 'string',
  source: 'string',
  extra: 'object',
  parent_uid: 'string',
  depends_on_uids: 'list',
  /** Their times alone, the rest is in the annotations. */
  comments: 'object',
  attachments: 'list',
  time: 'list',
  reminders: 'list',
  /** Where `due` and `wait_until` are civil times: Taskwarrior knows instants. */
  zone: 'zone',
}

const apart = ['comments', 'client_id', 'zone']
const keys = Object.keys(kinds).filter((key) => !apart.includes(key)) as (keyof TaskRecord)[]
const dates = ['due', 'wait_until']

/** The zone that goes with the dates of a task larry made, by its UUID of version 7: those of Taskwarrior's own tasks are instants. */
export function zoneFor({ uid }: TaskRecord, { name }: Zone): string | undefined {
  return uid?.[14] === '7' && isZone(name) ? name : undefined
}

/** What of a task another reading of its entry would not give, in any zone where that of its dates is given; undefined when all is said. */
export function carriedBy(task: TaskRecord, back: TaskRecord, zone: string | undefined): string | undefined {
  const isOfProject = task.client_id === null && task.client != null && task.project != null
  const told = keys.flatMap((key): [string, unknown][] => {
    const value = key === 'extra' ? otherExtra(task) : task[key]
    // A client without an id of its own is the project's, and goes with its name: of another project it says nothing.
    if (key === 'client' && task.client_id === null && !isOfProject) return []
    const isAlways = (key === 'project' && isOfProject) || (dates.includes(key) && zone !== undefined)
    return !isUsual(key, value, task) && (isAlways || !isSame(back[key], value)) ? [[key, value]] : []
  })
  if (isOfProject) told.push(['client_id', null])
  if (zone !== undefined && told.some(([key]) => dates.includes(key))) told.push(['zone', zone])
  const comments = stampsOf(task.comments ?? [])
  if (comments.length > 0) told.push(['comments', Object.fromEntries(comments)])
  return told.length === 0 ? undefined : JSON.stringify(Object.fromEntries(told))
}

/** What other formats keep with a task. */
export function otherExtra({ extra }: TaskRecord): TaskRecord['extra'] {
  const others = Object.entries(extra ?? {}).filter(([format]) => !/^taskwarrior\b/.test(format))
  return others.length === 0 ? null : Object.fromEntries(others)
}

/** Nothing, or the progress a task of its status has anyway. */
function isUsual(key: string, value: unknown, { status }: TaskRecord): boolean {
  if (value === undefined || value === null) return true
  if (key === 'progress') return value === (status === 'done' ? 100 : 0)
  return Array.isArray(value) && value.length === 0
}

/** Of comments whose times Taskwarrior cannot say what it cannot, by the second each is written under. */
function stampsOf(comments: readonly CommentRecord[]) {
  return entriesOfComments(comments).flatMap(({ entry, comment: { uid, created_at, updated_at } }) =>
    created_at === instantOf(entry) && (updated_at ?? created_at) === created_at
      ? []
      : [[entry, { uid, created_at, updated_at }] as const],
  )
}

/** A record with what its entry carries of it, where Taskwarrior has not changed since what that is about. Refuses an attribute `larry` that is not ours. */
export function withCarried(record: TaskRecord, entry: Entry, zone: Zone, line: number): TaskRecord {
  if (entry['larry'] === undefined) return record
  const { comments: stamps, zone: name, ...carried } = toldIn(entry['larry'], line)
  const said = attributesOf({ ...record, ...carried }, name === undefined ? zone : zoneOf(textOf(name)))
  const isOfProject = carried['client_id'] === null
  const valid = Object.entries(carried).filter(([key]) =>
    attributesFor(isOfProject && key.startsWith('client') ? 'project' : key).every((attribute) =>
      isSame(said[attribute], entry[attribute]),
    ),
  )
  return { ...record, ...Object.fromEntries(valid), comments: stamped(record.comments ?? [], stamps) }
}

/** Zones that files were written in: to make one takes a while. */
const zones = new Map<string, Zone>()

function zoneOf(name: string): Zone {
  const zone = zones.get(name) ?? namedZone(name)
  zones.set(name, zone)
  return zone
}

/** Lists are lists and texts texts; whether they say what they should is checked where all formats are. */
function toldIn(larry: unknown, line: number): Entry {
  const told = typeof larry === 'string' && larry.startsWith('{') ? (parseStrictly(larry, line) as Entry) : undefined
  const wrong = told && Object.entries(told).find(([key, value]) => !isOfKind(value, kinds[key]))
  if (told !== undefined && wrong === undefined) return told
  const what = wrong === undefined ? JSON.stringify(larry) : `with ${wrong[0]} ${JSON.stringify(wrong[1])}`
  throw refusedAt(line, `an attribute larry ${what} is not as larry writes it`, 'give it another name in Taskwarrior')
}

function isOfKind(value: unknown, kind: string | undefined): boolean {
  if (kind === 'zone') return typeof value === 'string' && isZone(value)
  return kind === (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)
}

function stamped(comments: readonly CommentRecord[], stamps: unknown): CommentRecord[] {
  const known = (stamps ?? {}) as Readonly<Record<string, object>>
  return comments.map((comment) => {
    const entry = dateText(comment.created_at ?? '')
    return entry !== undefined && Object.hasOwn(known, entry) ? { ...comment, ...known[entry] } : comment
  })
}
