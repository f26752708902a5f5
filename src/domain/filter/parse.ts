import { Failure } from '../errors.ts'
import type { Clock } from '../when/clock.ts'
import { splitText, splitWords, type Token } from '../words/split.ts'
import { isTag, readTag } from '../words/values.ts'
import { keyNamed } from '../words/vocabulary.ts'
import type { Filter } from './filter.ts'
import type { Operator } from './ranges.ts'
import { readTerm } from './terms.ts'

type Piece = { readonly mark: '(' | ')' | 'and' | 'or' | 'not' } | { readonly term: Filter }

/** The deepest nesting of parentheses and `not`. */
const deepest = 100

/** The most words of one filter: SQLite's expression depth ends at 1,000 (sqlite.org/limits.html). */
const longest = 500

/** Reads the words of a filter; side by side they mean `and`, which binds tighter than `or`. No words: undefined. */
export function parseFilter(words: readonly string[], literal: readonly string[], clock: Clock): Filter | undefined {
  return parseTokens(splitWords(words, literal, 'ask'), clock)
}

/** Reads a whole filter out of one text, such as the value of --where. */
export function parseFilterText(text: string, clock: Clock): Filter | undefined {
  return parseTokens(splitText(text, 'ask'), clock)
}

function parseTokens(tokens: readonly Token[], clock: Clock): Filter | undefined {
  const pieces = readPieces(tokens, clock)
  if (pieces.length === 0) return undefined
  if (pieces.length > longest)
    throw new Failure('usage', `the filter has ${pieces.length} words; at most ${longest} are read`)
  const { filter, next } = readOr(pieces, 0, 0)
  if (next < pieces.length)
    throw new Failure('usage', 'a ")" has no "(" before it', 'put text with parentheses after --')
  return filter
}

function readPieces(tokens: readonly Token[], clock: Clock): Piece[] {
  const pieces: Piece[] = []
  let open = 0
  for (const token of tokens) {
    if (token.literal === true) {
      pieces.push({ term: { kind: 'text', text: token.text } })
      continue
    }
    let text = token.text
    let closing = 0
    if (text.startsWith('not(')) {
      pieces.push({ mark: 'not' })
      text = text.slice(3)
    }
    for (; text.startsWith('('); text = text.slice(1), open++) pieces.push({ mark: '(' })
    for (; text.endsWith(')') && open > closing && !isPattern(text); text = text.slice(0, -1)) closing++
    open -= closing
    if (text !== '') pieces.push(readPiece(text === token.text ? token : splitWords([text], [], 'ask')[0]!, clock))
    for (let i = 0; i < closing; i++) pieces.push({ mark: ')' })
  }
  return pieces
}

/** A pattern ends with its slash; a parenthesis inside it is its own. */
function isPattern(text: string): boolean {
  return /^\/.+\/$/s.test(text)
}

function readPiece(token: Token, clock: Clock): Piece {
  const text = token.text
  if (text === 'and' || text === 'or' || text === 'not' || text === ')') return { mark: text }
  if (token.key !== undefined) return { term: readTerm(token.key, ':', token.value!, clock) }
  const [, spelling, operator, value] = /^([a-z]+)(<=|>=|<|>)(\S[^]*)$/.exec(text) ?? []
  const key = keyNamed(spelling ?? '', 'ask')
  if (key !== undefined) return { term: readTerm(key, operator as Operator, value!, clock) }
  if (text.startsWith('+') && text.length > 1) return { term: { kind: 'tag', anyOf: [readTag(text)] } }
  if (text.startsWith('-') && isTag(text.slice(1)))
    return { term: { kind: 'not', part: { kind: 'tag', anyOf: [readTag(text.slice(1))] } } }
  if (isPattern(text)) return { term: { kind: 'pattern', pattern: text.slice(1, -1) } }
  return { term: { kind: 'text', text } }
}

interface Read {
  readonly filter: Filter
  readonly next: number
}

function readOr(pieces: readonly Piece[], at: number, depth: number): Read {
  const parts: Filter[] = []
  let next = at
  for (;;) {
    const read = readAnd(pieces, next, depth)
    parts.push(read.filter)
    next = read.next
    if (markAt(pieces, next) !== 'or') break
    next++
  }
  return { filter: parts.length === 1 ? parts[0]! : { kind: 'or', parts }, next }
}

function readAnd(pieces: readonly Piece[], at: number, depth: number): Read {
  const parts: Filter[] = []
  let next = at
  for (;;) {
    const read = readOne(pieces, next, depth)
    parts.push(read.filter)
    next = read.next
    if (markAt(pieces, next) === 'and') next++
    else if (next >= pieces.length || markAt(pieces, next) === 'or' || markAt(pieces, next) === ')') break
  }
  return { filter: parts.length === 1 ? parts[0]! : { kind: 'and', parts }, next }
}

function readOne(pieces: readonly Piece[], at: number, depth: number): Read {
  const piece = pieces[at]
  if (depth > deepest) throw new Failure('usage', `the filter is nested deeper than ${deepest}`)
  if (piece === undefined) throw new Failure('usage', 'the filter ends where a word should follow')
  if ('term' in piece) return { filter: piece.term, next: at + 1 }
  if (piece.mark === 'not') {
    const { filter, next } = readOne(pieces, at + 1, depth + 1)
    return { filter: { kind: 'not', part: filter }, next }
  }
  if (piece.mark !== '(')
    throw new Failure(
      'usage',
      `a word should stand before "${piece.mark}"`,
      `to search for it as text: -- ${piece.mark}`,
    )
  const { filter, next } = readOr(pieces, at + 1, depth + 1)
  if (markAt(pieces, next) !== ')')
    throw new Failure('usage', 'a "(" is not closed', 'put text with parentheses after --')
  return { filter, next: next + 1 }
}

function markAt(pieces: readonly Piece[], at: number): string | undefined {
  const piece = pieces[at]
  return piece !== undefined && 'mark' in piece ? piece.mark : undefined
}
