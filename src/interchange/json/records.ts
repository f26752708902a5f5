import { unknown } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'
import { quoted } from '../../domain/quoted.ts'
import { taskFields } from '../../domain/records/check-task.ts'
import { type FileRecord, type RecordKind, recordKinds, type Told } from '../../domain/records/file-record.ts'
import type { TaskRecord } from '../../domain/records/task-record.ts'
import { refusedAt } from '../refused-at.ts'

type Json = Record<string, unknown>

/** What a JSON object tells: a task unless it says another `kind`. Keys no task has are kept under `extra.json`, to be given back. */
export function toTold(value: unknown, line: number, usual: RecordKind = 'task'): Told {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusedAt(line, `${quoted(value)} is no object`, 'a task is an object such as {"title":"Call Bob"}')
  const { kind = usual, ...rest } = value as Json
  if (typeof kind !== 'string' || !(recordKinds as readonly string[]).includes(kind)) {
    const { message, hint } = unknown('kind', String(kind), recordKinds, nearest(String(kind), recordKinds))
    throw refusedAt(line, message, hint)
  }
  // What is in it is looked at where the records of all formats are: domain/records/check-record.ts.
  const record = { ...(kind === 'task' ? withExtra(shownAsRecord(rest), line) : rest), kind }
  return { record: record as unknown as FileRecord, line }
}

/** Names under which objects of JavaScript keep their own machinery. */
const reserved = ['constructor', 'prototype']

function withExtra(task: Json, line: number): Json {
  const foreign = Object.keys(task).filter((key) => !taskFields.includes(key))
  if (foreign.length === 0) return task
  const bad = foreign.find((key) => reserved.includes(key))
  if (bad !== undefined) throw refusedAt(line, `a task has no key "${bad}"`)
  const own = Object.entries(task).filter(([key]) => taskFields.includes(key))
  const json = Object.fromEntries(foreign.map((key) => [key, task[key]]))
  return { ...Object.fromEntries(own), extra: { ...(task['extra'] as object | null | undefined), json } }
}

/** What `task show` prints beside the task itself, and how it prints some of it: reckoned, or said in another place. */
function shownAsRecord(task: Json): Json {
  if (!Object.hasOwn(task, 'subtasks')) return task
  const {
    urgency: _urgency,
    subtasks: _subtasks,
    next_dates: _dates,
    time: _time,
    reminders: _reminders,
    ...rest
  } = task
  const { comments, attachments, recurrence_exceptions: exceptions } = rest
  return {
    ...rest,
    ...(Array.isArray(comments) && { comments: comments.map(withoutTask) }),
    ...(Array.isArray(attachments) && { attachments: attachments.map(withoutTask) }),
    ...(Array.isArray(exceptions) && { recurrence_exceptions: exceptions.length === 0 ? null : exceptions.join(',') }),
  }
}

function withoutTask(one: unknown): unknown {
  if (typeof one !== 'object' || one === null) return one
  const { task_id: _, ...rest } = one as Json
  return rest
}

/** A record as JSON shows it, a task with the foreign keys it came with; without its kind. */
export function toJson(record: FileRecord): Json {
  const { kind: _, ...rest } = record
  if (record.kind !== 'task') return rest
  const { json, ...others } = (rest as TaskRecord).extra ?? {}
  if (json === undefined) return rest
  const own = { ...rest, extra: Object.keys(others).length === 0 ? null : others }
  // What larry says itself stands first, and stands.
  return { ...own, ...json, ...own }
}
