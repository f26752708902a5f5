import type { FileRecord, Told } from '../domain/records/file-record.ts'
import type { Format, How } from './format.ts'
import { type Component, componentsIn } from './ics/components.ts'
import { folded, propertiesOf, textOf } from './ics/properties.ts'
import { readTask } from './ics/read-task.ts'
import { calendarUid, taskLines } from './ics/write-task.ts'
import { zonesFor } from './ics/zones.ts'

/** iCalendar (RFC 5545) with a VTODO for each task. */
export const ics: Format = { read, write }

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

async function* write(records: AsyncIterable<FileRecord>): AsyncGenerator<string> {
  yield inLines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//larry//larry//EN', 'CALSCALE:GREGORIAN'])
  /** What tasks that came from a calendar go by there, by their own uid: subtasks come after the task above them. */
  const names = new Map<string, string>()
  for await (const record of records) {
    if (record.kind !== 'task') continue
    const uid = calendarUid(record)
    if (record.uid !== undefined && uid !== record.uid) names.set(record.uid, uid)
    yield inLines(taskLines(record, (identity) => names.get(identity) ?? identity))
  }
  yield inLines(['END:VCALENDAR'])
}

function inLines(lines: readonly string[]): string {
  return lines.map(folded).join('')
}
