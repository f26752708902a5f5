import { Failure } from './errors.ts'

/**
 * Lines of piped text: a BOM, CRLF and a missing last newline are taken in stride, bytes that are not UTF-8 are refused
 * with their place. `asIs` leaves carriage returns, so that joined lines are the text again.
 */
export function toLines(bytes: Uint8Array, what: string, { asIs = false } = {}): string[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Failure(
      'usage',
      `${what} is not UTF-8 (line ${badLine(bytes)})`,
      'convert it: iconv -f latin1 -t utf-8',
      { cause: error },
    )
  }
  const lines = text.split('\n').map((line) => (line.endsWith('\r') && !asIs ? line.slice(0, -1) : line))
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** The first line, from 1, that does not decode. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const at = bytes.indexOf(0x0a, start)
    const end = at < 0 ? bytes.length : at + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
  }
  return line
}
