import { fold } from './fold.ts'

/** What has a name that is unique whatever the case, and an id. */
export interface Named {
  readonly id: number
  readonly name: string
}

/** How a word finds one of these: all digits is an id, where there is one; anything else a name, whatever the case. */
export function finderIn<T extends Named & { readonly name_folded: string }>(
  all: readonly T[],
): (word: string) => T | undefined {
  const byName = new Map(all.map((one) => [one.name_folded, one]))
  const byId = new Map(all.map((one) => [String(one.id), one]))
  return (word) => byId.get(word) ?? byName.get(fold(word))
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
