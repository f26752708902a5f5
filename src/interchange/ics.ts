import type { FileRecord, Told } from '../domain/records/file-record.ts'
import type { TaskRecord } from '../domain/records/task-record.ts'
import type { Format, How } from './format.ts'
import { type Component, componentsIn } from './ics/components.ts'
import { folded, propertiesOf, textOf } from './ics/properties.ts'
import { readTask } from './ics/read-task.ts'
import { calendarUid, taskLines } from './ics/write-task.ts'
import { zonesFor } from './ics/zones.ts'
import { countsWithoutPlace } from './no-place.ts'

/** iCalendar (RFC 5545) with a VTODO for each task. Tasks alone. */
export const ics: Format = { tasksOnly: true, read, write }

async function* read(pieces: Iterable<string>, how: How): AsyncGenerator<Told> {
  const zones = zonesFor(how.clock.zone)
  for (const component of componentsIn(pieces)) {
    if (component.name === 'VTIMEZONE') zones.add(component)
    else if (component.name !== 'VTODO' && component.name !== 'VEVENT')
      how.tell?.(`line ${component.line}: ${component.name} is no task, and left out`)
    else {
      const changed = changedOccurrence(component)
      if (changed === undefined) yield readTask(component, zones, how.clock)
      else how.tell?.(`line ${component.line}: ${changed} is left out`)
    }
  }
}

/** One occurrence of a task that repeats, changed by itself (RECURRENCE-ID, RFC 5545 3.8.4.4), in words: larry makes an occurrence a task when it comes. */
function changedOccurrence(component: Component): string | undefined {
  const properties = propertiesOf(component)
  const id = properties.take('RECURRENCE-ID')
  const summary = properties.take('SUMMARY')
  return id && `what was changed for ${id.value.slice(0, 40)} alone of "${summary ? textOf(summary) : ''}"`
}

/** Tasks in their order, but those last that name one further down: what it goes by is known only then. */
async function* write(records: AsyncIterable<FileRecord>, { tell }: How): AsyncGenerator<string> {
  const left = countsWithoutPlace('iCalendar', 'ics', ['attachments', 'time', 'extra'])
  /** What tasks that came from a calendar go by there, by their own uid. */
  const names = new Map<string, string>()
  const later: TaskRecord[] = []
  const lines = (task: TaskRecord) => inLines(taskLines(task, (identity) => names.get(identity) ?? identity))
  yield inLines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//larry//larry//EN', 'CALSCALE:GREGORIAN'])
  for await (const record of records) {
    if (record.kind !== 'task') continue
    left.see(record)
    const uid = calendarUid(record)
    if (record.uid !== undefined && uid !== record.uid) names.set(record.uid, uid)
    if (namesLater(record)) later.push(record)
    else yield lines(record)
  }
  for (const task of later) yield lines(task)
  yield inLines(['END:VCALENDAR'])
  left.tell(tell)
}

/** Tasks come by their ids. */
function namesLater({ id = Infinity, parent_id, depends_on = [] }: TaskRecord): boolean {
  return [parent_id ?? 0, ...depends_on].some((other) => other > id)
}

function inLines(lines: readonly string[]): string {
  return lines.map(folded).join('')
}
