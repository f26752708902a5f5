import { atLine } from '../../domain/at-line.ts'
import { counted } from '../../domain/counted.ts'
import { Failure, hinted } from '../../domain/errors.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isUid } from '../../domain/uid.ts'
import type { How } from '../format.ts'
import { namesFor } from '../sources.ts'
import { columns, type Key, type Reading } from './columns.ts'
import { unguarded } from './guard.ts'
import { type Place, placesIn, requireKeys } from './header.ts'
import { type Row, rowsOf } from './rows.ts'
import { isTodoist, readTodoist } from './todoist.ts'

/** The tasks of a table, a row each under a header; cells larry has no key for are kept as fields of `extra.csv`. */
export async function* readCsv(pieces: Iterable<string>, how: How, separator?: '\t'): AsyncGenerator<Told<TaskRecord>> {
  const nameOf = namesFor('csv')
  requireKeys(how.columns)
  let places: Place[] | undefined
  let empty = 0
  const rows = rowsOf(pieces, separator)
  for await (const { line, cells } of rows) {
    if (places === undefined && how.columns === undefined && isTodoist(cells)) {
      yield* readTodoist(cells, rows, how)
      return
    }
    if (places === undefined) {
      places = atLine(line, () => placesIn(cells, how.columns))
      tellKept(places, how)
    } else if (cells.every((cell) => cell.trim() === '')) empty++
    else yield atLine(line, () => taskOf({ line, cells }, places!, how, nameOf))
  }
  if (places === undefined) throw new Failure('usage', 'the table is empty', 'its first line names the columns')
  if (empty > 0) how.tell?.(`${counted(empty, 'empty row')} passed over`)
}

function tellKept(places: readonly Place[], { tell }: How): void {
  const left = places.flatMap((place) => ('left' in place ? [`"${place.left.trim()}"`] : []))
  if (left.length > 0)
    tell?.(`${counted(left.length, 'column')} left out, as larry has its own of the name: ${left.join(', ')}`)
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
    } else if ('left' in place) continue
    else if ('blank' in place) {
      if (cell.trim() !== '') throw new Failure('usage', `"${cell}" stands under no name`, 'give its column a name')
    } else {
      const value = valueOf(place.key, cell, { clock: how.clock, adapt: (note) => adapted.push(note) })
      if (value !== undefined) task[place.key] = place.key === 'source' ? sourceSaid(value as string) : value
    }
  }
  if (Object.keys(fields).length > 0) task['extra'] = { csv: fields }
  identify(task, () => nameOf(cells.join('\x1f')))
  return { record: withMode(task as unknown as TaskRecord), line, ...(adapted.length > 0 && { adapted }) }
}

/** What a cell says; the hint of one that cannot be read says how its column can be left alone. */
function valueOf(key: Key, cell: string, how: Reading): unknown {
  const { read, empty } = columns[key]
  if (key === 'title') return read(cell, how)
  if (cell.trim() === '') return empty
  try {
    return read(cell, how)
  } catch (error) {
    throw error instanceof Failure ? hinted(error, `--map ${key}= reads no column as ${key}`, error) : error
  }
}

/** A name another program gave, `csv:JIRA-12`; one that larry gave stands as it is. */
function sourceSaid(name: string): string {
  return /^(csv|ics|md|taskwarrior|todotxt):/.test(name) ? name : `csv:${name}`
}

/** A row is known by its uid; by another name that it gives itself; else by its text. */
function identify(task: Record<string, unknown>, named: () => ReturnType<ReturnType<typeof namesFor>>): void {
  if (task['uid'] !== undefined && !isUid(task['uid'])) {
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
