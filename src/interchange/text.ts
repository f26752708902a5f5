import { Failure } from '../domain/errors.ts'
import { badLine, conversion, notUtf8 } from '../domain/not-utf8.ts'

/** The longest line a file of lines may have, in characters: larger ones are no list of tasks. */
export const longestLine = 256 << 20

/**
 * Decodes a file piece by piece. A BOM is passed over; bytes that are not UTF-8 and NUL are refused with their line,
 * for to store them would be to alter them. `again` reads the file once it is converted: `larry apply -`.
 */
export function* decoded(pieces: Iterable<Uint8Array>, what: string, again?: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (bytes: Uint8Array, line: number) => {
    try {
      return decoder.decode(bytes)
    } catch (error) {
      throw notUtf8(what, badLine(bytes, line), again, error)
    }
  }
  let line = 1
  let isFirst = true
  let cut: Uint8Array = new Uint8Array()
  for (const piece of pieces) {
    if (isFirst) refuseUtf16(piece, what, again)
    const bytes = joined(cut, piece)
    const end = bytes.length - cutOff(bytes)
    // A copy, which Buffer's own slice is not: a piece is good only until the next is asked for.
    cut = new Uint8Array(bytes.subarray(end))
    const text = decode(bytes.subarray(0, end), line)
    refuseNul(text, what, line)
    line += lineEnds(text)
    const told = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text
    if (text !== '') isFirst = false
    if (told !== '') yield told
  }
  if (cut.length > 0) throw notUtf8(what, line, again)
}

/** Lines without their ends, LF or CRLF, each with its number from 1; the last need not be ended. */
export function* linesOf(pieces: Iterable<string>): Generator<{ readonly line: number; readonly text: string }> {
  let line = 1
  let parts: string[] = []
  let length = 0
  const add = (part: string) => {
    parts.push(part)
    length += part.length
    if (length > longestLine)
      throw new Failure('usage', `line ${line} does not end`, 'larry reads a line at a time', { line })
  }
  const take = () => {
    const text = parts.length === 1 ? parts[0]! : parts.join('')
    parts = []
    length = 0
    return { line: line++, text: text.endsWith('\r') ? text.slice(0, -1) : text }
  }
  for (const piece of pieces) {
    let start = 0
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', start)) {
      add(piece.slice(start, at))
      yield take()
      start = at + 1
    }
    if (start < piece.length) add(piece.slice(start))
  }
  if (length > 0) yield take()
}

/** How many line ends a text has. */
export function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** A table that a spreadsheet saved as "Unicode text" begins with one of these two byte order marks. */
function refuseUtf16([first, second]: Uint8Array, what: string, again: string | undefined): void {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new Failure('usage', `${what} is UTF-16`, conversion(again, 'utf-16'))
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail
  const all = new Uint8Array(head.length + tail.length)
  all.set(head)
  all.set(tail, head.length)
  return all
}

/** How many bytes at the end begin a character that is not all there (RFC 3629 3): at most three. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return length > back ? back : 0
  }
  return 0
}

function refuseNul(text: string, what: string, line: number): void {
  const at = text.indexOf('\0')
  if (at >= 0)
    throw new Failure(
      'usage',
      `${what} has a NUL character (line ${line + lineEnds(text.slice(0, at))})`,
      'it is no text',
    )
}
