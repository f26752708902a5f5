import { Failure } from '../../domain/errors.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { attributesOf } from './attributes.ts'
import type { Entry } from './entries.ts'
import { recordOf } from './record.ts'

/** Attributes that larry knows, and the key of a task that says the same. */
const meanings = {
  description: 'title',
  status: 'status',
  priority: 'priority',
  due: 'due',
  wait: 'wait_until',
  start: 'started_at',
  end: 'completed_at',
  entry: 'created_at',
  modified: 'updated_at',
  project: 'project',
  tags: 'tags',
  depends: 'depends_on_uids',
  annotations: 'comments',
} as const satisfies Readonly<Record<string, keyof TaskRecord>>

/** Made anew by Taskwarrior, or read apart. */
const apart = ['id', 'urgency', 'uuid', 'larry']

function meaningOf(attribute: string): keyof TaskRecord | undefined {
  return Object.hasOwn(meanings, attribute) ? meanings[attribute as keyof typeof meanings] : undefined
}

/** Of a series; the template says them again. */
const ofSeries = ['parent', 'imask', 'recur', 'rtype', 'mask']

/** Whether larry itself reads an attribute. */
export function isKnown(attribute: string): boolean {
  return meaningOf(attribute) !== undefined || [...apart, ...ofSeries].includes(attribute)
}

/** The attributes that say a key of a task. */
export function attributesFor(key: string): string[] {
  if (key === 'status') return ['status', 'start']
  return Object.keys(meanings).filter((attribute) => meaningOf(attribute) === key)
}

/** Of an entry what larry cannot say in the same way: the user's attributes, the seconds of a due date, priority M. */
export function keptOf(entry: Entry, record: TaskRecord, zone: Zone): Entry {
  const said = attributesOf(record, zone)
  return Object.fromEntries(
    Object.entries(entry).filter(([name, value]) => !apart.includes(name) && !isSame(said[name], value)),
  )
}

/** What is written for a task: what its attributes say, each as it was kept while that still means the same. */
export function withKept(said: Entry, kept: Entry, record: TaskRecord, zone: Zone): Entry {
  const still = Object.entries(kept).filter(([name, value]) => {
    const key = meaningOf(name)
    if (key === undefined) return !apart.includes(name)
    return meansSame({ ...said, [name]: value }, key, record, zone)
  })
  return Object.fromEntries([...Object.entries(said), ...still])
}

function meansSame(entry: Entry, key: keyof TaskRecord, record: TaskRecord, zone: Zone): boolean {
  const read = readable(entry, zone)
  if (read === undefined) return false
  if (key !== 'comments') return isSame(read[key] ?? null, record[key] ?? null)
  return isSame(attributesOf(read, zone)['annotations'], attributesOf(record, zone)['annotations'])
}

/** What an entry says, undefined when it cannot be read: what another program put into `extra` may be anything. */
function readable(entry: Entry, zone: Zone): TaskRecord | undefined {
  try {
    return recordOf(entry, zone, 0).record
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** Equal as JSON, but for the order of a list of names. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === 'string'
    ? value.map(String).sort((a, b) => (a < b ? -1 : 1))
    : value
}
