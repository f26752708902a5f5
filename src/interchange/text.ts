import { Failure } from '../domain/errors.ts'

/** The longest line a file of lines may have, in characters: larger ones are no list of tasks. */
const longestLine = 64 << 20

/**
 * Decodes a file piece by piece. A BOM is passed over; bytes that are not UTF-8 and NUL are refused with their line,
 * for to store them would be to alter them.
 */
export function* decoded(pieces: Iterable<Uint8Array>, what: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch (error) {
      throw new Failure(
        'usage',
        `${what} is not UTF-8 (line ${bytes === undefined ? line : badLine(bytes, line)})`,
        'convert it: iconv -f latin1 -t utf-8',
        { cause: error },
      )
    }
  }
  for (const piece of pieces) {
    const text = decode(piece)
    refuseNul(text, what, line)
    line += lineEnds(text)
    if (text !== '') yield text
  }
  const rest = decode()
  if (rest !== '') yield rest
}

/** Lines without their ends, LF or CRLF, each with its number from 1; the last need not be ended. */
export function* linesOf(pieces: Iterable<string>): Generator<{ readonly line: number; readonly text: string }> {
  let line = 0
  let rest = ''
  for (const piece of pieces) {
    const parts = `${rest}${piece}`.split('\n')
    rest = parts.pop()!
    if (rest.length > longestLine)
      throw new Failure('usage', `line ${line + parts.length + 1} does not end`, 'larry reads a line at a time')
    for (const part of parts) yield { line: ++line, text: part.endsWith('\r') ? part.slice(0, -1) : part }
  }
  if (rest !== '') yield { line: line + 1, text: rest }
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

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The line of the first byte that does not decode, in a piece that begins on `line`. */
function badLine(bytes: Uint8Array, line: number): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let found = line
  for (let start = 0; start < bytes.length; found++) {
    const at = bytes.indexOf(0x0a, start)
    const end = at < 0 ? bytes.length : at + 1
    try {
      decoder.decode(bytes.subarray(start, end), { stream: true })
    } catch {
      return found
    }
    start = end
  }
  return found
}
