import { Failure } from '../errors.ts'
import { keyNamed, meantKey, onlySets, type Use } from './vocabulary.ts'

/** A run of the line: plain text, or a key with its value. */
export interface Token {
  readonly text: string
  readonly key?: string
  readonly value?: string
  /** Stood after `--`: text whatever it looks like, its spacing kept. */
  readonly literal?: true
  /** Found inside a longer text, where an unreadable value may be prose ("Setting wait on status:completed"). */
  readonly inText?: true
}

const keyed = /^([a-z]+):(\S[^]*)$/

/** Splits the arguments of a command into tokens (rules 1 and 2 of spec part 3). */
export function splitWords(words: readonly string[], literal: readonly string[], use: Use): Token[] {
  return [
    ...words.flatMap((word) => splitArgument(word, use)),
    ...literal.map((text): Token => ({ text, literal: true })),
  ]
}

/** An argument that begins with a known `key:` is one value, spaces included; any other is split at white space. */
function splitArgument(argument: string, use: Use): Token[] {
  const [, spelling, rest] = keyed.exec(argument) ?? []
  const key = keyNamed(spelling ?? '', use)
  if (key === undefined && use === 'ask' && /^\/.+\/$/s.test(argument)) return [{ text: argument }]
  if (key === undefined) return splitText(argument, use)
  return [{ text: argument, key, value: unquote(rest!, argument) }]
}

function unquote(value: string, argument: string): string {
  if (!value.startsWith('"')) return value
  if (value.length < 2 || !value.endsWith('"')) throw new Failure('usage', `the quote in ${argument} is not closed`)
  return value.slice(1, -1)
}

/** A quoted value right after its key, or anything up to the next space; in a filter a /pattern/ too holds its spaces. */
const setPieces = /\(*[a-z]+:"[^"]*"\)*(?=\s|$)|\S+/g
const askPieces = /(?:not)?\(*[a-z]+:"[^"]*"\)*(?=\s|$)|(?:not)?\(*\/(?:\\.|[^/\\])+\/\)*(?=\s|$)|\S+/g

/** Splits a line of text at white space; quotes mean something only right after `key:`. */
export function splitText(text: string, use: Use): Token[] {
  const pieces = text.match(use === 'ask' ? askPieces : setPieces) ?? []
  return pieces.map((piece): Token => {
    const [, spelling, value] = keyed.exec(piece) ?? []
    if (spelling === undefined) return { text: piece }
    const key = keyNamed(spelling, use)
    const inText = pieces.length > 1 ? { inText: true as const } : {}
    if (key === undefined) {
      if (use === 'ask' && onlySets(spelling)) throw noFilter(piece, spelling)
      const meant = meantKey(spelling, use)
      if (meant !== undefined)
        throw new Failure('usage', `unknown word "${piece}"`, `did you mean ${meant}:? (to keep it as text: --literal)`)
      return { text: piece }
    }
    if (/^"[^"]*$/.test(value!) || value === '""') return { text: piece }
    return { text: piece, key, value: value!.replace(/^"(.*)"$/s, '$1'), ...inText }
  })
}

function noFilter(piece: string, key: string): Failure {
  const state = key === 'remind' ? 'has:reminders' : 'is:recurring'
  return new Failure('usage', `"${piece}" does not filter`, `${state} does; to look for the text: -- "${piece}"`)
}
