import { badLine, notUtf8 } from './not-utf8.ts'

/** How piped text is taken. */
interface Taking {
  /** Carriage returns stay, so that joined lines are the text again. */
  readonly asIs?: boolean
  /** What reads the text once it is converted to UTF-8: `larry add -`. */
  readonly again?: string
}

/**
 * Lines of piped text: a BOM, CRLF and a missing last newline are taken in stride, bytes that are not UTF-8 are refused
 * with their place.
 */
export function toLines(bytes: Uint8Array, what: string, { asIs = false, again }: Taking = {}): string[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw notUtf8(what, badLine(bytes), again, error)
  }
  const lines = text.split('\n').map((line) => (line.endsWith('\r') && !asIs ? line.slice(0, -1) : line))
  if (lines.at(-1) === '') lines.pop()
  return lines
}
