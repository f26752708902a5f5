import { either } from '../../domain/either.ts'
import { among, nullable, type Schema, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

export interface Command {
  readonly command: string
  readonly answers: 'list' | 'object' | 'lines'
  readonly about: string
}

/** Commands, and whether each answers a list, one object or one a line. */
export const commandView: View<Command> = {
  singular: 'command',
  plural: 'commands',
  types: { command: text, answers: among(['list', 'object', 'lines']), about: text },
  columns: ['command', 'answers', 'about'],
  id: 'command',
  isNamed: true,
}

interface Document {
  readonly $schema: string
  readonly title: string
  readonly description: string
}

/** A JSON Schema: what else it has depends on what it describes. */
export const documentView: View<Document> = {
  singular: 'schema',
  plural: 'schemas',
  types: { $schema: text, title: text, description: text },
  columns: ['title', 'description'],
  id: 'title',
}

interface Key {
  readonly key: string
  readonly type: string
  readonly description: string | null
}

/** The keys of a row, for people. */
export const keyView: View<Key> = {
  singular: 'key',
  plural: 'keys',
  types: { key: text, type: text, description: nullable(text) },
  columns: ['key', 'type', 'description'],
  id: 'key',
  isNamed: true,
}

/** The keys an object has by its schema, in their order. */
export function toKeys({ properties }: Schema): Key[] {
  return Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>).map(([key, schema]) => ({
    key,
    type: wordsOf(schema),
    description: (schema['description'] as string | undefined) ?? null,
  }))
}

interface Parts {
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | null)[]
  readonly format?: string
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** A type in words: `string (date-time) or null`, `list of integer`, `low, medium or high`. */
function wordsOf(schema: Schema): string {
  const { type, enum: words, format, items, anyOf } = schema as Parts
  if (anyOf !== undefined) return either(anyOf.map(wordsOf))
  if (words !== undefined) return either(words.map(String))
  if (items !== undefined) return `list of ${wordsOf(items)}`
  const [first, ...more] = [type ?? []].flat()
  return either([format === undefined ? first! : `${first} (${format})`, ...more])
}
