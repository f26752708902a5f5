import { fold } from '../../domain/fold.ts'
import type { FileRecord, Told } from '../../domain/records/file-record.ts'
import { newIds } from '../../repositories/records/new-ids.ts'
import {
  type Columns,
  insertStored,
  named,
  namedAnyCase,
  replaceStored,
  type StoredRow,
  storedRows,
  type Value,
} from '../../repositories/records/stored-rows.ts'
import { conflict, type Outcome, outcomeOf, type Taking, tallyOf } from './taking.ts'

export type NamedRecord = Exclude<FileRecord, { kind: 'task' | 'reminder' }>

/** How records are taken in that go by a name. */
export interface NamedKind<R extends NamedRecord> {
  readonly table: 'clients' | 'projects' | 'habits' | 'views'
  /** The columns that the file tells; an absent one is not told. `at` is the place in the batch. */
  readonly told: (record: R, at: number) => Readonly<Record<string, Value | undefined>>
  /** What a new row has where nothing is told. */
  readonly usual: (record: R) => Columns
}

/** A record with the row it has, or will have. */
export interface Named<R extends NamedRecord> extends Told<R> {
  readonly id: number
  readonly outcome: Outcome
}

/** Takes in records by uid, else by name whatever the case; answers each with the id it has and what became of it. */
export async function takeNamed<R extends NamedRecord>(
  taking: Taking,
  kind: NamedKind<R>,
  batch: readonly Told<R>[],
): Promise<Named<R>[]> {
  const { tx, clock, keepsIds, made } = taking
  const rows = await match(taking, kind, batch)
  const wanted = batch.map(({ record: { id } }) => (keepsIds.has(kind.table) ? id : undefined))
  const given = (
    await newIds(
      tx,
      kind.table,
      wanted.filter((_, at) => rows[at] === undefined),
    )
  ).values()
  const all = batch.map((told, at) => {
    const columns = present({ ...kind.told(told.record, at), ...foldedName(kind.table, told.record.name) })
    const here = rows[at]
    const isMade =
      here !== undefined && (made as Partial<Record<string, Set<number>>>)[kind.table]?.has(here.id) === true
    return {
      ...told,
      columns,
      here,
      id: here?.id ?? given.next().value!,
      outcome: decide(taking, told.record, columns, here, isMade),
    }
  })
  const fresh = all.filter(({ here }) => here === undefined)
  await insertStored(
    tx,
    kind.table,
    fresh.map(({ id, record, columns }) => ({ ...kind.usual(record), ...columns, ...stampsOf(record, clock.now), id })),
    clock.now,
  )
  const changed = all.filter(
    ({ here, outcome }) => here !== undefined && (outcome === 'updated' || outcome === 'added'),
  )
  await replaceStored(
    tx,
    kind.table,
    changed.map(({ id, record, columns, here, outcome }) => {
      const own = Object.fromEntries(Object.keys(kind.usual(record)).map((key) => [key, here![key]!]))
      const who =
        outcome === 'added'
          ? { uid: here!.uid, ...stampsOf(record, clock.now) }
          : { uid: here!.uid, created_at: here!.created_at, updated_at: record.updated_at ?? clock.now }
      return { ...own, ...columns, ...who, id }
    }),
    clock.now,
  )
  for (const { record, outcome } of all) tallyOf(taking, record.kind)[outcome]++
  return all.map(({ record, line, id, outcome }) => ({ record, line, id, outcome }))
}

/** One that this import made itself, because a task named it, is as good as new. */
function decide(
  taking: Taking,
  record: NamedRecord,
  columns: Columns,
  here: StoredRow | undefined,
  isMade: boolean,
): Outcome {
  if (here === undefined || isMade) return 'added'
  const differs = Object.entries(columns).some(([key, value]) => here[key] !== value)
  return outcomeOf(taking, { differs, told: record.updated_at, here: here.updated_at })
}

/** The row each has already. Two that would be the same, and a name that somebody else has, are refused. */
async function match<R extends NamedRecord>(
  taking: Taking,
  { table }: NamedKind<R>,
  batch: readonly Told<R>[],
): Promise<(StoredRow | undefined)[]> {
  const uids = batch.flatMap(({ record: { uid } }) => (uid === undefined ? [] : [uid]))
  const names = batch.map(({ record: { name } }) => fold(name))
  const stored = await storedRows(taking.tx, table, uids, table === 'views' ? namedAnyCase : named, names)
  const byUid = new Map(stored.map((row) => [row.uid, row]))
  const byName = new Map(stored.map((row) => [fold(String(row['name'])), row]))
  return batch.map(({ record, line }) => {
    const { kind, uid, name } = record
    for (const key of [`${kind} ${fold(name)}`, ...(uid === undefined ? [] : [`${kind} ${uid}`])]) {
      const first = taking.seen.get(key)
      if (first !== undefined && first !== line)
        throw conflict(line, `the ${kind} "${name}" stands on line ${first} already`)
      taking.seen.set(key, line)
    }
    const [here, other] = [byUid.get(uid ?? ''), byName.get(fold(name))]
    if (here !== undefined && other !== undefined && here.id !== other.id)
      throw conflict(line, `another ${kind} here is named "${other['name']}"`, `larry ${kind} edit renames one`)
    return here ?? other
  })
}

/** Views alone do not store the name they are found by. */
function foldedName(table: NamedKind<NamedRecord>['table'], name: string): Columns {
  return table === 'views' ? {} : { name_folded: fold(name) }
}

function stampsOf({ uid, created_at, updated_at }: NamedRecord, now: string): Columns {
  const stamps = { created_at: created_at ?? updated_at ?? now, updated_at: updated_at ?? created_at ?? now }
  return uid === undefined ? stamps : { uid, ...stamps }
}

function present(columns: Readonly<Record<string, Value | undefined>>): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Columns
}
