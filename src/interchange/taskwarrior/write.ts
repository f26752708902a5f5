import type { FileRecord } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isClosed } from '../../domain/task.ts'
import { isUid } from '../../domain/uid.ts'
import type { Zone } from '../../domain/when/clock.ts'
import { attributesOf } from './attributes.ts'
import { carriedBy, zoneFor } from './carried.ts'
import type { Entry } from './entries.ts'
import { withKept } from './kept.ts'
import { recordOf } from './record.ts'
import { type Series, templateAfter } from './series.ts'
import { belongs, placeOf, seriesKeys, templateKey } from './templates.ts'

/** Entries for `task import`: the tasks among the records, after them the templates they came from, as far as they go on. */
export async function* entriesFor(records: AsyncIterable<FileRecord>, here: Zone): AsyncGenerator<Entry> {
  // Its name is asked once: the machine's own zone takes a while to tell it.
  const zone = { ...here }
  const series = new Map<string, Series>()
  for await (const record of records) if (record.kind === 'task') yield entryOf(record, series, zone)
  for (const one of series.values()) yield templateAfter(one)
}

function entryOf(task: TaskRecord, series: Map<string, Series>, zone: Zone): Entry {
  const template = task.extra?.[templateKey]
  const isOurs = template !== undefined && belongs(task, template, zone)
  if (isOurs && task.uid === template['uuid'] && !isClosed(task.status ?? 'todo')) return itself(task, template, zone)
  if (isOurs && task.uid !== template['uuid'] && !series.has(task.series_uid!))
    series.set(task.series_uid!, { template, places: new Map(), isOpen: false, ended: null })
  const known = series.get(task.series_uid ?? '')
  if (known === undefined || !belongs(task, known.template, zone))
    return saidOf(task, { drop: template !== undefined || task.due == null ? recurring : [] }, zone)
  return occurrenceOf(task, known, zone)
}

/** What is said of a task that repeats; without a due date `task import` breaks down at it. */
const recurring = ['parent', 'imask', 'recur', 'rtype', 'mask']

/** A task as an entry, without some of what was kept, with some more. */
function saidOf(
  task: TaskRecord,
  { drop = [], more = {}, template }: { drop?: readonly string[]; more?: Entry; template?: Entry },
  zone: Zone,
): Entry {
  const kept = Object.entries(task.extra?.['taskwarrior'] ?? {}).filter(([name]) => !drop.includes(name))
  const said = { ...withKept(attributesOf(task, zone), Object.fromEntries(kept), task, zone), ...more }
  const back = { ...recordOf(said, zone, 0).record, ...(template && seriesKeys(template, zone)) }
  // The dates of an occurrence are read as those of its template.
  const larry = carriedBy(task, back, template === undefined ? zoneFor(task, zone) : undefined)
  return { ...(isUid(task.uid) && { uuid: task.uid }), ...said, ...(larry !== undefined && { larry }) }
}

/** A template of which no occurrence is open, kept as the task that stands for its next. */
function itself(task: TaskRecord, template: Entry, zone: Zone): Entry {
  return { ...saidOf(task, { template }, zone), status: template['status'], due: template['due'] }
}

/** A task that its template knows by its place; one that larry made itself takes the place of its date. */
function occurrenceOf(task: TaskRecord, series: Series, zone: Zone): Entry {
  const { template, places } = series
  const imask = placeOf(task, template, zone)
  const status = task.status ?? 'todo'
  places.set(imask, status === 'done' ? '+' : status === 'cancelled' ? 'X' : undefined)
  if (!isClosed(status)) series.isOpen = true
  else if ((task.completed_at ?? '') > (series.ended ?? '')) series.ended = task.completed_at ?? null
  const made = { parent: template['uuid'], imask, recur: template['recur'], rtype: template['rtype'] ?? 'periodic' }
  return saidOf(task, { more: task.extra?.['taskwarrior']?.['parent'] === undefined ? made : {}, template }, zone)
}
