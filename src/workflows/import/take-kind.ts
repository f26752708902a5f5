import type { Told } from '../../domain/records/file-record.ts'
import type { Stamped, TaskRecord } from '../../domain/records/task-record.ts'
import { type Columns, onTask, storedRows, type Value } from '../../repositories/records/stored-rows.ts'
import type { BelongingKind } from './belonging-kinds.ts'
import { matchRows, present, storeRows, wasMadeThen } from './rows.ts'
import { conflict, note, type Taking } from './taking.ts'

/** A task of the file that is stored; `here` when it was before. */
export interface Owner extends Told<TaskRecord> {
  readonly id: number
  readonly here: unknown
}

/** Adds and updates what of a kind hangs on tasks; answers the ids of those where something changed. What hangs on another task here is left there. */
export async function takeKind<R extends Stamped>(
  taking: Taking,
  kind: BelongingKind<R>,
  tasks: readonly Owner[],
): Promise<number[]> {
  const all = tasks.flatMap((owner) =>
    kind.of(owner.record).map((record) => {
      const told = { ...present(kind.told(record)), task_id: owner.id }
      return { owner, record, told, key: keyOf(kind, { ...kind.usual, ...told }) }
    }),
  )
  if (all.length === 0) return []
  const uids = new Set<string>()
  for (const { owner, record } of all) {
    if (record.uid === undefined) continue
    if (uids.has(record.uid)) throw conflict(owner.line, `the ${kind.one} ${record.uid} stands in the file already`)
    uids.add(record.uid)
  }
  const known = new Set(all.flatMap(({ owner }) => (owner.here === undefined ? [] : [owner.id])))
  const stored = await storedRows(taking.tx, kind.table, [...uids], onTask, [...known])
  const found = matchRows(all, stored, {
    keyOf: (row) => keyOf(kind, row),
    taken: new Set(),
    ...(kind.recurs === true && { isOfThen: wasMadeThen }),
  })
  const placed = all.flatMap(({ owner, record, told }, at) => {
    const here = found[at]
    const isElsewhere = here !== undefined && here['task_id'] !== owner.id
    if (isElsewhere) note(taking, 'task', owner.line, `a ${kind.one} left out: here it is ${placeOf(here['task_id'])}`)
    const place = {
      line: owner.line,
      what: `the ${kind.one} on "${owner.record.title}"`,
      since: owner.record.created_at,
    }
    return isElsewhere ? [] : [{ owner, record, told, usual: kind.usual, here, ...place }]
  })
  const outcomes = await storeRows(taking, { table: kind.table, kind: 'task' }, placed)
  return placed.flatMap(({ owner }, at) => {
    const { outcome } = outcomes[at]!
    return outcome === 'added' || outcome === 'updated' ? [owner.id] : []
  })
}

function placeOf(task: Value | undefined): string {
  return typeof task === 'number' ? `on task ${task}` : 'on no task'
}

function keyOf<R extends Stamped>(kind: BelongingKind<R>, row: Columns): string {
  return JSON.stringify([row['task_id'], ...kind.known.map((column) => row[column])])
}
