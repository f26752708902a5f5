import { atLine } from '../../domain/at-line.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { checkText, checkTitle } from '../../domain/title.ts'
import { isUid } from '../../domain/uid.ts'
import { dayOf } from '../../domain/when/civil.ts'
import { readName } from '../../domain/words/values.ts'
import type { How } from '../format.ts'
import { namesFor } from '../sources.ts'
import { linesOf } from '../text.ts'
import { unescaped } from './inline.ts'
import { statusOf } from './item.ts'
import { readMarks } from './marks.ts'
import { type Entry, entriesOf, type Skipped } from './outline.ts'

/** No title is as long with all its characters escaped and its words behind it. */
const longest = 100_000

/** How a uid stands behind an item, where no reader of Markdown shows it. */
const hidden = /<!-- (\S{36}) -->$/

/** The items of a document as tasks; all other text is passed over, and said so. */
export async function* readMarkdown(pieces: Iterable<string>, how: How): AsyncGenerator<Told<TaskRecord>> {
  const nameOf = namesFor('md')
  const skipped: Skipped = { count: 0, first: undefined }
  const names = new Map<Entry, string>()
  for (const entry of entriesOf(linesOf(pieces), skipped)) {
    if (entry.above === undefined) names.clear()
    const told = atLine(entry.line, () => taskOf(entry, how))
    const above = entry.above && names.get(entry.above)
    const known = told.record.uid === undefined ? { source: nameOf(identityOf(above, told.record.title)) } : undefined
    known?.source.take()
    names.set(entry, told.record.uid ?? known!.source.source)
    const record = {
      ...told.record,
      ...(known && { source: known.source.source }),
      ...(above !== undefined && { parent_uid: above }),
    }
    yield { ...told, record }
  }
  if (skipped.count > 0)
    how.tell?.(
      `${counted(skipped.count, 'line is', 'lines are')} no checklist ${skipped.count === 1 ? 'item' : 'items'}: passed over (from line ${skipped.first})`,
    )
}

/** By what an item without a uid is known: its title below that of the item above it. */
export function identityOf(above: string | undefined, title: string): string {
  return `${above ?? ''}\n${title}`
}

function taskOf(entry: Entry, { clock }: How): Told<TaskRecord> {
  const { text, box, line } = entry
  if (text.length > longest)
    throw new Failure('usage', `an item of ${text.length} characters is too long`, 'put the long part below it')
  const [comment = '', named] = hidden.exec(text.trimEnd()) ?? []
  const uid = isUid(named) ? named.toLowerCase() : undefined
  const words = uid === undefined ? text : text.trimEnd().slice(0, -comment.length)
  const { title, fields } = readMarks(words, clock)
  const { status, isKnown } = statusOf(box)
  const notes = entry.notes.join('\n')
  checkText('the notes', notes)
  const record: TaskRecord = {
    kind: 'task',
    ...(uid !== undefined && { uid }),
    title: checkTitle(title),
    status,
    priority: 'medium',
    due: null,
    wait_until: null,
    estimate_minutes: null,
    project: projectOf(entry),
    notes: notes === '' ? null : notes,
    ...fields,
  }
  const { completed_at } = record
  return {
    record,
    line,
    ...(completed_at && { completedOn: dayOf(clock.zone.civilOf(completed_at)) }),
    ...(!isKnown && { adapted: [`[${box}] became ${status}`] }),
  }
}

/** The headings above an item, from the top: `# Work` and `## Site` are the project Work/Site. */
function projectOf({ headings }: Entry): string | null {
  return headings.length === 0 ? null : readName('project', headings.map(unescaped).join('/'))
}
