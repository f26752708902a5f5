import { refusedAt } from '../refused-at.ts'
import { lineEnds } from '../text.ts'
import { refuseOddities } from './oddities.ts'

/** Deeper than this no list of tasks is nested. */
const deepest = 64

/**
 * Reads one JSON value (RFC 8259) so that nothing is lost on the way: a key given twice, a key `__proto__`, half a character,
 * NUL, a number a double does not hold exactly, too many levels and anything behind the value are usage failures that name the
 * line; `hint` goes with what is no JSON.
 */
export function parseStrictly(text: string, line: number, hint?: string): unknown {
  const seen = glance(text, line)
  const value = parse(text, line, hint)
  // A second, slower look is taken only where something may be odd: at most lines nothing is.
  if (seen.mayBeOdd || membersOf(value) !== seen.members) refuseOddities(text, line)
  return value
}

/** One quick look at a text that may not be JSON at all: how many members its objects have, and whether it is worth a closer one. */
function glance(text: string, line: number): { readonly members: number; readonly mayBeOdd: boolean } {
  let members = 0
  let depth = 0
  let mayBeOdd = text.includes('\\u') || text.includes('__proto__')
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === colon) members++
    else if (code === openBrace || code === openBracket) {
      if (++depth > deepest)
        throw refusedAt(line + lineEnds(text.slice(0, at)), `nested more than ${deepest} levels deep`)
    } else if (code === closeBrace || code === closeBracket) depth--
    else if (isDigit(code) && !mayBeOdd) {
      const start = at
      while (isInNumber(text.charCodeAt(at + 1))) at++
      mayBeOdd = at - start >= 14 || isExponent(text.charCodeAt(at + 1))
    }
  }
  return { members, mayBeOdd }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isInNumber(code: number): boolean {
  return isDigit(code) || code === dot
}

function isExponent(code: number): boolean {
  return code === 0x65 || code === 0x45
}

const [quote, backslash, colon, dot] = [0x22, 0x5c, 0x3a, 0x2e]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Where the string that begins at `start` ends: the place of its closing quote, or the end of the text. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === backslash) before--
    if ((end - before) % 2 === 0) return end
  }
  return text.length
}

function parse(text: string, line: number, hint?: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const at = Number(/ at position (\d+)/.exec(said)?.[1] ?? text.length)
    const isCut = said.startsWith('Unexpected end') || (said.startsWith('Expected') && text.slice(at).trim() === '')
    const reason = isCut ? 'it ends too soon' : reasonIn(said)
    throw refusedAt(line + lineEnds(text.slice(0, at)), `not JSON: ${reason}`, hint, error)
  }
}

/** What V8 says of a text, without the piece of it that it shows. */
function reasonIn(said: string): string {
  if (said.startsWith('Unexpected non-whitespace')) return 'something follows the value'
  const reason = said.replace(/ in JSON at position [^]*$|, (\.\.\.)?"[^]*is not valid JSON$/, '')
  return reason.endsWith('is not valid JSON') ? 'it is no value' : reason.toLowerCase()
}

/** How many members all objects in a value have together. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts: unknown[] = Object.values(value)
  let count = Array.isArray(value) ? 0 : parts.length
  for (const part of parts) if (typeof part === 'object') count += membersOf(part)
  return count
}
