import { checkComment } from '../comment.ts'
import { Failure } from '../errors.ts'
import { readMediaType } from '../media-type.ts'
import { readRule, ruleText } from '../recurrence/rule.ts'
import { toTheMinute } from '../recurrence/to-the-minute.ts'
import { isZone } from '../when/is-zone.ts'
import type { AttachmentRecord, CommentRecord, ReminderRecord, Stamped, TimeRecord } from './task-record.ts'
import * as value from './values.ts'

/** What every row of its own has. */
export const stamps: value.Fields<Stamped> = {
  id: value.whole(1),
  uid: value.uid,
  created_at: value.instant,
  updated_at: value.instant,
}

const comment: value.Fields<CommentRecord> = {
  ...stamps,
  body: (given, key) => checkComment(value.text()(given, key)),
}

const attachment: value.Fields<AttachmentRecord> = {
  ...stamps,
  sha256: (given, key) => {
    if (typeof given !== 'string' || !/^[0-9a-f]{64}$/.test(given)) throw value.no(key, given, 'a SHA-256')
    return given
  },
  name: (given, key) => {
    const name = value.text(255)(given, key)
    if (name === '' || name.includes('/')) throw value.no(key, given, 'the name of a file')
    return name
  },
  size: value.whole(0),
  media_type: value.orNull((given, key) => readMediaType(value.text()(given, key))),
  description: value.orNull(value.words(1000)),
  content: value.text(),
}

const entry: value.Fields<TimeRecord> = {
  ...stamps,
  started_at: value.instant,
  ended_at: value.orNull(value.instant),
  note: value.orNull(value.words()),
  billable: value.flag,
}

export const readCommentRecord = (given: unknown) => value.readFields(comment, 'comment', given, ['body'])

export const readAttachmentRecord = (given: unknown) =>
  value.readFields(attachment, 'attachment', given, ['sha256', 'name', 'size'])

/** Reads a span of work; one that ends before it starts is refused. */
export function readTimeRecord(given: unknown): TimeRecord {
  const record = value.readFields(entry, 'time entry', given, ['started_at', 'ended_at'])
  if (record.ended_at !== null && record.ended_at < record.started_at)
    throw new Failure('usage', `work from ${record.started_at} cannot end at ${record.ended_at}`)
  return record
}

/** An RFC 5545 rule in the form it is stored in; one to the second is refused, for times are kept to the minute. */
export const rule: value.ReadValue<string> = (given, key) => {
  const text = value.words()(given, key)
  return ruleText(toTheMinute(readRule(text), text))
}

const zone: value.ReadValue<string> = (given, key) => {
  const name = value.words(100)(given, key)
  if (isZone(name)) return name
  throw new Failure('usage', `unknown time zone "${name}"`, 'an IANA name such as Europe/Vienna')
}

export const reminder: value.Fields<ReminderRecord> = {
  ...stamps,
  message: value.orNull(value.words(10_000)),
  at: value.instant,
  civil_at: value.civilTime,
  zone,
  before_due_minutes: value.orNull(value.whole(-1_000_000_000)),
  rule: value.orNull(rule),
  status: value.oneOf(['pending', 'fired', 'dismissed']),
  fired_at: value.orNull(value.instant),
  snoozed_until: value.orNull(value.instant),
}

/** Reads a reminder of a task; one with a message stands by itself and is refused. */
export function readReminderRecord(given: unknown): ReminderRecord {
  const record = value.readFields(reminder, 'reminder', given, ['at', 'civil_at', 'zone'])
  if (typeof record.message === 'string')
    throw new Failure('usage', 'a reminder of a task has no message of its own', 'the task says what it is about')
  return record
}
