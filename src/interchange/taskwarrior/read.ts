import type { Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isUid } from '../../domain/uid.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { refusedAt } from '../refused-at.ts'
import { namesFor } from '../sources.ts'
import { otherExtra, withCarried } from './carried.ts'
import { type Entry, entriesOf, textOf } from './entries.ts'
import { keptOf } from './kept.ts'
import { recordOf } from './record.ts'
import { dateAt, isTemplate, seriesKeys, templateKey } from './templates.ts'

interface Placed {
  readonly entry: Entry
  readonly line: number
}

/** A template and whether one of its occurrences is open. */
interface Template extends Placed {
  hasOpen: boolean
}

/**
 * The tasks of a Taskwarrior export. An open occurrence tells its series and keeps the template it was made from; a template of
 * which none is open stands for its next. Only templates, and occurrences that come before theirs, are held.
 */
export function* readTaskwarrior(pieces: Iterable<string>, zone: Zone): Generator<Told<TaskRecord>> {
  const templates = new Map<string, Template>()
  const early: Placed[] = []
  const nameOf = namesFor('taskwarrior')
  for (const placed of entriesOf(pieces)) {
    const { entry } = placed
    if (entry['uuid'] !== undefined && !isUid(entry['uuid']))
      throw refusedAt(placed.line, `uuid ${JSON.stringify(entry['uuid'])} is no UUID`)
    if (isTemplate(entry) && entry['uuid'] !== undefined)
      templates.set(textOf(entry['uuid']), { ...placed, hasOpen: false })
    else if (isOpenOccurrence(entry) && !templates.has(textOf(entry['parent']))) early.push(placed)
    else yield readOne(placed, templates, nameOf, zone)
  }
  for (const placed of early) yield readOne(placed, templates, nameOf, zone)
  for (const template of templates.values()) if (!template.hasOpen) yield nextOf(template, zone)
}

function isOpenOccurrence({ parent, status = 'pending' }: Entry): boolean {
  return parent !== undefined && (status === 'pending' || status === 'waiting')
}

function readOne(
  placed: Placed,
  templates: ReadonlyMap<string, Template>,
  nameOf: ReturnType<typeof namesFor>,
  zone: Zone,
): Told<TaskRecord> {
  const { entry } = placed
  const template = isOpenOccurrence(entry) ? templates.get(textOf(entry['parent'])) : undefined
  if (template !== undefined) template.hasOpen = true
  const told = toldBy(placed, template?.entry, zone)
  if (entry['uuid'] !== undefined) return told
  // Who it is: the same when the same file comes again.
  const { source, take } = nameOf(`${textOf(entry['entry'])}\n${textOf(entry['description'])}`)
  take()
  return { ...told, record: { ...told.record, source } }
}

function toldBy({ entry, line }: Placed, template: Entry | undefined, zone: Zone): Told<TaskRecord> {
  const { record: plain, adapted } = recordOf(entry, zone, line)
  const carried = withCarried(plain, entry, zone, line)
  const kept = keptOf(entry, plain, zone)
  const extra = {
    ...otherExtra(carried),
    ...(Object.keys(kept).length > 0 && { taskwarrior: kept }),
    ...(template !== undefined && { [templateKey]: withoutDerived(template) }),
  }
  const series = template === undefined ? {} : seriesKeys(template, zone)
  const record: TaskRecord = {
    ...carried,
    ...series,
    ...(entry['uuid'] !== undefined && { uid: textOf(entry['uuid']) }),
    extra: Object.keys(extra).length === 0 ? null : extra,
  }
  const unread = template !== undefined && series.recurrence === undefined
  const says = unread
    ? [...adapted, `recur ${JSON.stringify(template['recur'])} is no rule: the task does not repeat`]
    : adapted
  return { record, line, ...(says.length > 0 && { adapted: says }) }
}

function withoutDerived(template: Entry): Entry {
  return Object.fromEntries(Object.entries(template).filter(([name]) => name !== 'id' && name !== 'urgency'))
}

/** The occurrence that a template has not made yet, under the template's own UUID. */
function nextOf({ entry, line }: Placed, zone: Zone): Told<TaskRecord> {
  const told = toldBy({ entry: { ...entry, status: 'pending' }, line }, entry, zone)
  const due = dateAt(textOf(entry['mask']).length, entry, zone)
  return { ...told, record: { ...told.record, ...(due !== undefined && { due }) } }
}
