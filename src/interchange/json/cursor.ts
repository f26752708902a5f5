import type { Failure } from '../../domain/errors.ts'
import { refusedAt } from '../refused-at.ts'
import { lineEnds, longestLine } from '../text.ts'

/** A place in a JSON text that comes piece by piece, which moves forward only. */
export interface Cursor {
  /** The next character that is no white space, or nothing at the end. */
  readonly skipSpace: () => string
  /** Goes past a character that has to stand here. */
  readonly take: (character: string) => void
  /** Goes past a whole value; only where it ends is looked for. */
  readonly value: () => { readonly text: string; readonly line: number }
  /** That something else stands here than what was expected. */
  readonly unexpected: (expected: string) => Failure
}

export function cursorOn(pieces: Iterable<string>): Cursor {
  const source = pieces[Symbol.iterator]()
  let piece = ''
  let at = 0
  let line = 1
  const hasMore = () => {
    while (at >= piece.length) {
      const next = source.next()
      if (next.done === true) return false
      piece = next.value
      at = 0
    }
    return true
  }
  const skipSpace = () => {
    for (; hasMore(); at++) {
      const character = piece[at]!
      if (!' \t\n\r'.includes(character)) return character
      if (character === '\n') line++
    }
    return ''
  }
  const unexpected = (expected: string) =>
    hasMore()
      ? refusedAt(line, `not JSON: "${piece.slice(at, at + 10)}" stands where ${expected} should`)
      : refusedAt(line, 'not JSON: the text ends too soon', 'was it cut short?')
  const take = (character: string) => {
    if (!hasMore() || piece[at] !== character) throw unexpected(`"${character}"`)
    at++
  }
  const value = () => {
    const begin = line
    const parts: string[] = []
    const ends = valueEnds()
    let length = 0
    for (let isOver = false; !isOver && hasMore(); ) {
      const start = at
      while (!isOver && at < piece.length) {
        const step = ends(piece.charCodeAt(at))
        isOver = step !== 'inside'
        if (step !== 'before') at++
      }
      const part = piece.slice(start, at)
      parts.push(part)
      line += lineEnds(part)
      length += part.length
      if (length > longestLine) throw refusedAt(begin, 'a value does not end', 'larry reads a value at a time')
    }
    if (length === 0) throw unexpected('a value')
    return { text: parts.join(''), line: begin }
  }
  return { skipSpace, take, value, unexpected }
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d]

/** Tells of one character after another whether the value goes on, ends with it or ended before it. */
function valueEnds(): (code: number) => 'inside' | 'with' | 'before' {
  let depth = 0
  let inString = false
  let escaped = false
  return (code) => {
    if (escaped) escaped = false
    else if (inString) {
      if (code === backslash) escaped = true
      else if (code === quote) {
        inString = false
        if (depth === 0) return 'with'
      }
    } else if (code === quote) inString = true
    else if (code === openBrace || code === openBracket) depth++
    else if (code === closeBrace || code === closeBracket) {
      if (depth === 0) return 'before'
      if (--depth === 0) return 'with'
    } else if (depth === 0 && (code === 0x2c || code <= 0x20)) return 'before'
    return 'inside'
  }
}
