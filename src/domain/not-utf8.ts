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
