import { Failure } from '../errors.ts'
import { quoted } from '../quoted.ts'
import type { Extra } from './task-record.ts'
import { no } from './values.ts'

/** The name of a column as any program may write it, `Due_Date` as `due date`. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
}

/** What of a task is in no table, where a column of this name is another program's. */
const inNoTable: readonly string[] = ['kind', 'extra', 'comments', 'attachments', 'time', 'reminders']

/**
 * Reads fields of other programs, the formats in order, so that the same fields are the same text. Refused are those that
 * larry has itself, `own`, where a format gives them back beside its own: two of a name would say two things.
 */
export function readExtra(given: unknown, key: string, own: readonly string[]): Extra {
  if (!isObject(given) || !Object.values(given).every(isObject)) throw no(key, given, 'an object of objects, by format')
  const formats = Object.entries(given as Extra)
  for (const [format, fields] of formats)
    for (const name of [format, ...Object.keys(fields)]) refuseMachinery(key, name)
  for (const name of Object.keys((given as Extra)['json'] ?? {}))
    if (own.includes(name) || name === 'subtasks') throw isOwn(`${key}.json`, name)
  const columns = new Set(own.filter((name) => !inNoTable.includes(name)).map(plainName))
  for (const name of Object.keys((given as Extra)['csv'] ?? {})) {
    if (columns.has(plainName(name))) throw isOwn(`${key}.csv`, name)
    columns.add(plainName(name))
  }
  return Object.fromEntries(formats.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isOwn(key: string, name: string): Failure {
  return new Failure('usage', `${key} cannot have ${quoted(name)}: there is one already`, 'give it another name')
}

/** Under this name objects of JavaScript keep what they are. */
function refuseMachinery(key: string, name: string): void {
  if (name === '__proto__') throw new Failure('usage', `${key} cannot have "__proto__"`)
}

function isObject(one: unknown): one is object {
  return typeof one === 'object' && one !== null && !Array.isArray(one)
}
