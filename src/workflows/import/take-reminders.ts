import type { LooseReminder, Told } from '../../domain/records/file-record.ts'
import { type Columns, ofMessage, storedRows } from '../../repositories/records/stored-rows.ts'
import { reminderColumns, reminders } from './belonging-kinds.ts'
import { matchRows, present, storeRows } from './rows.ts'
import { conflict, type Taking, tallyOf } from './taking.ts'

/** Takes in reminders of messages: by uid, else by message and moment. One that comes twice is refused, and one that is of a task here. */
export async function takeReminders(taking: Taking, batch: readonly Told<LooseReminder>[]): Promise<void> {
  const { tx, seen, remindersTaken: taken } = taking
  const uids = batch.flatMap(({ record: { uid } }) => (uid === undefined ? [] : [uid]))
  const messages = batch.map(({ record: { message } }) => message)
  const stored = await storedRows(tx, 'reminders', uids, ofMessage, messages)
  const all = batch.map(({ record, line }) => {
    const told = present(reminderColumns(record))
    return { record, line, told, key: keyOf({ ...reminders.usual, ...told }) }
  })
  const found = matchRows(all, stored, { keyOf, taken })
  const placed = all.map(({ record, line, told }, at) => {
    const here = found[at]
    const name = `reminder ${record.uid}`
    if (record.uid !== undefined && seen.has(name))
      throw conflict(line, `the reminder stands on line ${seen.get(name)} already`)
    seen.set(name, line)
    if (here !== undefined && here['task_id'] !== null)
      throw conflict(line, `the reminder ${record.uid} is here, on task ${here['task_id']}`)
    return { record, line, what: `"${record.message}"`, told, usual: reminders.usual, here }
  })
  const tally = tallyOf(taking, 'reminder')
  for (const { id, outcome } of await storeRows(taking, { table: 'reminders', kind: 'reminder' }, placed)) {
    tally[outcome]++
    taken.add(id)
  }
}

function keyOf(row: Columns): string {
  return JSON.stringify([row['message'], row['civil_at'], row['zone'], row['rule']])
}
