import { Failure, unknown } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Op } from './operation.ts'

/** What add and edit say of a task: the keys of its JSON, and the words that are no key there. */
const attributeKeys =
  'title status priority due wait_until estimate_minutes estimate tags project client parent_id depends_on notes every after remind'.split(
    ' ',
  )

/** Keys of every operation that is about tasks there are. */
const targetKeys = ['id', 'ids', 'uid', 'if_updated_at']

/** What each operation may say beside `op` and `key`. */
const keysOf: Readonly<Record<Op, readonly string[]>> = {
  add: ['as', ...attributeKeys],
  edit: [...targetKeys, ...attributeKeys, 'add_tags', 'remove_tags'],
  done: [...targetKeys, 'force', 'cascade', 'catch_up'],
  reopen: targetKeys,
  start: targetKeys,
  cancel: [...targetKeys, 'cascade'],
  remove: [...targetKeys, 'cascade'],
  comment: [...targetKeys, 'body'],
  log: [...targetKeys, 'time', 'from', 'to', 'note', 'billable', 'allow_overlap'],
}

/** Every operation there is. */
export const ops = Object.keys(keysOf) as readonly Op[]

/** Keys of a task in JSON that are set in another way, or not at all. */
const instead: Readonly<Record<string, string>> = {
  project_id: '"project" takes its name',
  client_id: '"client" takes its name',
  recurrence: '"every" and "after" say how a task repeats',
  recurrence_mode: '"every" and "after" say how a task repeats',
  progress: '"done" and "reopen" set it',
  started_at: 'the operation "start" sets it',
  completed_at: 'the operation "done" sets it',
  created_at: 'larry sets it',
  updated_at: 'larry sets it; "if_updated_at" asks for it',
}

/** The operation a line names; another is refused with the nearest. */
export function readOp(value: unknown): Op {
  if (value === undefined) throw new Failure('usage', 'no operation is named', `"op" is one of ${ops.join(', ')}`)
  const op = ops.find((one) => one === value)
  if (op !== undefined) return op
  if (typeof value !== 'string') throw new Failure('usage', `"op" cannot be ${JSON.stringify(value)}`, ops.join(', '))
  throw unknown('operation', value, ops, nearest(value, ops))
}

/** Refuses keys an operation does not have, with the nearest or what to say instead. */
export function refuseOtherKeys(op: Op, given: readonly string[]): void {
  const known = ['op', 'key', ...keysOf[op]]
  const odd = given.find((key) => !known.includes(key))
  if (odd === undefined) return
  const near = nearest(odd, known)
  const hint = Object.hasOwn(instead, odd) ? instead[odd] : near === undefined ? undefined : `did you mean "${near}"?`
  throw new Failure('usage', `"${op}" has no key "${odd}"`, hint ?? `its keys: ${known.slice(1).join(', ')}`)
}
