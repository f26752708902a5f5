import { resolve } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { storeOf } from '../../db/attachments/store.ts'
import type { Db } from '../../db/handles.ts'
import { readingOneMoment } from '../../db/open.ts'
import { writeOut } from '../../db/write-out.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { type FileRecord, type RecordKind, recordKinds } from '../../domain/records/file-record.ts'
import { type FormatName, formatNamed, formatOfFile, loadFormat } from '../../interchange/formats.ts'
import { pickFields } from '../../output/fields.ts'
import { asView, reply, type View } from '../../output/view.ts'
import { withContents } from '../../workflows/export-contents.ts'
import { exportRecords } from '../../workflows/export-records.ts'
import { listedCondition } from '../task/listed-condition.ts'
import { readMap } from './read-map.ts'

interface ExportOptions {
  readonly as?: string
  readonly output?: string
  readonly force?: true
  readonly map?: string
  readonly withAttachments?: true
}

type Counts = Record<RecordKind, number>

/** What was written, and how much of it. */
interface Exported {
  readonly file: string
  readonly format: FormatName
  readonly records: Counts
}

const view: View<Exported> = {
  singular: 'export',
  plural: 'exports',
  keys: ['file', 'format', 'records'],
  columns: ['file', 'format', 'records'],
  id: 'file',
  words: { records: ({ records }) => wordsOf(records) },
}

/** Text is handed on in pieces of about this many characters. */
const piece = 65_536

/** Writes records in a format, to standard output or under a name that nobody has; all are of one moment. */
export async function run(context: BareContext, words: readonly string[], options: ExportOptions) {
  const { settings, runtime, opening, clock, literal } = context
  pickFields(asView(view), settings.fields)
  const target = targetOf(context, options)
  const name = formatFor(context, options, target)
  const how = { clock, ...readMap(options.map, name), spreadsheet: settings.globals.safeCsv === true }
  const [format, filter] = [await loadFormat(name), parseFilter(words, literal, clock)]
  const counts: Counts = { client: 0, project: 0, task: 0, reminder: 0, habit: 0, view: 0 }
  const notes: string[] = []
  const tell = (note: string) => void notes.push(note)
  const write = (db: Db) => async (put: (text: string) => void) => {
    const where = filter && (await listedCondition(db, filter, clock, 'all'))
    const all = exportRecords(db, where)
    const whole = options.withAttachments === true ? withContents(all, storeOf(settings.file)) : all
    const records = counting(whole, counts, context)
    await inPieces(format.write(records, { ...how, tell }), put)
  }
  await readingOneMoment(opening, async (db) => {
    if (target === undefined)
      return write(db)((text) => {
        runtime.stdout.write(text)
      })
    const place = { database: settings.file, maker: runtime.processes, force: options.force === true }
    if (settings.dryRun) return write(db)(() => {})
    return writeOut(target, place, write(db))
  })
  if (target === undefined) return reply(view, [], { written: true, notes })
  const row = { file: target, format: name, records: counts }
  return reply(view, [row], { sentences: [`Wrote ${wordsOf(counts)} to ${target}`], notes })
}

/** The file that is asked for, undefined for standard output. */
function targetOf({ settings }: BareContext, { output, force }: ExportOptions): string | undefined {
  if (output === '') throw new Failure('usage', '-o names no file', '-o FILE, or -o - for standard output')
  if (output !== undefined && output !== '-') return resolve(settings.cwd, output)
  if (force === true) throw new Failure('usage', '--force is about a file, and none is written', '-o FILE')
  const { ids, fields } = settings.globals
  if ((ids ?? fields) !== undefined)
    throw new Failure('usage', 'an export is a whole file, no rows of a list', 'larry list prints rows')
  return undefined
}

/** The format named, else of the file's name, else of --json and --format where the records go to standard output, else json. */
function formatFor({ settings }: BareContext, { as }: ExportOptions, target: string | undefined): FormatName {
  if (as !== undefined) return formatNamed(as)
  const { format } = settings.globals
  if (target === undefined) return format === undefined ? 'json' : formatNamed(format)
  return formatOfFile(target) ?? 'json'
}

async function* counting(records: AsyncIterable<FileRecord>, counts: Counts, { progress }: BareContext) {
  for await (const record of records) {
    if (++counts[record.kind] % 1000 === 0)
      progress(`exporting: ${counts[record.kind].toLocaleString('en')} ${record.kind}s`)
    yield record
  }
}

async function inPieces(texts: AsyncIterable<string>, put: (text: string) => void): Promise<void> {
  let waiting = ''
  for await (const text of texts) {
    waiting += text
    if (waiting.length < piece) continue
    put(waiting)
    waiting = ''
  }
  if (waiting !== '') put(waiting)
}

/** `90 tasks, 3 clients`. */
function wordsOf(counts: Counts): string {
  const parts = recordKinds.filter((kind) => counts[kind] > 0).map((kind) => counted(counts[kind], kind))
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
