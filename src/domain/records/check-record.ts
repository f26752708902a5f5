import { withLine } from '../at-line.ts'
import { clientStatuses } from '../client.ts'
import { readCurrency } from '../currency.ts'
import { Failure } from '../errors.ts'
import { readHabitName } from '../habit/habit.ts'
import { periods } from '../habit/period.ts'
import { projectStatuses } from '../project.ts'
import { checkMessage } from '../reminder.ts'
import { readViewName } from '../saved-view.ts'
import { readName } from '../words/values.ts'
import { reminder, stamps } from './check-belongings.ts'
import { readTaskRecord } from './check-task.ts'
import type {
  ClientRecord,
  FileRecord,
  HabitCheckRecord,
  HabitRecord,
  LooseReminder,
  ProjectRecord,
  Told,
  ViewRecord,
} from './file-record.ts'
import * as value from './values.ts'

const client: value.Fields<ClientRecord> = {
  kind: value.oneOf(['client']),
  ...stamps,
  name: (given, key) => readName('client', value.text()(given, key)),
  status: value.oneOf(clientStatuses),
  email: value.orNull(value.words(254)),
  phone: value.orNull(value.words(100)),
  rate_cents: value.orNull(value.whole(0)),
  currency: value.orNull((given, key) => readCurrency(value.text()(given, key))),
  notes: value.orNull(value.text()),
}

const project: value.Fields<ProjectRecord> = {
  kind: value.oneOf(['project']),
  ...stamps,
  name: (given, key) => readName('project', value.text()(given, key)),
  client: value.orNull((given, key) => readName('client', value.text()(given, key))),
  status: value.oneOf(projectStatuses),
  notes: value.orNull(value.text()),
}

const loose: value.Fields<LooseReminder> = {
  ...reminder,
  kind: value.oneOf(['reminder']),
  message: (given, key) => checkMessage(value.text()(given, key)),
}

const check: value.Fields<HabitCheckRecord> = {
  on: value.date,
  amount: value.orNull(value.amount),
  note: value.orNull(value.words()),
  skipped: value.flag,
  created_at: value.instant,
  updated_at: value.instant,
}

const habit: value.Fields<HabitRecord> = {
  kind: value.oneOf(['habit']),
  ...stamps,
  name: (given, key) => readHabitName(value.text()(given, key)),
  period: value.oneOf(periods),
  target: value.amount,
  unit: value.orNull(value.words(50)),
  starts_on: value.date,
  ends_on: value.orNull(value.date),
  archived_at: value.orNull(value.instant),
  checks: value.listOf((given) => value.readFields(check, 'check', given, ['on'])),
}

const view: value.Fields<ViewRecord> = {
  kind: value.oneOf(['view']),
  ...stamps,
  name: (given, key) => readViewName(value.text()(given, key)),
  filter: value.text(),
  sort: value.text(),
  columns: value.text(),
}

/** So many characters a record may have, whatever the format: more is no list of tasks, and could not be shown. */
const longest = 16 << 20

/** Reads what a file tells as it can be stored, whatever the format; what cannot be is refused with its line. */
export function checkTold(told: Told): Told {
  try {
    const length = lengthOf(told.record)
    if (length > longest)
      throw new Failure('usage', `a ${told.record.kind} of ${length} characters is too long`, `at most ${longest}`)
    if (told.record.kind !== 'task') return { ...told, record: readOther(told.record) }
    const { record, adapted } = readTaskRecord(told.record)
    return { ...told, record, adapted: [...(told.adapted ?? []), ...adapted] }
  } catch (error) {
    throw withLine(error, told.line)
  }
}

/** The characters of all texts in a record, without the content of attached files. */
function lengthOf(record: FileRecord): number {
  if (record.kind !== 'task' || !Array.isArray(record.attachments)) return charactersIn(record)
  const { attachments, ...rest } = record
  const files = attachments.map((one: object) => ({ ...one, content: undefined }))
  return charactersIn(rest) + charactersIn(files)
}

function charactersIn(told: unknown): number {
  if (typeof told === 'string') return told.length
  if (typeof told !== 'object' || told === null) return 0
  let sum = 0
  for (const [key, part] of Object.entries(told)) sum += key.length + charactersIn(part)
  return sum
}

function readOther(record: Exclude<FileRecord, { kind: 'task' }>): FileRecord {
  switch (record.kind) {
    case 'client':
      return value.readFields(client, 'client', record, ['name'])
    case 'project':
      return value.readFields(project, 'project', record, ['name'])
    case 'reminder':
      return value.readFields(loose, 'reminder', record, ['message', 'at', 'civil_at', 'zone'])
    case 'habit':
      return readHabitRecord(record)
    case 'view':
      return value.readFields(view, 'view', record, ['name', 'filter', 'sort', 'columns'])
  }
}

function readHabitRecord(given: HabitRecord): HabitRecord {
  const record = value.readFields(habit, 'habit', given, ['name'])
  const { starts_on, ends_on, checks = [] } = record
  if (typeof ends_on === 'string' && starts_on !== undefined && ends_on < starts_on)
    throw new Failure('usage', `"${record.name}" starts on ${starts_on} and cannot end on ${ends_on}`)
  const skipped = checks.find((one) => one.skipped === true && typeof one.amount === 'number')
  if (skipped !== undefined) throw new Failure('usage', `the skipped day ${skipped.on} has an amount`)
  const days = new Set<string>()
  for (const { on } of checks) {
    if (days.has(on)) throw new Failure('usage', `"${record.name}" has two checks on ${on}`)
    days.add(on)
  }
  return record
}
