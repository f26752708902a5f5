import { Failure, unknown } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { Format } from './format.ts'

/** Every format, read only when it is asked for. */
const formats = {
  json: async () => (await import('./json/document.ts')).json,
  ndjson: async () => (await import('./json/ndjson.ts')).ndjson,
  csv: async () => (await import('./csv.ts')).csv,
  tsv: async () => (await import('./csv.ts')).tsv,
  todotxt: async () => (await import('./todotxt.ts')).todotxt,
  taskwarrior: async () => (await import('./taskwarrior.ts')).taskwarrior,
  ics: async () => (await import('./ics.ts')).ics,
  md: async () => (await import('./markdown.ts')).markdown,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]

/** What a file's name ends in, and the format it stands for. */
const endings: Readonly<Record<string, FormatName>> = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  txt: 'todotxt',
  todotxt: 'todotxt',
  taskwarrior: 'taskwarrior',
  md: 'md',
  markdown: 'md',
  ics: 'ics',
}

export function loadFormat(name: FormatName): Promise<Format> {
  return formats[name]()
}

/** The format of this name; an unknown one is refused with the nearest. */
export function formatNamed(name: string): FormatName {
  const known = formatNames.find((one) => one === name.toLowerCase())
  if (known === undefined) throw unknown('format', name, formatNames, nearest(name, formatNames))
  return known
}

/** The format a file's name stands for, undefined where it stands for none. */
function formatOfFile(file: string): FormatName | undefined {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined
}

/** The format asked for by name or else by the name of the file; where neither tells, that is refused. */
export function formatFor(as: string | undefined, file: string): FormatName {
  const name = as === undefined ? formatOfFile(file) : formatNamed(as)
  if (name !== undefined) return name
  const what = file === '-' ? 'standard input has no name to tell its format by' : `"${file}" does not tell its format`
  throw new Failure('usage', what, `--as ${formatNames.join(', ')}`)
}

/** The format of a file by its beginning: JSON whose first task has a uuid, an entry and a description is Taskwarrior's. */
export function formatOfStart(named: FormatName, start: string): FormatName {
  const first = /^\ufeff?[\s[]*(\{[^{}]*)/.exec(start)?.[1] ?? ''
  const isTheirs = ['uuid', 'entry', 'description'].every((key) => first.includes(`"${key}":`))
  return named === 'json' && isTheirs ? 'taskwarrior' : named
}
