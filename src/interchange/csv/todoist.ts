import { atLine, withLine } from '../../domain/at-line.ts'
import { counted } from '../../domain/counted.ts'
import { Failure, unknown } from '../../domain/errors.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { CommentRecord, TaskRecord } from '../../domain/records/task-record.ts'
import { beginAfter, beginEvery } from '../../domain/recurrence/repetition.ts'
import type { Priority } from '../../domain/task.ts'
import { checkTitle } from '../../domain/title.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { requirePoint } from '../../domain/when/read.ts'
import { isTag } from '../../domain/words/values.ts'
import type { How } from '../format.ts'
import { namesFor } from '../sources.ts'
import type { Row } from './rows.ts'

type Cells = Readonly<Record<string, string>>

/** The columns larry reads; what stands in others is kept as fields of `extra.csv`. */
const known = ['TYPE', 'CONTENT', 'DESCRIPTION', 'PRIORITY', 'INDENT', 'DATE']

/** True for the heading of Todoist's templates (todoist.com/help, "Format a CSV file to import into Todoist"). */
export function isTodoist(header: readonly string[]): boolean {
  return known.every((name) => name === 'DESCRIPTION' || header.includes(name))
}

/**
 * The tasks of a template of Todoist's, below its heading: INDENT makes subtasks, a row `note` is a comment of the task above
 * it, `@labels` at the end of CONTENT are tags. Rows of sections and of how a project looks are passed over, sections by name.
 */
export async function* readTodoist(
  header: readonly string[],
  rows: AsyncIterable<Row>,
  { clock, tell }: How,
): AsyncGenerator<Told<TaskRecord>> {
  const nameOf = namesFor('csv')
  const above: string[] = []
  const sections: string[] = []
  // Held until no comment of it can follow.
  let last: (Told<TaskRecord> & { readonly comments: CommentRecord[] }) | undefined
  for await (const { line, cells } of rows) {
    const row: Cells = Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))
    const { TYPE: type = '', CONTENT: content = '' } = row
    if (type === 'task') {
      if (last !== undefined) yield whole(last)
      const told = atLine(line, () => taskOf(row, clock))
      const depth = Math.max(0, Math.min(above.length, Number(row['INDENT']) - 1 || 0))
      const parent = above[depth - 1]
      const { source, take } = nameOf(`${parent ?? ''}\n${content}`)
      take()
      above.splice(depth, above.length, source)
      const record = { ...told.record, source, ...(parent !== undefined && { parent_uid: parent }) }
      last = { ...told, record, line, comments: [] }
    } else if (type === 'note' && last !== undefined) {
      if (content.trim() !== '') last.comments.push({ body: content })
    } else if (type === 'section') {
      sections.push(`"${content}"`)
      above.length = 0
    } else if (type !== 'meta' && cells.some((cell) => cell.trim() !== ''))
      throw withLine(unknown('TYPE', type, ['task', 'section', 'note']), line)
  }
  if (last !== undefined) yield whole(last)
  if (sections.length > 0) tell?.(`${counted(sections.length, 'section')} passed over: ${sections.join(', ')}`)
}

function whole({ record, line, adapted, comments }: Told<TaskRecord> & { readonly comments: CommentRecord[] }) {
  return { record: { ...record, comments }, line, ...(adapted && { adapted }) }
}

/** Todoist's p1 is the highest; p4 is what a task has anyway. */
const priorities: Readonly<Record<string, Priority>> = { 1: 'urgent', 2: 'critical', 3: 'high', 4: 'medium' }

function taskOf(row: Cells, clock: Clock): { readonly record: TaskRecord; readonly adapted?: readonly string[] } {
  const priority = priorities[row['PRIORITY'] ?? '']
  if (row['PRIORITY'] && priority === undefined) throw unknown('PRIORITY', row['PRIORITY'], Object.keys(priorities))
  const date = row['DATE'] ?? ''
  const when = date.trim() === '' ? { due: null } : dateIn(date.trim(), clock)
  const others = Object.entries(row).filter(([name, cell]) => cell.trim() !== '' && !known.includes(name))
  const kept = Object.fromEntries(when === undefined ? [...others, ['DATE', date]] : others)
  const record: TaskRecord = {
    kind: 'task',
    ...titleIn(row['CONTENT'] ?? ''),
    ...(priority !== undefined && { priority }),
    ...when,
    notes: row['DESCRIPTION'] || null,
    ...(Object.keys(kept).length > 0 && { extra: { csv: kept } }),
  }
  return when === undefined
    ? { record, adapted: [`DATE "${date}" was not understood, and is kept for CSV alone`] }
    : { record }
}

function titleIn(content: string): Pick<TaskRecord, 'title' | 'tags'> {
  const words = content.trim().split(/ +/)
  const end = words.findLastIndex((word) => !(word.startsWith('@') && isTag(word.slice(1)))) + 1
  // A task of labels alone is its own title.
  if (end === 0) return { title: checkTitle(content), tags: [] }
  return {
    title: checkTitle(words.slice(0, end).join(' ')),
    tags: [...new Set(words.slice(end).map((word) => word.slice(1)))],
  }
}

/** A date, or `every ...` and, from completion on, `every! ...`; undefined where larry has no such words. */
function dateIn(text: string, clock: Clock): Partial<TaskRecord> | undefined {
  const [, mark, rest = ''] = /^(?:every|ev)(!?) +(.+)$/i.exec(text) ?? []
  const beginning = { due: null, said: false }
  try {
    if (mark === undefined) return { due: requirePoint(text, clock) }
    const { recurrence, recurrence_mode, due } =
      mark === '!' ? beginAfter(rest, beginning) : beginEvery(rest, beginning, clock)
    return { recurrence, recurrence_mode, due }
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
