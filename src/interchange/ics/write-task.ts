import type { CommentRecord, ReminderRecord, TaskRecord } from '../../domain/records/task-record.ts'
import { withTime } from '../../domain/reminder.ts'
import { isClosed } from '../../domain/task.ts'
import { durationText } from './durations.ts'
import { foreignLines } from './foreign-lines.ts'
import { uidOfSource } from './identity.ts'
import { needsExact, ofProject, priorityNumbers, statusWords, usualPriority, usualProgress } from './words.ts'
import { civilTime, inSeconds, instant, lineOf, msOf, text, type Written } from './write-property.ts'

/** A task as the lines of a VTODO, not folded. `uidOf` names another task as the file does. */
export function taskLines(task: TaskRecord, uidOf: (identity: string) => string): string[] {
  const own: Written[] = [
    ...identity(task),
    ...moments(task),
    ...text('summary', task.title),
    ...text('description', task.notes),
    ...state(task),
    ...dates(task),
    ...repeating(task),
    ...(task.tags?.length ? [['categories', {}, 'text', ...task.tags] as const] : []),
    ...(task.parent_uid == null ? [] : text('related-to', uidOf(task.parent_uid))),
    ...(task.depends_on_uids ?? []).map(
      (uid) => ['related-to', { reltype: 'DEPENDS-ON' }, 'text', uidOf(uid)] as const,
    ),
    ...(task.comments ?? []).map(commentProperty),
    ...text('x-larry-project', task.project),
    ...text('x-larry-client', task.client, task.client_id === null ? ofProject : {}),
  ]
  const lines = own.map(lineOf)
  const alarms = (task.reminders ?? []).flatMap((reminder) => alarmLines(reminder, task))
  return ['BEGIN:VTODO', ...lines, ...foreignLines(task.extra, lines), ...alarms, 'END:VTODO']
}

/** The UID a task goes by in calendars: the one it came with, else its own. */
export function calendarUid({ uid, source }: TaskRecord): string {
  return uidOfSource(source) ?? uid ?? ''
}

function identity(task: TaskRecord): Written[] {
  const uid = calendarUid(task)
  const isOwn = uid === task.uid
  return [['uid', {}, 'text', uid], ...(isOwn ? text('x-larry-source', task.source) : text('x-larry-uid', task.uid))]
}

/** DTSTAMP is the last change too, not now: what has not changed is written the same. */
function moments({ created_at, updated_at, started_at }: TaskRecord): Written[] {
  return [
    ['dtstamp', {}, 'date-time', inSeconds(updated_at ?? created_at ?? '1970-01-01T00:00:00.000Z')],
    ...instant('created', created_at),
    ...instant('last-modified', updated_at),
    ...instant('x-larry-started-at', started_at),
  ]
}

function state({ status, priority, progress, completed_at }: TaskRecord): Written[] {
  return [
    ...(status === undefined ? [] : text('status', statusWords[status])),
    ...(status !== undefined && needsExact(status) ? text('x-larry-status', status) : []),
    ...(status !== undefined && isClosed(status)
      ? instant(status === 'done' ? 'completed' : 'x-larry-closed-at', completed_at)
      : []),
    ...(progress === usualProgress && status !== 'done' ? [] : number('percent-complete', progress)),
    ...(priority === usualPriority ? [] : number('priority', priority && priorityNumbers[priority])),
  ]
}

function number(name: string, value: number | undefined): Written[] {
  return value === undefined ? [] : [[name, {}, 'integer', value]]
}

function dates({ due, wait_until, estimate_minutes }: TaskRecord): Written[] {
  return [
    ...civilTime('due', due),
    ...civilTime('x-larry-wait', wait_until),
    ...(estimate_minutes == null
      ? []
      : [['estimated-duration', {}, 'duration', durationText(estimate_minutes)] as const]),
  ]
}

/**
 * DTSTART is where the rule counts from; it must be a date where DUE is one (RFC 5545 3.8.2.3). The anchor stands beside it
 * where it is another, and where there is no DUE, which DTSTART would be taken for.
 */
function repeating(task: TaskRecord): Written[] {
  const { recurrence, recurrence_mode, recurrence_anchor, recurrence_exceptions, due } = task
  if (recurrence == null) return []
  const isCounted = recurrence_mode !== 'completion' && recurrence_anchor != null
  const isAlike = due == null || recurrence_anchor?.length === due.length
  const start = due == null || (isCounted && isAlike) ? recurrence_anchor : due
  const exceptions = recurrence_exceptions?.split(',') ?? []
  return [
    ...civilTime('dtstart', start),
    ['rrule', {}, 'unknown', recurrence],
    ...(due != null && start === recurrence_anchor ? [] : civilTime('x-larry-anchor', recurrence_anchor)),
    ...(recurrence_mode === 'completion' ? text('x-larry-mode', 'completion') : []),
    ...exceptions.flatMap((date) => civilTime('exdate', date)),
    ...instant('x-larry-paused-at', task.recurrence_paused_at),
    ...text('x-larry-series', task.series_uid),
  ]
}

function commentProperty({ uid, created_at, body }: CommentRecord): Written {
  const at =
    created_at === undefined ? {} : { 'x-larry-at': inSeconds(created_at).replaceAll(/[-:]/g, ''), ...msOf(created_at) }
  return ['comment', { ...(uid !== undefined && { 'x-larry-uid': uid }), ...at }, 'text', body]
}

/** A reminder of a task (RFC 5545 3.6.6; UID and ACKNOWLEDGED of RFC 9074). One before the due date moves with it. */
function alarmLines(reminder: ReminderRecord, { title, due, extra }: TaskRecord): string[] {
  const { uid, at, zone, before_due_minutes: before, rule, status, fired_at, snoozed_until } = reminder
  const offset = before == null || due == null ? undefined : minutesAfter(due) - before
  const isOver = status !== undefined && status !== 'pending'
  const own: Written[] = [
    ...text('uid', uid && givenUid(uid, extra)),
    ...text('action', 'DISPLAY'),
    ...text('description', title),
    offset === undefined
      ? ['trigger', {}, 'date-time', inSeconds(at)]
      : ['trigger', { related: 'END' }, 'duration', durationText(offset)],
    ...instant('acknowledged', fired_at),
    ...text('x-larry-zone', zone),
    ...(isOver ? text('x-larry-status', status) : []),
    ...(rule == null ? [] : [['x-larry-rule', {}, 'unknown', rule] as const]),
    ...instant('x-larry-snoozed-until', snoozed_until),
  ]
  return ['BEGIN:VALARM', ...own.map(lineOf), 'END:VALARM']
}

/** The UID of a reminder as it came, which may have been in capitals. */
function givenUid(uid: string, extra: TaskRecord['extra']): string {
  const given = (extra?.['ics']?.['alarms'] as Readonly<Record<string, unknown>> | null | undefined)?.[uid]
  return typeof given === 'string' && given.toLowerCase() === uid ? given : uid
}

/** Minutes from where DUE stands in iCalendar to when larry takes it to be: a day alone begins at midnight there. */
function minutesAfter(due: string): number {
  const [hour = 0, minute = 0] = due.length === 10 ? withTime(due).slice(11).split(':').map(Number) : []
  return hour * 60 + minute
}
