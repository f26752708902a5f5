import { refusedAt } from '../refused-at.ts'
import { type Cursor, cursorOn } from './cursor.ts'

/** A piece of a JSON text that can be read by itself, and the line on which it begins. */
export interface Element {
  /** Of a member of the outermost object; undefined for an element of the outermost array, or for a value that stands alone. */
  readonly key?: string
  /** The value stood in a list, of which there may be more. */
  readonly inList: boolean
  readonly text: string
  readonly line: number
}

/**
 * Splits a JSON text that may be larger than memory: an array into its elements; an object into its members, and those
 * members which are arrays and of which `isList` holds into their elements. The elements themselves are not looked into.
 * `isList` is asked with the first key of the object and the key of the member.
 */
export function* elementsOf(
  pieces: Iterable<string>,
  isList: (first: string, key: string) => boolean,
): Generator<Element> {
  const text = cursorOn(pieces)
  const start = text.skipSpace()
  if (start === '') throw text.unexpected('a value')
  if (start === '[') yield* listOf(text, undefined)
  else if (start === '{') yield* membersOf(text, isList)
  else yield { inList: false, ...text.value() }
  if (text.skipSpace() !== '') throw text.unexpected('the end')
}

function* membersOf(text: Cursor, isList: (first: string, key: string) => boolean): Generator<Element> {
  text.take('{')
  const keys = new Set<string>()
  if (text.skipSpace() === '}') return text.take('}')
  for (;;) {
    if (text.skipSpace() !== '"') throw text.unexpected('a key')
    const { key, line } = keyIn(text.value())
    if (keys.has(key)) throw refusedAt(line, `the key "${key}" is given twice`)
    keys.add(key)
    const [first = key] = keys
    text.skipSpace()
    text.take(':')
    if (text.skipSpace() === '[' && isList(first, key)) yield* listOf(text, key)
    else yield { key, inList: false, ...text.value() }
    if (text.skipSpace() === '}') return text.take('}')
    text.take(',')
  }
}

function* listOf(text: Cursor, key: string | undefined): Generator<Element> {
  text.take('[')
  if (text.skipSpace() === ']') return text.take(']')
  for (;;) {
    text.skipSpace()
    yield { ...(key !== undefined && { key }), inList: true, ...text.value() }
    if (text.skipSpace() === ']') return text.take(']')
    text.take(',')
  }
}

function keyIn({ text, line }: { text: string; line: number }): { readonly key: string; readonly line: number } {
  try {
    return { key: JSON.parse(text) as string, line }
  } catch (error) {
    throw refusedAt(line, `not JSON: ${text} is no key`, undefined, error)
  }
}
