import type { Told } from '../../domain/records/file-record.ts'
import type { Stamped, TaskRecord } from '../../domain/records/task-record.ts'
import { newIds } from '../../repositories/records/new-ids.ts'
import {
  type Columns,
  insertStored,
  onTask,
  replaceStored,
  runningTimer,
  type StoredRow,
  storedRows,
} from '../../repositories/records/stored-rows.ts'
import { attachments, type BelongingKind, comments, entries, reminders } from './belonging-kinds.ts'
import { keepFiles } from './keep-files.ts'
import { conflict, note, outcomeOf, type Taking } from './taking.ts'

/** A task of the file that is stored; `here` when it was before. */
interface Owner extends Told<TaskRecord> {
  readonly id: number
  readonly here: unknown
}

/** Adds and updates what hangs on tasks, of which nothing is ever removed; answers the ids of the tasks where something changed. */
export async function takeBelongings(taking: Taking, tasks: readonly Owner[]): Promise<Set<number>> {
  await refuseSecondTimer(taking, tasks)
  return new Set([
    ...(await takeKind(taking, comments, tasks)),
    ...(await takeKind(taking, attachments, keepFiles(taking, tasks))),
    ...(await takeKind(taking, entries, tasks)),
    ...(await takeKind(taking, reminders, tasks)),
  ])
}

/** A thing that hangs on a task of the file. */
interface Hanging<R> {
  readonly owner: Owner
  readonly record: R
  readonly told: Columns
}

async function takeKind<R extends Stamped>(
  taking: Taking,
  kind: BelongingKind<R>,
  tasks: readonly Owner[],
): Promise<number[]> {
  const { tx, clock, keepsIds } = taking
  const all = tasks.flatMap((owner) =>
    kind.of(owner.record).map((record): Hanging<R> => ({ owner, record, told: told(kind, record) })),
  )
  if (all.length === 0) return []
  const found = await match(taking, kind, all)
  const fresh = found.flatMap(({ here, ...one }) => (here === undefined ? [one] : []))
  const ids = await newIds(
    tx,
    kind.table,
    fresh.map(({ record }) => (keepsIds.has(kind.table) ? record.id : undefined)),
  )
  const rows = fresh.map(({ owner, record, told: columns }, at) => {
    const created_at = record.created_at ?? record.updated_at ?? owner.record.created_at ?? clock.now
    const updated_at = record.updated_at ?? created_at
    const uid = record.uid === undefined ? {} : { uid: record.uid }
    return { ...kind.usual, ...columns, task_id: owner.id, id: ids[at]!, ...uid, created_at, updated_at }
  })
  if (rows.length > 0) await insertStored(tx, kind.table, rows, clock.now)
  const changed = found.flatMap(({ here, ...one }) =>
    here !== undefined && isNewer(taking, one, here) ? [{ ...one, here }] : [],
  )
  await replaceStored(
    tx,
    kind.table,
    changed.map(({ record, told: columns, here }) => {
      const own = Object.fromEntries(Object.keys(kind.usual).map((key) => [key, here[key]!]))
      return { ...own, ...columns, id: here.id, updated_at: record.updated_at ?? clock.now }
    }),
    clock.now,
  )
  return [...fresh, ...changed].map(({ owner }) => owner.id)
}

function told<R extends Stamped>(kind: BelongingKind<R>, record: R): Columns {
  const columns = Object.entries(kind.told(record)).filter(([, value]) => value !== undefined)
  return Object.fromEntries(columns) as Columns
}

function isNewer<R extends Stamped>(taking: Taking, { record, told: columns }: Hanging<R>, here: StoredRow): boolean {
  const differs = Object.entries(columns).some(([key, value]) => here[key] !== value)
  return outcomeOf(taking, { differs, told: record.updated_at, here: here.updated_at }) === 'updated'
}

/** Each with the row it has already: by uid, else the next on its task that is the same; what hangs on another task here is left there. */
async function match<R extends Stamped>(
  taking: Taking,
  kind: BelongingKind<R>,
  all: readonly Hanging<R>[],
): Promise<(Hanging<R> & { readonly here: StoredRow | undefined })[]> {
  const uids = all.flatMap(({ record: { uid } }) => (uid === undefined ? [] : [uid]))
  const tasks = new Set(all.flatMap(({ owner }) => (owner.here === undefined ? [] : [owner.id])))
  const stored = await storedRows(taking.tx, kind.table, uids, onTask, [...tasks])
  const byUid = new Map(stored.map((row) => [row.uid, row]))
  const alike = new Map<string, StoredRow[]>()
  for (const row of stored) alike.set(keyOf(kind, row), [...(alike.get(keyOf(kind, row)) ?? []), row])
  const seen = new Set<string>()
  const taken = new Set<number>()
  const matched: (Hanging<R> & { here: StoredRow | undefined })[] = []
  for (const one of all) {
    const { owner, record } = one
    const byName = record.uid === undefined ? undefined : byUid.get(record.uid)
    if (record.uid !== undefined && seen.has(record.uid))
      throw conflict(owner.line, `the ${kind.one} ${record.uid} stands in the file already`)
    if (record.uid !== undefined) seen.add(record.uid)
    if (byName !== undefined && byName.task_id !== owner.id) {
      note(taking, 'task', owner.line, `a ${kind.one} left out: here it is on task ${byName.task_id}`)
      continue
    }
    const same = alike.get(keyOf(kind, { ...kind.usual, ...one.told, task_id: owner.id })) ?? []
    const here = byName ?? same.find((row) => !taken.has(row.id) && (kind.recurs !== true || isOfThen(record, row)))
    if (here !== undefined) taken.add(here.id)
    matched.push({ ...one, here })
  }
  return matched
}

/** What is made twice on a task is told apart by when that was, where the file says. */
function isOfThen({ created_at }: Stamped, row: StoredRow): boolean {
  return created_at === undefined || created_at === row.created_at
}

function keyOf<R extends Stamped>(kind: BelongingKind<R>, row: Columns): string {
  return JSON.stringify([row['task_id'], ...kind.known.map((column) => row[column])])
}

/** Refuses a running timer where another runs, here or in the file: there is one at most. */
async function refuseSecondTimer({ tx }: Taking, tasks: readonly Owner[]): Promise<void> {
  const open = tasks.flatMap(({ id, line, record: { time = [] } }) =>
    time.filter(({ ended_at }) => ended_at === null).map(({ uid, started_at }) => ({ id, line, uid, started_at })),
  )
  if (open.length === 0) return
  const [first, second] = open
  if (second !== undefined) throw conflict(second.line, `a timer runs, and so does the one of line ${first!.line}`)
  const running = await runningTimer(tx)
  if (
    running === undefined ||
    running.uid === first!.uid ||
    (running.task_id === first!.id && running.started_at === first!.started_at)
  )
    return
  throw conflict(first!.line, `a timer runs, and so does one here, on task ${running.task_id}`, 'larry time stop')
}
