import type { WriteContext } from '../../cli/context.ts'
import { timeEntry } from '../../repositories/refs.ts'
import { type Entry, getEntries } from '../../repositories/time-entries.ts'
import { namedIds } from '../named.ts'

/** The entries a changing verb is about, by id: as typed, and those a pipe holds. An empty pipe is no entries. */
export async function selectEntries({ db, input, now }: WriteContext, words: readonly string[]): Promise<Entry[]> {
  return getEntries(db, await namedIds(db, timeEntry, words, input), now)
}
