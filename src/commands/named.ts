import type { Db } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { readRefLines, readRefs } from '../domain/refs.ts'
import { type Kind, resolveRefs, task } from '../repositories/refs.ts'

/** The ids a verb is told, typed and from a pipe, each once; an empty pipe is none. To be told nothing at all is refused. */
export async function namedIds(
  db: Db,
  of: Kind,
  words: readonly string[],
  input: readonly string[] | undefined,
  hint = 'ids such as 3, 3,4 or 7-9, or - to read them from a pipe',
): Promise<number[]> {
  const typed = readRefs(
    words.filter((word) => word !== '-'),
    of.one,
  )
  if (typed.length === 0 && input === undefined) throw new Failure('usage', `no ${of.one} is named`, hint)
  return resolveRefs(db, [...typed, ...readRefLines(input ?? [], of.one)], { of })
}

/** The one thing a word names. */
export async function oneId(db: Db, word: string, of = task): Promise<number> {
  const refs = readRefs(word === '-' ? [] : [word], of.one)
  const ids = refs.length === 1 ? await resolveRefs(db, refs, { of }) : []
  if (ids.length !== 1) throw new Failure('usage', `"${word}" does not name one ${of.one}`, 'such as 12')
  return ids[0]!
}
