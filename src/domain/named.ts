import { Failure } from './errors.ts'
import { fold } from './fold.ts'
import { nearest } from './nearest.ts'

/** What has a name that is unique whatever the case, and an id. */
export interface Named {
  readonly id: number
  readonly name: string
}

interface Folded extends Named {
  readonly name_folded: string
}

/** How a word finds one of these: all digits is an id, where there is one; anything else a name, whatever the case. */
export function finderIn<T extends Folded>(all: readonly T[]): (word: string) => T | undefined {
  const byName = new Map(all.map((one) => [one.name_folded, one]))
  const byId = new Map(all.map((one) => [String(one.id), one]))
  return (word) => byId.get(word) ?? byName.get(fold(word))
}

/** What words name, an id, a name or the only one a word begins, in the order typed, each once; `one` is what they are, `client`. */
export function namedBy<T extends Folded>(all: readonly T[], words: readonly string[], one: string): T[] {
  const find = finderIn(all)
  const whole = words.length > 1 ? find(words.join(' ')) : undefined
  return [...new Set(words.map((word) => find(word) ?? onlyBegun(all, word, one, { whole })))]
}

/**
 * The only one whose name a word begins; several are a conflict, for none not-found names the nearest. `whole` is the one
 * that all the words together name, who was meant where one of them names nobody; `otherwise` is the hint where none is near.
 */
export function onlyBegun<T extends Folded>(
  all: readonly T[],
  word: string,
  one: string,
  {
    whole,
    otherwise = `larry ${one} list --all`,
  }: { readonly whole?: Named | undefined; readonly otherwise?: string } = {},
): T {
  const folded = fold(word)
  const begun = all.filter(({ name_folded }) => name_folded.startsWith(folded))
  if (begun.length === 1) return begun[0]!
  if (begun.length > 1)
    throw new Failure('conflict', `several ${one}s begin with "${word}"`, begun.map(({ name }) => name).join(', '))
  const near = nearest(
    word,
    all.map(({ name }) => name),
  )
  const guess = near === undefined ? otherwise : `did you mean ${near}?`
  const hint = whole === undefined ? guess : `quote a name of several words: "${whole.name}"`
  throw new Failure('not-found', `${one} "${word}" does not exist`, hint)
}

/** `Acme, Globex`, or `5 clients (Acme, Globex, Initech, ...)` when there are many. */
export function nameAll(all: readonly Named[], plural: string): string {
  const names = all.map(({ name }) => name)
  return names.length > 3 ? `${names.length} ${plural} (${names.slice(0, 3).join(', ')}, ...)` : names.join(', ')
}

/** Which of these were as asked for before: `Acme was already archived`; nothing when none was. */
export function alreadySo(all: readonly Named[], plural: string, state: string): string[] {
  if (all.length === 0) return []
  return [`${nameAll(all, plural)} ${all.length === 1 ? 'was' : 'were'} already ${state}`]
}
