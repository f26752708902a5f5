import type { ReminderRecord, TaskRecord } from '../../domain/records/task-record.ts'
import { withTime } from '../../domain/reminder.ts'
import { isClosed } from '../../domain/task.ts'
import { durationText } from './durations.ts'
import { foreignLines } from './foreign-lines.ts'
import { uidOfSource } from './identity.ts'
import { escaped } from './properties.ts'
import { civilValue, digits, instantValue } from './times.ts'
import { needsExact, priorityNumbers, statusWords } from './words.ts'

/** A task as the lines of a VTODO, not folded. `uidOf` names another task as the file does. */
export function taskLines(task: TaskRecord, uidOf: (identity: string) => string): string[] {
  const own = [
    ...identityLines(task),
    ...momentLines(task),
    `SUMMARY:${escaped(task.title)}`,
    ...text('DESCRIPTION', task.notes),
    ...stateLines(task),
    ...dateLines(task),
    ...repeatingLines(task),
    ...(task.tags?.length ? [`CATEGORIES:${task.tags.map(escaped).join(',')}`] : []),
    ...(task.parent_uid == null ? [] : [`RELATED-TO:${escaped(uidOf(task.parent_uid))}`]),
    ...(task.depends_on_uids ?? []).map((uid) => `RELATED-TO;RELTYPE=DEPENDS-ON:${escaped(uidOf(uid))}`),
    ...(task.comments ?? []).map(({ uid, created_at, body }) => {
      const params = `${uid ? `;X-LARRY-UID=${uid}` : ''}${created_at ? `;X-LARRY-AT=${digitsOf(created_at)}` : ''}`
      return `COMMENT${params}${created_at ? msOf(created_at) : ''}:${escaped(body)}`
    }),
    ...text('X-LARRY-PROJECT', task.project),
    ...(task.client_id === null ? [] : text('X-LARRY-CLIENT', task.client)),
  ]
  const alarms = (task.reminders ?? []).flatMap((reminder) => alarmLines(reminder, task))
  return ['BEGIN:VTODO', ...own, ...foreignLines(task.extra, own), ...alarms, 'END:VTODO']
}

/** The UID a task goes by in calendars: the one it came with, else its own. */
export function calendarUid({ uid, source }: TaskRecord): string {
  return uidOfSource(source) ?? uid ?? ''
}

function identityLines(task: TaskRecord): string[] {
  const uid = calendarUid(task)
  const isOwn = uid === task.uid
  return [`UID:${escaped(uid)}`, ...(isOwn ? text('X-LARRY-SOURCE', task.source) : text('X-LARRY-UID', task.uid))]
}

/** DTSTAMP is the last change too, not now: what has not changed is written the same. */
function momentLines({ created_at, updated_at, started_at }: TaskRecord): string[] {
  return [
    `DTSTAMP:${digitsOf(updated_at ?? created_at ?? '1970-01-01T00:00:00.000Z')}`,
    ...instant('CREATED', created_at),
    ...instant('LAST-MODIFIED', updated_at),
    ...instant('X-LARRY-STARTED-AT', started_at),
  ]
}

function stateLines({ status, priority, progress, completed_at }: TaskRecord): string[] {
  return [
    ...(status === undefined ? [] : [`STATUS:${statusWords[status]}`]),
    ...(status !== undefined && needsExact(status) ? [`X-LARRY-STATUS:${status}`] : []),
    ...(status !== undefined && isClosed(status)
      ? instant(status === 'done' ? 'COMPLETED' : 'X-LARRY-CLOSED-AT', completed_at)
      : []),
    ...(progress === undefined ? [] : [`PERCENT-COMPLETE:${progress}`]),
    ...(priority === undefined ? [] : [`PRIORITY:${priorityNumbers[priority]}`]),
  ]
}

/** Civil dates are local times without a zone (form 1 of RFC 5545 3.3.5): they are meant on the clock of whoever reads them. */
function dateLines({ due, wait_until, estimate_minutes }: TaskRecord): string[] {
  return [
    ...(due == null ? [] : [`DUE${civilValue(due)}`]),
    ...(wait_until == null ? [] : [`X-LARRY-WAIT${civilValue(wait_until)}`]),
    ...(estimate_minutes == null ? [] : [`ESTIMATED-DURATION:${durationText(estimate_minutes)}`]),
  ]
}

/** DTSTART is where the rule counts from; it must be a date where DUE is one (RFC 5545 3.8.2.3). */
function repeatingLines(task: TaskRecord): string[] {
  const { recurrence, recurrence_mode, recurrence_anchor, recurrence_exceptions, due } = task
  if (recurrence == null) return []
  const anchor = recurrence_anchor ?? due
  const isAlike = anchor == null || due == null || anchor.length === due.length
  const start = isAlike ? anchor : due
  const exceptions = recurrence_exceptions?.split(',') ?? []
  return [
    ...(start == null ? [] : [`DTSTART${civilValue(start)}`]),
    `RRULE:${recurrence}`,
    ...(isAlike ? [] : [`X-LARRY-ANCHOR${civilValue(anchor)}`]),
    ...(recurrence_mode === 'completion' ? ['X-LARRY-MODE:completion'] : []),
    ...exceptions.map((date) => `EXDATE${civilValue(date)}`),
    ...instant('X-LARRY-PAUSED-AT', task.recurrence_paused_at),
    ...text('X-LARRY-SERIES', task.series_uid),
  ]
}

/** A reminder of a task (RFC 5545 3.6.6; UID and ACKNOWLEDGED of RFC 9074). One before the due date moves with it. */
function alarmLines(reminder: ReminderRecord, { title, due }: TaskRecord): string[] {
  const { uid, at, zone, before_due_minutes: before, rule, status, fired_at, snoozed_until } = reminder
  const offset = before == null || due == null ? undefined : minutesAfter(due) - before
  const isOver = status !== undefined && status !== 'pending'
  return [
    'BEGIN:VALARM',
    ...(uid === undefined ? [] : [`UID:${uid}`]),
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    offset === undefined ? `TRIGGER;VALUE=DATE-TIME:${digitsOf(at)}` : `TRIGGER;RELATED=END:${durationText(offset)}`,
    ...instant('ACKNOWLEDGED', fired_at),
    `X-LARRY-ZONE:${zone}`,
    ...(isOver ? [`X-LARRY-STATUS:${status}`] : []),
    ...(rule == null ? [] : [`X-LARRY-RULE:${rule}`]),
    ...instant('X-LARRY-SNOOZED-UNTIL', snoozed_until),
    'END:VALARM',
  ]
}

/** Minutes from where DUE stands in iCalendar to when larry takes it to be: a day alone begins at midnight there. */
function minutesAfter(due: string): number {
  const [hour = 0, minute = 0] = due.length === 10 ? withTime(due).slice(11).split(':').map(Number) : []
  return hour * 60 + minute
}

function text(name: string, value: string | null | undefined): string[] {
  return value == null || value === '' ? [] : [`${name}:${escaped(value)}`]
}

function instant(name: string, value: string | null | undefined): string[] {
  return value == null ? [] : [`${name}${instantValue(value)}`]
}

function msOf(at: string): string {
  return instantValue(at).split(':', 1)[0]!
}

function digitsOf(at: string): string {
  return `${digits(at.slice(0, 16)).slice(0, 13)}${at.slice(17, 19)}Z`
}
