import { isClosed, priorities, statuses } from '../task.ts'
import { checkTitle } from '../title.ts'
import { readName } from '../words/values.ts'
import {
  readAttachmentRecord,
  readCommentRecord,
  readReminderRecord,
  readTimeRecord,
  rule,
  stamps,
} from './check-belongings.ts'
import { readExtra } from './extra.ts'
import type { TaskRecord } from './task-record.ts'
import * as value from './values.ts'

/** Every key of a task in a file, in the order in which larry writes them. */
const fields: value.Fields<TaskRecord> = {
  kind: value.oneOf(['task']),
  id: stamps.id,
  uid: stamps.uid,
  title: (given, key) => checkTitle(value.text()(given, key)),
  status: value.oneOf(statuses),
  priority: value.oneOf(priorities),
  due: value.orNull(value.civil),
  wait_until: value.orNull(value.civil),
  estimate_minutes: value.orNull(value.whole(1)),
  progress: value.whole(0, 100),
  tags: (given, key) => [...new Set(value.listOf(tag)(given, key))].sort(),
  project: value.orNull((given, key) => readName('project', value.text()(given, key))),
  client: value.orNull((given, key) => readName('client', value.text()(given, key))),
  project_id: value.orNull(value.whole(1)),
  client_id: value.orNull(value.whole(1)),
  parent_id: value.orNull(value.whole(1)),
  depends_on: value.listOf(value.whole(1)),
  notes: value.orNull(value.text()),
  recurrence: value.orNull(rule),
  recurrence_mode: value.orNull(value.oneOf(['schedule', 'completion'])),
  started_at: value.orNull(value.instant),
  completed_at: value.orNull(value.instant),
  created_at: value.instant,
  updated_at: value.instant,
  recurrence_anchor: value.orNull(value.civil),
  recurrence_exceptions: value.orNull((given, key) => exceptions(value.text()(given, key), key)),
  recurrence_paused_at: value.orNull(value.instant),
  series_uid: value.orNull(value.words(200)),
  source: value.orNull(value.words(1000)),
  extra: value.orNull((given, key) => readExtra(given, key, taskFields)),
  parent_uid: value.orNull(value.identity),
  depends_on_uids: value.listOf(value.identity),
  comments: value.listOf(readCommentRecord),
  attachments: value.listOf(readAttachmentRecord),
  time: value.listOf(readTimeRecord),
  reminders: value.listOf(readReminderRecord),
}

export const taskFields: readonly string[] = Object.keys(fields)

/** What says nothing without `recurrence`. By `series_uid` a task is still known to the template it came from elsewhere. */
const ofRecurrence = [
  'recurrence_mode',
  'recurrence_anchor',
  'recurrence_exceptions',
  'recurrence_paused_at',
] as const satisfies readonly (keyof TaskRecord)[]

/** Reads a task as it can be stored; what contradicts itself gives way, which `adapted` tells. */
export function readTaskRecord(given: unknown): { readonly record: TaskRecord; readonly adapted: readonly string[] } {
  const read = value.readFields(fields, 'task', given, ['title'])
  const adapted: string[] = []
  let record = read
  if (typeof read.completed_at === 'string' && (read.status === undefined || !isClosed(read.status))) {
    const { completed_at, ...rest } = record
    record = rest
    adapted.push(`completed_at ${completed_at} left out: the task is not done`)
  }
  if (typeof read.recurrence !== 'string')
    for (const key of ofRecurrence) {
      const { [key]: told, ...rest } = record
      if (typeof told !== 'string') continue
      record = rest
      adapted.push(`${key} "${told}" left out: the task has no recurrence`)
    }
  for (const key of ['project', 'client'] as const)
    if (typeof read[`${key}_id`] === 'number' && read[key] === undefined)
      adapted.push(`${key}_id ${read[`${key}_id`]} left out: the file does not name the ${key}`)
  return { record, adapted }
}

const tag: value.ReadValue<string> = (given, key) => {
  const read = value.words(200)(given, key).normalize('NFC')
  if (/[\s\x85]/.test(read)) throw value.no(key, given, 'a tag: it has white space')
  return read
}

function exceptions(text: string, key: string): string {
  const dates = text.split(',').map((one) => value.civil(one, key))
  return [...new Set(dates)].sort().join(',')
}
