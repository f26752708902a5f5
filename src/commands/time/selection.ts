import type { WriteContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefLines, readRefs } from '../../domain/refs.ts'
import { resolveRefs, timeEntry } from '../../repositories/task-refs.ts'
import { type Entry, getEntries } from '../../repositories/time-entries.ts'

/** The entries a changing verb is about, by id: as typed, and those a pipe holds. An empty pipe is no entries. */
export async function selectEntries({ db, input, now }: WriteContext, words: readonly string[]): Promise<Entry[]> {
  const typed = readRefs(
    words.filter((word) => word !== '-'),
    timeEntry.one,
  )
  if (typed.length === 0 && input === undefined)
    throw new Failure('usage', 'no time entry is named', 'ids as larry time list shows them: 3, 3,4 or 7-9, or -')
  const refs = [...typed, ...(input === undefined ? [] : readRefLines(input, timeEntry.one))]
  return getEntries(db, await resolveRefs(db, refs, { of: timeEntry }), now)
}

/** The one task a word means. */
export async function oneTask(db: Db, word: string): Promise<number> {
  const ids = await resolveRefs(db, readRefs([word]))
  if (ids.length !== 1) throw new Failure('usage', `"${word}" does not name one task`, 'such as 12')
  return ids[0]!
}
