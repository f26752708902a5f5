import { Failure } from './errors.ts'

/**
 * The hint for text in another encoding. `again` reads it once it is converted, `larry apply -`; without it somebody saves
 * it anew. Outside of UTF-8 it is mostly what spreadsheets and editors of Windows write.
 */
export function conversion(again: string | undefined, from = 'cp1252'): string {
  return again === undefined ? 'save it as UTF-8' : `save it as UTF-8, or: iconv -f ${from} -t utf-8 FILE | ${again}`
}

/** The failure for bytes on a line of `what` that are not UTF-8; `again` as for the hint. */
export function notUtf8(what: string, line: number, again?: string, cause?: unknown): Failure {
  return new Failure('usage', `${what} is not UTF-8 (line ${line})`, conversion(again), { cause, line })
}

/** The line of the first byte that does not decode, in bytes that begin on `line` and with a whole character. */
export function badLine(bytes: Uint8Array, line = 1): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let found = line
  for (let start = 0; start < bytes.length; found++) {
    const at = bytes.indexOf(0x0a, start)
    const end = at < 0 ? bytes.length : at + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return found
    }
    start = end
  }
  return found
}
