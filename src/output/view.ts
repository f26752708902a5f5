import type { Types } from './types.ts'

/** A colour by its meaning; which it is, or none, is the terminal's matter. */
export type Tone = 'alarm' | 'notice' | 'good' | 'quiet' | 'strong'

/** How one kind of row is shown. The same keys feed every format; JSON takes the values as they are. */
export interface View<T> {
  readonly singular: string
  readonly plural: string
  /** Every key a row has, in the order of JSON, and what its values are; `--fields` picks among them. */
  readonly types: Types<T>
  /** What table, csv and tsv show unless `--fields` says otherwise. */
  readonly columns: readonly (keyof T & string)[]
  /** The key the `ids` format prints. */
  readonly id: keyof T & string
  /** The rows go by names, which a table may cut, not by ids to be typed again. */
  readonly isNamed?: true
  /** The columns are those somebody asked for: none is left out where there is no room. */
  readonly isAsked?: true
  /** How a table words a value when it is not the value itself. */
  readonly words?: { readonly [K in keyof T & string]?: (row: T) => string }
  readonly tone?: (row: T, key: keyof T & string) => Tone | undefined
}

/** The keys of a row, in the order of JSON. */
export function keysOf({ types }: { readonly types: object }): readonly string[] {
  return Object.keys(types)
}

/** Rows as they come, a page at a time, so that a hundred thousand need not be held at once. */
export type Pages<T = object> = AsyncIterable<readonly T[]>

/** The rows of a reply a page at a time; those held already are one page. */
export async function* pagesOf(rows: Reply['rows']): AsyncGenerator<readonly object[]> {
  if (Symbol.asyncIterator in rows) yield* rows
  else yield rows
}

/** The rows of a reply, all of them. */
export async function allOf(rows: Reply['rows']): Promise<readonly object[]> {
  if (!(Symbol.asyncIterator in rows)) return rows
  const all: object[] = []
  for await (const page of rows) all.push(...page)
  return all
}

/** How a picture may be drawn: in which colours, and how many cells wide, undefined for any width. */
export interface Drawing {
  readonly limit: number | undefined
  readonly paint: (tone: Tone | undefined, text: string) => string
}

/** What a command answers. Handlers print nothing; formats do. */
export interface Reply {
  readonly view: View<object>
  readonly rows: readonly object[] | Pages
  /** The same rows as one line of JSON each, in pages, where the database can make them: that is three times as fast. */
  readonly jsonLines?: (keys: readonly string[]) => AsyncIterable<readonly string[]>
  /** Sums beneath the rows of a table or Markdown: no rows themselves, so no other format has them. */
  readonly foot?: readonly object[]
  /** A single thing: one object in JSON instead of a list, and null when there is none. */
  readonly one?: true
  /** The heading of the group a row belongs to; rows of one group stand together. Only table and md show it. */
  readonly group?: (row: object) => string
  /** How many rows the group of a row has in all, where only some are shown. */
  readonly groupSize?: (row: object) => number
  /** A picture of the rows beneath their table, for people: no other format has it. */
  readonly picture?: (drawing: Drawing) => string
  /** What a changing verb says in place of a table. */
  readonly sentences?: readonly string[]
  /** Added on stderr: hints, counts, what to know. */
  readonly notes?: readonly string[]
  /** What went wrong on the way; told whatever the format, however quiet. */
  readonly warnings?: readonly string[]
  /** The rows are new: with -q only their ids are told. */
  readonly created?: true
  /** Text in place of rows, as it stands, unless a format for programs was asked for. */
  readonly document?: string
  /** The command has written its answer to stdout itself, byte for byte. */
  readonly written?: true
  /** Another larry did the work, and has told where its time went. */
  readonly profiled?: true
  /** Exit code other than 0; `codeIfNone` when there are no rows. */
  readonly code?: number
  readonly codeIfNone?: number
}

/** A list of rows, or with `one` the only thing asked for. */
export function reply<T extends object>(
  view: View<T>,
  rows: readonly T[] | Pages<T>,
  more: Omit<Reply, 'view' | 'rows'> = {},
): Reply {
  return { view: asView(view), rows, ...more }
}

/** A view as formats take it, knowing nothing of the rows but their keys. */
export function asView<T extends object>(view: View<T>): View<object> {
  return view as unknown as View<object>
}

/** The text of a value outside JSON: nothing for null, lists side by side. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  if (typeof value === 'object') return JSON.stringify(value)
  return `${value as string | number | boolean}`
}
