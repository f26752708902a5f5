import { Failure } from './errors.ts'
import { titleLimit } from './task.ts'

/** Refuses text SQLite or JSON could not give back unchanged: NUL ends a C string, a lone surrogate is no character. */
export function checkText(what: string, text: string): void {
  if (text.includes('\0')) throw new Failure('usage', `${what} holds a NUL character`)
  if (!text.isWellFormed()) throw new Failure('usage', `${what} holds half a character (a lone surrogate)`)
}

/** Nothing but white space: what `trim` takes away (ECMA-262 12.2), and NEL, which Unicode counts too. */
export function isBlank(text: string): boolean {
  return text.replaceAll('\x85', '').trim() === ''
}

/** Refuses text of more characters (code points) than are kept; the hint says where else it can go. */
export function checkLength(what: string, text: string, limit: number, hint?: string): void {
  const length = text.length > limit ? Array.from(text).length : text.length
  if (length > limit) throw new Failure('usage', `${what} has ${length} characters; at most ${limit} are kept`, hint)
}

/** Refuses a title that is blank, too long or not storable; returns it as given. */
export function checkTitle(title: string): string {
  if (isBlank(title)) throw new Failure('usage', 'a task needs a title', 'larry add "Pay rent tomorrow"')
  checkText('the title', title)
  checkLength('the title', title, titleLimit, 'put the long part in --notes')
  return title
}
