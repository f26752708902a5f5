import { nearest } from '../../nearest.ts'
import { holidayWords } from './holidays.ts'
import { vocabulary } from './words.ts'

/** A longer text is no mistyped date. */
const longest = 80

/** Words that stand between the others, which no mistyped word means. */
const small = ['in', 'on', 'at', 'by', 'of', 'the', 'to', 'and', 'a', 'an', 'am', 'pm']

/** The phrase with its one mistyped word set right, if it can then be read. */
export function meant(phrase: string, isRead: (phrase: string) => boolean): string | undefined {
  const words = phrase.toLowerCase().split(/\s+/)
  if (phrase.length > longest) return undefined
  const right = [...vocabulary(), ...holidayWords]
  const known = new Set([...right, ...small])
  const odd = words.filter((word) => /^[a-z]{3,}$/.test(word) && !known.has(word))
  if (odd.length !== 1) return undefined
  const mended = (word: string) => words.map((other) => (other === odd[0] ? word : other)).join(' ')
  const readable = right.filter((word) => nearest(odd[0]!, [word]) !== undefined && isRead(mended(word)))
  const near = nearest(odd[0]!, readable)
  return near === undefined ? undefined : mended(near)
}
