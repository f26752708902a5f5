import type { Told } from '../../domain/records/file-record.ts'
import type { CommentRecord, TaskRecord } from '../../domain/records/task-record.ts'
import { isBlank } from '../../domain/title.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { type Component, componentLines } from './components.ts'
import { identityOf, isUuid } from './identity.ts'
import { type Properties, propertiesOf, readProperty, textOf, textsOf } from './properties.ts'
import { readAlarm } from './read-alarm.ts'
import { readDates } from './read-dates.ts'
import { readRecurrence } from './read-recurrence.ts'
import { readNames, readRelations } from './read-relations.ts'
import { readState } from './read-state.ts'
import { instantIn } from './times.ts'
import { civilTime, lineOf } from './write-property.ts'
import type { Zones } from './zones.ts'

/** What an event has and a to-do has not (RFC 5545 3.6.1, 3.6.2). */
const ofEvents = new Set(['DTEND', 'TRANSP', 'STATUS', 'DURATION'])

/** A VTODO, or a VEVENT, as a task. What larry has no place for is kept to be given back; what had to be said otherwise is told. */
export function readTask(component: Component, zones: Zones, clock: Clock): Told<TaskRecord> {
  const { line, name, inside } = component
  const properties = propertiesOf(component)
  const isEvent = name === 'VEVENT'
  const adapted = isEvent ? ['an event became a task, due when it begins'] : []
  const start = properties.take('DTSTART')
  const dates = readDates(properties, start, { zones, line, isEvent, adapted })
  const anchor = properties.take('X-LARRY-ANCHOR')
  const repeating = readRecurrence(properties, { start, anchor }, zones, adapted)
  const repeats = typeof repeating.recurrence === 'string'
  const due = dates.due ?? (isEvent || (repeats && anchor === undefined) ? dates.start : undefined)
  if (dates.start !== undefined && !repeats && !isEvent) leaveStart(properties, dates.start)
  const state = readState(properties, zones, adapted, isEvent)
  const alarms = inside.filter((one) => one.name === 'VALARM')
  const isClosed = state.status === 'done' || state.status === 'cancelled'
  const uids = new Map<string, string>()
  const around = { start: dates.start, due, zones, clock, isClosed, uids }
  const reminders = alarms.map((alarm) => readAlarm(alarm, around, adapted))
  const taken = new Set(alarms.filter((_, at) => reminders[at] !== undefined))
  const notes = properties.take('DESCRIPTION')
  const text = notes === undefined ? '' : textOf(notes)
  const record: TaskRecord = {
    kind: 'task',
    ...readIdentity(properties, adapted),
    title: readTitle(properties, text, adapted),
    ...state,
    due: due ?? null,
    ...(dates.wait !== undefined && { wait_until: dates.wait }),
    ...(dates.estimate !== undefined && { estimate_minutes: dates.estimate }),
    tags: readTags(properties, adapted),
    ...readNames(properties),
    notes: text === '' ? null : text,
    ...repeating,
    ...readRelations(properties),
    comments: readComments(properties, zones),
    reminders: distinct(reminders.filter((one) => one !== undefined)),
  }
  const left = inside.filter((one) => !taken.has(one))
  const extra = {
    ...linesLeft(properties, left, isEvent, adapted),
    ...(uids.size > 0 && { alarms: Object.fromEntries(uids) }),
  }
  const kept = Object.keys(extra).length > 0 && { extra: { ics: extra } }
  return { record: { ...record, ...kept }, line, ...(adapted.length > 0 && { adapted }) }
}

/** Where a task that does not repeat begins is not larry's to know; it is given back in the form of DUE, as RFC 5545 3.8.2.3 wants them alike. */
function leaveStart(properties: Properties, civil: string): void {
  for (const line of civilTime('dtstart', civil).map(lineOf)) properties.leave(readProperty(line)!)
}

function readIdentity(properties: Properties, adapted: string[]): Pick<TaskRecord, 'uid' | 'source'> {
  const given = properties.take('UID')
  const uid = given === undefined ? '' : textOf(given).trim()
  const own = properties.take('X-LARRY-UID')?.value
  const source = properties.take('X-LARRY-SOURCE')
  if (uid === '') adapted.push('it has no UID: imported again it will be another task')
  const identity = uid === '' ? undefined : identityOf(uid)
  return {
    ...(own !== undefined && isUuid(own) ? { uid: own } : isUuid(uid) && { uid }),
    ...(source !== undefined
      ? { source: textOf(source) }
      : identity !== undefined && identity !== uid && { source: identity }),
  }
}

function readTitle(properties: Properties, notes: string, adapted: string[]): string {
  const summary = properties.take('SUMMARY')
  const title = summary === undefined ? '' : textOf(summary)
  if (!isBlank(title)) return title
  const named =
    notes
      .split('\n')
      .find((line) => !isBlank(line))
      ?.slice(0, 200) ?? 'Untitled'
  adapted.push(`it has no SUMMARY, and is called "${named}"`)
  return named
}

function readTags(properties: Properties, adapted: string[]): string[] {
  const categories = properties.takeAll('CATEGORIES').flatMap(textsOf)
  const tags = categories
    .filter((one) => !isBlank(one))
    .map((category) => {
      const tag = category.trim().replaceAll(/[\s\x85]+/g, '-')
      if (tag !== category.trim()) adapted.push(`the category "${category}" became +${tag}`)
      return tag
    })
  return [...new Set(tags)].sort()
}

/** Comments larry wrote; those of others, which do not say when, are left. */
function readComments(properties: Properties, zones: Zones): CommentRecord[] {
  return properties.takeAll('COMMENT').flatMap((comment) => {
    const { params } = comment
    const [uid = '', at = ''] = [params['x-larry-uid'], params['x-larry-at']]
    const created_at = instantIn({ ...comment, value: at }, zones)
    if (isUuid(uid) && created_at !== undefined) return [{ uid, body: textOf(comment), created_at }]
    properties.leave(comment)
    return []
  })
}

/** Some programs write the same alarm twice, to be shown and to be heard. */
function distinct(reminders: NonNullable<TaskRecord['reminders']>): NonNullable<TaskRecord['reminders']> {
  const moments = new Set<string>()
  return reminders.filter(({ at, uid }) => uid !== undefined || (!moments.has(at) && moments.add(at)))
}

/** What is left of a component, as lines. */
function linesLeft(properties: Properties, inside: readonly Component[], isEvent: boolean, adapted: string[]) {
  const rest = properties.rest()
  const lost = rest.filter(({ name }) => isEvent && ofEvents.has(name)).map(({ name }) => name)
  if (lost.length > 0) adapted.push(`${[...new Set(lost)].join(', ')} left out`)
  const kept = rest.filter(({ name }) => !lost.includes(name)).map(({ text }) => text)
  const lines = [...kept, ...inside.flatMap(componentLines)]
  return lines.length > 0 && { lines }
}
