import type { EntityTable } from '../../db/update-rows.ts'
import type { RecordKind } from '../../domain/records/file-record.ts'
import type { Stamped } from '../../domain/records/task-record.ts'
import { newIds } from '../../repositories/records/new-ids.ts'
import {
  type Columns,
  insertStored,
  replaceStored,
  type StoredRow,
  type Value,
} from '../../repositories/records/stored-rows.ts'
import { changedAt, noteKept, type Outcome, outcomeOf, type Taking } from './taking.ts'

/** A record of the file as columns, and the row it has already. */
export interface Placed {
  readonly record: Stamped
  readonly line: number
  /** What it is called where it is told of: `"Acme"`. */
  readonly what: string
  /** What the file tells. */
  readonly told: Columns
  /** What a new row has where nothing is told. */
  readonly usual: Columns
  readonly here: StoredRow | undefined
  /** When a new row was made, where its record does not tell. */
  readonly since?: string | undefined
  /** The row here says nothing yet: it becomes what the record is, whichever is newer, and takes its uid. */
  readonly fills?: boolean
}

/** What is told of these columns. */
export function present(columns: Readonly<Record<string, Value | undefined>>): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Columns
}

/**
 * The row each has already: by uid, whichever is alike; one without a uid has the next alike that is nobody's. All rows that
 * are somebody's are put into `taken`; what is there already is nobody else's.
 */
export function matchRows(
  all: readonly { readonly record: Stamped; readonly key: string }[],
  stored: readonly StoredRow[],
  { keyOf, taken, isOfThen }: { keyOf: (row: StoredRow) => string; taken: Set<number>; isOfThen?: typeof wasMadeThen },
): (StoredRow | undefined)[] {
  const byUid = new Map(stored.map((row) => [row.uid, row]))
  const named = all.map(({ record }) => byUid.get(record.uid ?? ''))
  for (const row of named) if (row !== undefined) taken.add(row.id)
  const alike = new Map<string, StoredRow[]>()
  for (const row of stored) {
    const same = alike.get(keyOf(row))
    if (same === undefined) alike.set(keyOf(row), [row])
    else same.push(row)
  }
  return all.map(({ record, key }, at) => {
    if (record.uid !== undefined) return named[at]
    const row = alike.get(key)?.find((one) => !taken.has(one.id) && (isOfThen === undefined || isOfThen(record, one)))
    if (row !== undefined) taken.add(row.id)
    return row
  })
}

/** What is made twice is told apart by when that was, where the file says. */
export function wasMadeThen({ created_at }: Stamped, row: StoredRow): boolean {
  return created_at === undefined || created_at === row.created_at
}

/** Stores new rows and brings known ones to what is told where that is newer, or tells that they are kept; answers the id of each and what became of it. */
export async function storeRows(
  taking: Taking,
  { table, kind }: { readonly table: EntityTable; readonly kind: RecordKind },
  all: readonly Placed[],
): Promise<{ readonly id: number; readonly outcome: Outcome }[]> {
  const { tx, clock, keepsIds } = taking
  const wanted = all.filter(({ here }) => here === undefined).map(({ record: { id } }) => id)
  const ids = (await newIds(tx, table, keepsIds.has(table) ? wanted : wanted.map(() => undefined))).values()
  const placed = all.map((one) => ({
    ...one,
    id: one.here?.id ?? ids.next().value!,
    outcome: outcomeFor(taking, one),
  }))
  for (const { outcome, record, ...one } of placed)
    if (outcome === 'kept') noteKept(taking, kind, { ...one, told: record.updated_at })
  // What changes goes first: it may give up a name that a new row takes.
  const changed = placed.flatMap(({ here, ...one }) =>
    here === undefined || one.outcome !== 'updated' ? [] : [changedRow(taking, one, here)],
  )
  await replaceStored(tx, table, changed, clock.now)
  const fresh = placed.filter(({ here }) => here === undefined)
  const rows = fresh.map(({ id, record, told, usual, since }) => ({
    ...usual,
    ...told,
    ...stampsOf(record, since ?? clock.now),
    id,
  }))
  await insertStored(tx, table, rows, clock.now)
  return placed.map(({ id, outcome }) => ({ id, outcome }))
}

/** Whether a record is stored: anew, or over the row it has. */
export function isStored(taking: Taking, one: Placed): boolean {
  const outcome = outcomeFor(taking, one)
  return outcome === 'added' || outcome === 'updated'
}

function outcomeFor(taking: Taking, { record, told, here, fills = false }: Placed): Outcome {
  if (here === undefined) return 'added'
  const differs = Object.entries(told).some(([key, value]) => here[key] !== value)
  if (fills) return differs || (record.uid ?? here.uid) !== here.uid ? 'updated' : 'unchanged'
  return outcomeOf(taking, { differs, told: record.updated_at, here: here.updated_at })
}

function changedRow(taking: Taking, one: Omit<Placed, 'here'> & { readonly id: number }, here: StoredRow) {
  const { id, record, told, usual, fills = false } = one
  const own = Object.fromEntries(Object.keys(usual).map((key) => [key, here[key]!]))
  const { uid, created_at } = here
  const updated_at = changedAt(taking, { told: record.updated_at, here: here.updated_at })
  const who = fills ? stampsOf(record, taking.clock.now) : { created_at, updated_at }
  return { ...own, ...told, uid, ...who, id }
}

/** The uid, where it is told, and the moments; of these one stands for the other. */
function stampsOf({ uid, created_at, updated_at }: Stamped, usual: string): Columns {
  const stamps = { created_at: created_at ?? updated_at ?? usual, updated_at: updated_at ?? created_at ?? usual }
  return uid === undefined ? stamps : { uid, ...stamps }
}
