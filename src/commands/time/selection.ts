import type { WriteContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { type EntryNoun, readEntryIds } from '../../domain/entry-ids.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefs } from '../../domain/refs.ts'
import { requireEntries } from '../../repositories/entries.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { type Entry, getEntries } from '../../repositories/time-entries.ts'

const timeEntry: EntryNoun = { one: 'time entry', many: 'time entries', list: 'larry time list' }

/** The entries a changing verb is about, by id: as typed, and those a pipe holds. An empty pipe is no entries. */
export async function selectEntries({ db, input, now }: WriteContext, words: readonly string[]): Promise<Entry[]> {
  const ids = readEntryIds(timeEntry, words, input)
  return getEntries(db, await requireEntries(db, 'time_entries', timeEntry, ids), now)
}

/** The one task a word means. */
export async function oneTask(db: Db, word: string): Promise<number> {
  const ids = await resolveRefs(db, readRefs([word]))
  if (ids.length !== 1) throw new Failure('usage', `"${word}" does not name one task`, 'such as 12')
  return ids[0]!
}
