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

/** Refuses a title that is blank, too long or not storable; returns it as given. */
export function checkTitle(title: string): string {
  if (isBlank(title)) throw new Failure('usage', 'a task needs a title', 'larry add "Pay rent tomorrow"')
  checkText('the title', title)
  const length = title.length > titleLimit ? Array.from(title).length : title.length
  if (length > titleLimit)
    throw new Failure(
      'usage',
      `the title has ${length} characters; at most ${titleLimit} are kept`,
      'put the long part in --notes',
    )
  return title
}
