import { cursorOn } from '../json/cursor.ts'
import { parseStrictly } from '../json/strict.ts'

/** A task as Taskwarrior writes it: its attributes, those the user defined among them. */
export type Entry = Readonly<Record<string, unknown>>

/**
 * The tasks of an export with the lines they begin on: a list, or one after another, with or without commas between or
 * behind them, as versions 1 to 3 write. Refuses what is no object.
 */
export function* entriesOf(pieces: Iterable<string>): Generator<{ readonly entry: Entry; readonly line: number }> {
  const text = cursorOn(pieces)
  const inList = text.skipSpace() === '['
  if (inList) text.take('[')
  for (let next = text.skipSpace(); next !== ''; next = text.skipSpace()) {
    if (next === ',') text.take(',')
    else if (next === ']' && inList) break
    else if (next !== '{') throw text.unexpected('a task')
    else {
      const value = text.value()
      yield { entry: parseEntry(value.text, value.line), line: value.line }
    }
  }
  if (inList) text.take(']')
  if (text.skipSpace() !== '') throw text.unexpected('the end')
}

/** A value as text; empty for what is neither text nor number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function parseEntry(text: string, line: number): Entry {
  return parseStrictly(isJson(text) ? text : mended(text), line) as Entry
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * Taskwarrior's JSON as JSON: it writes control characters as they are, and what is no number in a numeric attribute
 * without quotes, `"estimate":2h`.
 */
function mended(text: string): string {
  return text.replaceAll(/"[^"\\]*(?:\\[^][^"\\]*)*"|[^\s"{}[\],:]+/g, (token) => {
    if (token.startsWith('"')) return token.replaceAll(control, (character) => JSON.stringify(character).slice(1, -1))
    return isJson(token) ? token : JSON.stringify(token)
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0001-\u001f]/g
