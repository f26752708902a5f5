import type { TaskRecord } from '../../domain/records/task-record.ts'
import { isUid } from '../../domain/uid.ts'
import type { Clock } from '../../domain/when/clock.ts'
import type { namesFor } from '../sources.ts'
import { agrees } from './agrees.ts'
import { anew, begunAnew } from './form.ts'
import { partLine } from './line.ts'

/** The line a task came as, where it did: it is given back as it was as long as it says the same. */
function lineKept({ extra }: TaskRecord): string | undefined {
  const line = extra?.['todotxt']?.['line']
  return typeof line === 'string' && !/[\r\n]/.test(line) ? line : undefined
}

/** A line as it is kept: what larry adds anew whenever it is needed is not part of it. */
export function withoutOwnKeys(line: string): string {
  return line.replaceAll(/ (uid|created|completed):(\S+)/g, (word, key: string, value: string) =>
    key === 'uid' && !isUid(value) ? word : '',
  )
}

/** What of a line without a uid makes it known again: not that it is done, nor when, nor its priority. */
export function identityOf(line: string): string {
  const { created = '', text } = partLine(line)
  return `${created} ${text
    .split(' ')
    .filter((word) => !/^(?:pri:[A-Z]|completed:\S+)$/.test(word))
    .join(' ')}`
}

/**
 * The line for a task: as it came, else with another beginning, else anew; with moments to the millisecond and a uid only
 * where it would not be known again, or not as it is, without them. `isExact` is false where no line says all of the task.
 */
export function lineOf(task: TaskRecord, clock: Clock, nameOf: ReturnType<typeof namesFor>) {
  const kept = lineKept(task)
  for (const line of candidates(task, kept, clock)) {
    const name = task.source?.startsWith('todotxt:') === true ? nameOf(identityOf(line)) : undefined
    if (name !== undefined && name.source === task.source && agrees(line, task, clock)) {
      name.take()
      return { line, isExact: true }
    }
    const named = withUid(line, task)
    if (agrees(named, task, clock)) return { line: named, isExact: true }
  }
  return { line: withUid(anew(task, kept, clock, { exact: true }), task), isExact: false }
}

/** How carefully a line is written anew, from the shortest. */
const cares = [{}, { counted: true }, { exact: true }, { exact: true, counted: true }] as const

function* candidates(task: TaskRecord, kept: string | undefined, clock: Clock): Generator<string> {
  if (kept !== undefined) {
    yield kept
    yield begunAnew(task, kept, clock)
    if (task.completed_at) yield `${begunAnew(task, kept, clock)} completed:${task.completed_at}`
  }
  for (const care of cares) yield anew(task, kept, clock, care)
}

function withUid(line: string, { uid }: TaskRecord): string {
  return uid === undefined ? line : `${line} uid:${uid}`
}
