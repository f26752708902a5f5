import { readChoice } from '../choice.ts'
import { Failure } from '../errors.ts'
import { type Priority, priorities, type Status, statuses } from '../task.ts'
import { checkText } from '../title.ts'

/** Reads a priority: its name, a unique beginning of it, or 1 (low) to 5 (urgent). */
export function readPriority(text: string): Priority {
  if (/^[1-5]$/.test(text)) return priorities[Number(text) - 1]!
  return readChoice('priority', text, priorities)
}

/** Reads a status: its name or a unique beginning of it. */
export function readStatus(text: string): Status {
  return readChoice('status', text, statuses)
}

/** Reads the name of a project or client: no control characters, no empty part between slashes. */
export function readName(what: string, text: string): string {
  const name = text.trim().normalize('NFC')
  checkText(`the ${what} name`, name)
  if (name === '' || name.length > 200 || /\p{Cc}/u.test(name) || name.split('/').some((part) => part.trim() === ''))
    throw new Failure('usage', `"${text}" cannot name a ${what}`, `such as ${what}:work or ${what}:"spring sale"`)
  return name
}

/** Reads the name something is to have; `none`, which everywhere means no such thing, is refused. */
export function readNewName(what: string, text: string): string {
  const name = readName(what, text)
  if (name.toLowerCase() === 'none')
    throw new Failure('usage', `"${text}" cannot name a ${what}: it means no ${what}`, `${what}:none`)
  return name
}

/** Reads notes as they stand; blank ones are refused. */
export function readNotes(text: string): string {
  checkText('the notes', text)
  if (text.trim() === '') throw new Failure('usage', 'the notes are empty', '--notes none clears them')
  return text
}

/** True for what may follow `+`: begins with a letter, digit or emoji; no white space, quotes, brackets or commas. */
export function isTag(text: string): boolean {
  // Not outside: V8 compiles these classes at the start, a millisecond, and most lines have no tag.
  const shape =
    /^(?:[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]|[#*]\ufe0f?\u20e3)[^\s,;"'`()[\]{}<>\p{Cc}]*$/u
  return shape.test(text) && text.length <= 200 && text.isWellFormed()
}

export function readTag(text: string): string {
  const tag = text.replace(/^\+/, '').normalize('NFC')
  if (!isTag(tag))
    throw new Failure(
      'usage',
      `"${text}" cannot be a tag`,
      'a tag begins with a letter, digit or emoji and has no spaces or commas',
    )
  return tag
}

/** Splits `3,4` into its parts; a list of nothing is refused. */
export function readList(text: string): string[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) throw new Failure('usage', `"${text}" names nothing`)
  return parts
}
