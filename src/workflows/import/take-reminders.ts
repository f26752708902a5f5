import type { LooseReminder, Told } from '../../domain/records/file-record.ts'
import { newIds } from '../../repositories/records/new-ids.ts'
import {
  type Columns,
  insertStored,
  ofMessage,
  replaceStored,
  type StoredRow,
  storedRows,
} from '../../repositories/records/stored-rows.ts'
import { reminderColumns, reminders } from './belonging-kinds.ts'
import { conflict, outcomeOf, type Taking, tallyOf } from './taking.ts'

/** A reminder of the file, and the row it has already. */
interface Taken extends Told<LooseReminder> {
  readonly told: Columns
  readonly here: StoredRow | undefined
}

/** Takes in reminders of messages: by uid, else by message and moment. */
export async function takeReminders(taking: Taking, batch: readonly Told<LooseReminder>[]): Promise<void> {
  const { tx, clock, keepsIds } = taking
  const all = await match(taking, batch)
  const tally = tallyOf(taking, 'reminder')
  const fresh = all.filter(({ here }) => here === undefined)
  const wanted = fresh.map(({ record: { id } }) => (keepsIds.has('reminders') ? id : undefined))
  const ids = await newIds(tx, 'reminders', wanted)
  const rows = fresh.map(({ record, told }, at) => {
    const created_at = record.created_at ?? record.updated_at ?? clock.now
    const uid = record.uid === undefined ? {} : { uid: record.uid }
    return {
      ...reminders.usual,
      ...told,
      id: ids[at]!,
      ...uid,
      created_at,
      updated_at: record.updated_at ?? created_at,
    }
  })
  await insertStored(tx, 'reminders', rows, clock.now)
  tally.added += fresh.length
  const changed = all.flatMap(({ record, told, here }) => {
    if (here === undefined) return []
    const differs = Object.entries(told).some(([key, value]) => here[key] !== value)
    const outcome = outcomeOf(taking, { differs, told: record.updated_at, here: here.updated_at })
    tally[outcome]++
    return outcome === 'updated' ? [{ ...here, ...told, updated_at: record.updated_at ?? clock.now, id: here.id }] : []
  })
  await replaceStored(tx, 'reminders', changed, clock.now)
}

/** The row each has already. Two that are the same, and one that belongs to a task here, are refused. */
async function match({ tx, seen }: Taking, batch: readonly Told<LooseReminder>[]): Promise<Taken[]> {
  const uids = batch.flatMap(({ record: { uid } }) => (uid === undefined ? [] : [uid]))
  const messages = batch.map(({ record: { message } }) => message)
  const stored = await storedRows(tx, 'reminders', uids, ofMessage, messages)
  const byUid = new Map(stored.map((row) => [row.uid, row]))
  const byKey = new Map(stored.map((row) => [keyOf(row), row]))
  return batch.map((one) => {
    const { record, line } = one
    const columns = Object.entries(reminderColumns(record)).filter(([, value]) => value !== undefined)
    const told = Object.fromEntries(columns) as Columns
    const key = keyOf({ ...reminders.usual, ...told })
    const name = `reminder ${record.uid ?? key}`
    if (seen.has(name)) throw conflict(line, `the reminder stands on line ${seen.get(name)} already`)
    seen.set(name, line)
    const here = byUid.get(record.uid ?? '') ?? byKey.get(key)
    if (here !== undefined && here.task_id !== null)
      throw conflict(line, `the reminder ${record.uid} is here, on task ${here.task_id}`)
    return { ...one, told, here }
  })
}

function keyOf(row: Columns): string {
  return JSON.stringify([row['message'], row['civil_at'], row['zone'], row['rule']])
}
