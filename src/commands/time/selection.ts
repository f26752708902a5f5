import type { WriteContext } from '../../cli/context.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { readPast } from '../../domain/when/moment.ts'
import { timeEntry } from '../../repositories/refs.ts'
import { type Entry, getEntries } from '../../repositories/time-entries.ts'
import { namedIds } from '../named.ts'

/** The entries a changing verb is about, by id: as typed, and those a pipe holds. An empty pipe is no entries. */
export async function selectEntries({ db, input, now }: WriteContext, words: readonly string[]): Promise<Entry[]> {
  return getEntries(db, await namedIds(db, timeEntry, words, input), now)
}

/** A moment of an entry: a time alone is on the day it began, or where it had not begun by then on the day it ended. */
export function readWithin(text: string, { started_at, ended_at }: Entry, clock: Clock): string {
  const [first, last] = [started_at, ended_at ?? clock.now].map((at) => clock.zone.civilOf(at).slice(0, 10))
  const moment = readPast(text, clock, first)
  return moment < started_at ? readPast(text, clock, last) : moment
}
