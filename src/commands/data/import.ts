import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { storeOf } from '../../db/attachments/store.ts'
import type { Maker } from '../../db/copy.ts'
import { counted } from '../../domain/counted.ts'
import { recordKinds } from '../../domain/records/file-record.ts'
import { type FormatName, formatFor, formatOfStart, loadFormat } from '../../interchange/formats.ts'
import { decoded } from '../../interchange/text.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { importRecords } from '../../workflows/import/import-records.ts'
import type { Tally } from '../../workflows/import/taking.ts'
import { importedView, sentenceOf } from './import-view.ts'
import { closeSource, openSource, piecesFrom, type Source, startOf } from './input-file.ts'
import { readMap } from './read-map.ts'

interface ImportOptions {
  readonly as?: string
  readonly overwrite?: true
  readonly map?: string
}

interface Prepared {
  readonly source: Source
  readonly format: FormatName
  /** How the format was told, where nobody said it. */
  readonly seen: readonly string[]
  readonly files: { readonly store: string; readonly maker: Maker }
}

export const answers = rowsOf(importedView)

/** So many notes are told outside of JSON. */
const mostNotes = 20

/** Opens the file, with nothing locked; a pipe is read to its end. */
export async function prepare(context: PrepareContext, [file = '']: readonly string[], options: ImportOptions) {
  const named = formatFor(options.as, file)
  readMap(options.map, named, { leaves: true })
  const source = openSource(file, 'curl ... | larry import - --as json', context)
  const format = options.as === undefined ? formatOfStart(named, startOf(source)) : named
  const files = { store: storeOf(context.settings.file), maker: context.runtime.processes }
  const seen = format === named ? [] : [`${file} looks like ${format}; --as ${named} reads it as ${named}`]
  return { source, format, files, seen }
}

/** Takes in all that a file tells, or nothing of it, in one step; what is here already is known again. */
export async function run(
  context: WriteContext,
  _words: readonly string[],
  options: ImportOptions,
  { source, format: name, files, seen }: Prepared,
) {
  const { db, clock, settings, progress } = context
  const { store, maker } = files
  try {
    const format = await loadFormat(name)
    const notes: string[] = [...seen]
    const spreadsheet = settings.globals.safeCsv === true
    const how = {
      clock,
      ...readMap(options.map, name, { leaves: true }),
      spreadsheet,
      tell: (note: string) => void notes.push(note),
    }
    let read = 0
    const pieces = counting(piecesFrom(source), (bytes) => {
      read += bytes
    })
    const { tallies, lacking } = await importRecords(
      format.read(decoded(pieces, source.name, `larry import - --as ${name}`), how),
      {
        tx: db,
        clock,
        overwrite: options.overwrite === true,
        files: { store, maker, dryRun: settings.dryRun },
        progress: (records) => {
          progress(`importing: ${records.toLocaleString('en')} records`, 0, read / source.size)
        },
      },
    )
    const general = [...notes, ...sayLacking(lacking)]
    const rows = recordKinds
      .flatMap((kind) => tallies.filter((tally) => tally.kind === kind))
      .map(({ noted: _noted, ...row }) => (row.kind === 'task' ? { ...row, notes: [...row.notes, ...general] } : row))
    return reply(importedView, rows, {
      sentences: rows.length === 0 ? [] : [sentenceOf(rows)],
      notes: [...notesOf(tallies), ...general],
      // Told to a script, too: what was to come through its pipe did not come.
      ...(rows.length === 0 && { warnings: [`nothing in ${source.name}, nothing imported`] }),
    })
  } finally {
    closeSource(source)
  }
}

function* counting(pieces: Iterable<Uint8Array>, each: (bytes: number) => void): Generator<Uint8Array> {
  for (const piece of pieces) {
    each(piece.length)
    yield piece
  }
}

/** The first notes, and how many more there are. */
function notesOf(tallies: readonly Tally[]): string[] {
  const all = tallies.flatMap(({ notes }) => notes)
  const more = tallies.reduce((sum, { noted }) => sum + noted, 0) - mostNotes
  return [
    ...all.slice(0, mostNotes),
    ...(more > 0 ? [`and ${counted(more, 'more note')}; --json tells 100 of each kind`] : []),
  ]
}

function sayLacking(count: number): string[] {
  if (count === 0) return []
  const files = counted(count, 'attachment')
  return [`${files} left out: the content is neither in the file nor here; larry export --with-attachments writes it`]
}
