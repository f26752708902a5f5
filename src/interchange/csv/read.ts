import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import type { How } from '../format.ts'
import { namesFor } from '../sources.ts'
import { withLine } from '../with-line.ts'
import { columns } from './columns.ts'
import { unguarded } from './guard.ts'
import { type Place, placesIn, requireKey } from './header.ts'
import { type Row, rowsOf } from './rows.ts'

/** The tasks of a table, a row each under a header; cells larry has no key for are kept as fields of `extra.csv`. */
export async function* readCsv(pieces: Iterable<string>, how: How): AsyncGenerator<Told<TaskRecord>> {
  const nameOf = namesFor('csv')
  for (const key of how.columns?.keys() ?? []) requireKey(key)
  let places: Place[] | undefined
  let empty = 0
  for await (const { line, cells } of rowsOf(pieces)) {
    if (places === undefined) {
      places = withLine(line, () => placesIn(cells, how.columns))
      tellKept(places, how)
    } else if (cells.every((cell) => cell.trim() === '')) empty++
    else yield withLine(line, () => taskOf({ line, cells }, places!, how, nameOf))
  }
  if (places === undefined) throw new Failure('usage', 'the table is empty', 'its first line names the columns')
  if (empty > 0) how.tell?.(`${counted(empty, 'empty row')} passed over`)
}

function tellKept(places: readonly Place[], { tell }: How): void {
  const fields = places.flatMap((place) => ('field' in place ? [`"${place.field.trim()}"`] : []))
  if (fields.length > 0)
    tell?.(
      `${counted(fields.length, 'column')} larry does not know ${fields.length === 1 ? 'is' : 'are'} kept for the next export as CSV: ${fields.join(', ')}`,
    )
}

function taskOf({ line, cells }: Row, places: readonly Place[], how: How, nameOf: ReturnType<typeof namesFor>) {
  if (cells.length !== places.length)
    throw new Failure(
      'usage',
      `${counted(cells.length, 'cell')} under ${counted(places.length, 'column')}`,
      'a cell that holds the separator or a line break stands in quotes',
    )
  const adapted: string[] = []
  const task: Record<string, unknown> = { kind: 'task' }
  const fields: Record<string, string> = {}
  for (const [at, place] of places.entries()) {
    const cell = how.spreadsheet === true ? unguarded(cells[at]!) : cells[at]!
    if ('field' in place) {
      if (cell !== '') Object.defineProperty(fields, place.field, { value: cell, enumerable: true })
    } else if ('blank' in place) {
      if (cell.trim() !== '') throw new Failure('usage', `"${cell}" stands under no name`, 'give its column a name')
    } else {
      const { read, empty } = columns[place.key]
      const isEmpty = cell.trim() === '' && place.key !== 'title'
      const value = isEmpty ? empty : read(cell, { clock: how.clock, adapt: (note) => adapted.push(note) })
      if (value !== undefined) task[place.key] = place.key === 'source' ? sourceSaid(value as string) : value
    }
  }
  if (Object.keys(fields).length > 0) task['extra'] = { csv: fields }
  identify(task, () => nameOf(cells.join('\x1f')))
  return { record: withMode(task as unknown as TaskRecord), line, ...(adapted.length > 0 && { adapted }) }
}

/** A name another program gave, `csv:JIRA-12`; one that larry gave stands as it is. */
function sourceSaid(name: string): string {
  return /^(csv|ics|md|taskwarrior|todotxt):/.test(name) ? name : `csv:${name}`
}

const isUuid = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A row is known by its uid; by another name that it gives itself; else by its text. */
function identify(task: Record<string, unknown>, named: () => ReturnType<ReturnType<typeof namesFor>>): void {
  if (task['uid'] !== undefined && !isUuid(task['uid'])) {
    task['source'] ??= sourceSaid(task['uid'] as string)
    delete task['uid']
  }
  if (task['uid'] !== undefined || task['source'] !== undefined) return
  const { source, take } = named()
  take()
  task['source'] = source
}

/** A rule without a word on how it counts goes by the calendar, from the due date. */
function withMode(task: TaskRecord): TaskRecord {
  if (task.recurrence === undefined || task.recurrence === null || task.recurrence_mode !== undefined) return task
  return { ...task, recurrence_mode: 'schedule', recurrence_anchor: task.recurrence_anchor ?? task.due ?? null }
}
