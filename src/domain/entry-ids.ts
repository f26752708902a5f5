import { Failure } from './errors.ts'
import { firstFields, notAnId, partsOf, readRun } from './refs.ts'

/** What is named by its number, in words: `comment`, `comments`, and the command that lists them. */
export interface EntryNoun {
  readonly one: string
  readonly many: string
  readonly list: string
}

/**
 * Reads ids as typed, each once, in the order typed: `7`, `3,4`, `7-9`, and for `-` those a pipe holds. A word that is
 * no id is refused, and a line that names nothing; an empty pipe is no ids.
 */
export function readEntryIds(noun: EntryNoun, words: readonly string[], input?: readonly string[]): number[] {
  const typed = partsOf(words.filter((word) => word !== '-'))
  if (typed.length === 0 && input === undefined)
    throw new Failure('usage', `no ${noun.one} is named`, 'ids such as 3, 3,4 or 7-9, or - to read them from a pipe')
  const ids = new Set<number>()
  for (const part of [...typed, ...partsOf(firstFields(input ?? []))]) {
    const run = readRun(part, noun.one)
    if (run === undefined) throw notAnId(part, noun.one)
    for (let id = run.from; id <= run.to; id++) ids.add(id)
  }
  return [...ids]
}

/** Reads the id of one thing. */
export function readEntryId(noun: EntryNoun, word: string): number {
  const ids = readEntryIds(noun, [word])
  if (ids.length > 1) throw new Failure('usage', `"${word}" names ${ids.length} ${noun.many}; one is needed`)
  return ids[0]!
}

/** That things of these ids are not there. */
export function missingEntries({ one, many, list }: EntryNoun, missing: readonly number[]): Failure {
  const shown = missing.slice(0, 5).join(', ')
  if (missing.length === 1) return new Failure('not-found', `${one} ${shown} does not exist`, list)
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : ''
  return new Failure('not-found', `${many} ${shown}${more} do not exist`, list)
}
