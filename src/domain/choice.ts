import { unknown } from './errors.ts'
import { nearest } from './nearest.ts'

/** Reads one of a few words: the word itself or a unique beginning of it, whatever the case; another is refused with the nearest. */
export function readChoice<T extends string>(what: string, text: string, allowed: readonly T[]): T {
  const typed = text.toLowerCase()
  const found = allowed.filter((word) => typed !== '' && word.startsWith(typed))
  const only = found.find((word) => word === typed) ?? (found.length === 1 ? found[0] : undefined)
  if (only === undefined) throw unknown(what, text, allowed, nearest(typed, allowed))
  return only
}
