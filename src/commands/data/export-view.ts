import { counted } from '../../domain/counted.ts'
import { type RecordKind, recordKinds } from '../../domain/records/file-record.ts'
import { type FormatName, formatNames } from '../../interchange/formats.ts'
import { among, integer, listOf, object, objectOf, text } from '../../output/types.ts'
import type { View } from '../../output/view.ts'

export type Counts = Record<RecordKind, number>

/** What was written, and how much of it. */
interface Exported {
  readonly file: string
  readonly format: FormatName
  readonly records: Counts
}

export const exportedView: View<Exported> = {
  singular: 'export',
  plural: 'exports',
  types: {
    file: text,
    format: among(formatNames),
    records: objectOf<Counts>({
      client: integer,
      project: integer,
      task: integer,
      reminder: integer,
      habit: integer,
      view: integer,
    }),
  },
  columns: ['file', 'format', 'records'],
  id: 'file',
  words: { records: ({ records }) => wordsOf(records) },
}

type Records = readonly Readonly<Record<string, unknown>>[]

interface Document {
  readonly larry: number
  readonly clients: Records
  readonly projects: Records
  readonly tasks: Records
  readonly reminders: Records
  readonly habits: Records
  readonly views: Records
}

/** The document that `--as json` writes to standard output. */
export const documentType = objectOf<Document>({
  larry: integer,
  clients: listOf(object),
  projects: listOf(object),
  tasks: listOf(object),
  reminders: listOf(object),
  habits: listOf(object),
  views: listOf(object),
})

/** `90 tasks, 3 clients`. */
export function wordsOf(counts: Counts): string {
  const parts = recordKinds.filter((kind) => counts[kind] > 0).map((kind) => counted(counts[kind], kind))
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
