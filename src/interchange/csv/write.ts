import { stringify } from 'csv-stringify/sync'
import type { FileRecord } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import type { How } from '../format.ts'
import { countsWithoutPlace } from '../no-place.ts'
import { type Key, keys } from './columns.ts'
import { guarded } from './guard.ts'
import { requireKeys } from './header.ts'

/** Rows that are made text at a time. */
const page = 500

/**
 * Tasks as RFC 4180 has it: a header, CRLF, a row a task. `--map` says which keys, in which order and under which names;
 * without it all of them, and behind them the columns that came with a table once.
 */
export async function* writeCsv(
  records: AsyncIterable<FileRecord>,
  how: How,
  separator: ',' | '\t',
): AsyncGenerator<string> {
  const chosen = how.columns && requireKeys(how.columns)
  const shown = chosen ?? keys.map((key) => [key, key] as const)
  const kept = chosen === undefined ? (how.kept ?? []) : []
  const left = countsWithoutPlace('CSV', 'csv', [])
  const text = textOf(how.spreadsheet === true, separator)
  let rows = [[...shown.map(([, name]) => name), ...kept]]
  for await (const record of records) {
    if (record.kind !== 'task') continue
    left.see(record)
    rows.push([...shown.map(([key]) => cellOf(record, key)), ...kept.map((field) => fieldOf(record, field))])
    if (rows.length < page) continue
    yield text(rows)
    rows = []
  }
  yield text(rows)
  left.tell(how.tell)
}

function textOf(guards: boolean, delimiter: string): (rows: readonly string[][]) => string {
  const options = { delimiter, record_delimiter: 'windows', quoted_match: /^\s|\s$/ } as const
  return (rows) => stringify(guards ? rows.map((row) => row.map(guarded)) : [...rows], options)
}

function cellOf(task: TaskRecord, key: Key): string {
  const value = task[key]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null ? '' : String(value)
}

/** A field of `extra.csv`; what is no text there, as JSON. */
function fieldOf(task: TaskRecord, field: string): string {
  const fields = task.extra?.['csv'] ?? {}
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
