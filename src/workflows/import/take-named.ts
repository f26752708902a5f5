import { fold } from '../../domain/fold.ts'
import type { FileRecord, Told } from '../../domain/records/file-record.ts'
import {
  type Columns,
  named,
  namedAnyCase,
  replaceStored,
  type StoredRow,
  storedRows,
  type Value,
} from '../../repositories/records/stored-rows.ts'
import { isStored, type Placed, present, storeRows } from './rows.ts'
import { conflict, type Outcome, outcomeOf, type Taking, tallyOf } from './taking.ts'

export type NamedRecord = Exclude<FileRecord, { kind: 'task' | 'reminder' }>

/** How records are taken in that go by a name. */
export interface NamedKind<R extends NamedRecord> {
  readonly table: 'clients' | 'projects' | 'habits' | 'views'
  /** The columns that the file tells; an absent one is not told. `at` is the place in the batch. */
  readonly told: (record: R, at: number) => Readonly<Record<string, Value | undefined>>
  /** What a new row has where nothing is told. */
  readonly usual: (record: R) => Columns
  /** Makes what the records that are stored need; what is told of them may be another then. */
  readonly prepare?: (stored: readonly Told<R>[]) => Promise<void>
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
  const { table } = kind
  const rows = await match(taking, kind, batch)
  const place = () =>
    batch.map(({ record, line }, at) => {
      const [here, usual] = [rows[at], kind.usual(record)]
      const told = present({ ...kind.told(record, at), ...foldedName(table, record.name) })
      return {
        record,
        line,
        what: `"${here?.['name'] ?? record.name}"`,
        told,
        usual,
        here,
        fills: here !== undefined && isBare(table, here, usual) && here.uid !== record.uid,
      }
    })
  await kind.prepare?.(place().flatMap((one, at) => (isStored(taking, one) ? [batch[at]!] : [])))
  const placed = place()
  await giveUpNames(taking, table, placed)
  const outcomes = await storeRows(taking, { table, kind: batch[0]!.record.kind }, placed)
  const made: ReadonlySet<number> = table === 'clients' || table === 'projects' ? taking.made[table] : new Set()
  return batch.map(({ record, line }, at) => {
    const { id, outcome: became } = outcomes[at]!
    const outcome = made.has(id) ? 'added' : became
    tallyOf(taking, record.kind)[outcome]++
    return { record, line, id, outcome }
  })
}

/** The row each has already. Two that would be the same, and a name that somebody else has and keeps, are refused. */
async function match<R extends NamedRecord>(
  taking: Taking,
  { table }: NamedKind<R>,
  batch: readonly Told<R>[],
): Promise<(StoredRow | undefined)[]> {
  const uids = batch.flatMap(({ record: { uid } }) => (uid === undefined ? [] : [uid]))
  const names = batch.map(({ record: { name } }) => fold(name))
  const stored = await storedRows(taking.tx, table, uids, table === 'views' ? namedAnyCase : named, names)
  const byUid = new Map(stored.map((row) => [row.uid, row]))
  const byName = new Map(stored.map((row) => [nameOf(row), row]))
  const claimed = new Set<number>()
  const leaving = new Set<number>()
  for (const { record } of batch) {
    const here = byUid.get(record.uid ?? '')
    if (here === undefined) continue
    claimed.add(here.id)
    const outcome = outcomeOf(taking, { differs: true, told: record.updated_at, here: here.updated_at })
    if (outcome === 'updated' && nameOf(here) !== fold(record.name)) leaving.add(here.id)
  }
  return batch.map(({ record, line }) => {
    const { kind, uid, name } = record
    for (const key of [`${kind} ${fold(name)}`, ...(uid === undefined ? [] : [`${kind} ${uid}`])]) {
      const first = taking.seen.get(key)
      if (first !== undefined && first !== line)
        throw conflict(line, `the ${kind} "${name}" stands on line ${first} already`)
      taking.seen.set(key, line)
    }
    const [own, other] = [byUid.get(uid ?? ''), byName.get(fold(name))]
    if (other === undefined || other === own || leaving.has(other.id)) return own
    if (own !== undefined || claimed.has(other.id))
      throw conflict(line, `another ${kind} here is named "${other['name']}"`, `larry ${kind} edit renames one`)
    return other
  })
}

/** Rows whose names others of the batch get go by their uid in the meantime, for two may change names with each other. */
async function giveUpNames({ tx, clock }: Taking, table: NamedKind<NamedRecord>['table'], all: readonly Placed[]) {
  const wanted = new Set(all.map(({ told }) => fold(String(told['name']))))
  const moving = all.flatMap(({ told, here }) =>
    here !== undefined && nameOf(here) !== fold(String(told['name'])) && wanted.has(nameOf(here)) ? [here] : [],
  )
  const rows = moving.map(({ id, uid, updated_at }) => ({ id, name: uid, ...foldedName(table, uid), updated_at }))
  await replaceStored(tx, table, rows, clock.now)
}

/** Whether a client or project says nothing but its name, as one does that was made because something named it. */
function isBare(table: NamedKind<NamedRecord>['table'], here: StoredRow, usual: Columns): boolean {
  if (table !== 'clients' && table !== 'projects') return false
  return here.created_at === here.updated_at && Object.entries(usual).every(([key, value]) => here[key] === value)
}

function nameOf(row: StoredRow): string {
  return fold(String(row['name']))
}

/** Views alone do not store the name they are found by. */
function foldedName(table: NamedKind<NamedRecord>['table'], name: string): Columns {
  return table === 'views' ? {} : { name_folded: fold(name) }
}
