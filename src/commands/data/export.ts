import { closeSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { storeOf } from '../../db/attachments/store.ts'
import type { Db } from '../../db/handles.ts'
import { readingOneMoment } from '../../db/open.ts'
import { refuseOut, writeAll, writeOut } from '../../db/write-out.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import type { FileRecord } from '../../domain/records/file-record.ts'
import { type FormatName, formatFor, formatNamed, loadFormat } from '../../interchange/formats.ts'
import { oneOf, rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { isJson } from '../../output/formats.ts'
import { safeLines } from '../../output/safe.ts'
import { asView, reply } from '../../output/view.ts'
import { csvFields } from '../../repositories/records/csv-fields.ts'
import { withContents } from '../../workflows/export-contents.ts'
import { exportRecords } from '../../workflows/export-records.ts'
import { listedCondition } from '../task/listed-condition.ts'
import { type Counts, documentType, exportedView, wordsOf } from './export-view.ts'
import { readMap } from './read-map.ts'
import { openSpool, piecesOf } from './spool.ts'
import { tasksAlone } from './tasks-alone.ts'

interface ExportOptions {
  readonly as?: string
  readonly output?: string
  readonly force?: true
  readonly map?: string
  readonly withAttachments?: true
}

export const answers = [rowsOf(exportedView, { when: '-o FILE' }), oneOf(exportedView, { item: documentType })]

/** Text is handed on in pieces of about this many characters. */
const piece = 65_536

/** Writes records in a format, to standard output or under a name that nobody has; all are of one moment. */
export async function run(context: BareContext, words: readonly string[], options: ExportOptions) {
  const { settings, runtime, opening, clock, literal } = context
  pickFields(asView(exportedView), settings.fields)
  const target = targetOf(context, options)
  const name = formatAsked(context, options, target)
  const how = { clock, ...readMap(options.map, name), spreadsheet: settings.globals.safeCsv === true }
  const [format, filter] = [await loadFormat(name), parseFilter(words, literal, clock)]
  const counts: Counts = { client: 0, project: 0, task: 0, reminder: 0, habit: 0, view: 0 }
  const notes: string[] = []
  const tell = (note: string) => void notes.push(note)
  const write = (db: Db) => async (put: (text: string) => void) => {
    const where = filter && (await listedCondition(db, filter, clock, 'all'))
    const all = exportRecords(db, where)
    const whole = options.withAttachments === true ? withContents(all, storeOf(settings.file)) : all
    const shows = target !== undefined || !runtime.stdout.isTTY
    const ours = format.tasksOnly === true ? tasksAlone(whole, name, tell) : whole
    const records = counting(ours, counts, shows ? context.progress : () => {})
    const kept = name === 'csv' || name === 'tsv' ? await csvFields(db) : []
    await inPieces(format.write(records, { ...how, kept, tell }), put)
  }
  const spool = await readingOneMoment(opening, async (db, holdsUp) => {
    if (target !== undefined) {
      const place = { database: settings.file, maker: runtime.processes, force: options.force === true }
      if (!settings.dryRun) return writeOut(target, place, write(db))
      refuseOut(target, place)
      return write(db)(() => {})
    }
    if (!holdsUp)
      return write(db)((text) => {
        runtime.stdout.write(runtime.stdout.isTTY ? safeLines(text, isJson(name)) : text)
      })
    // A pipe may take its time, and nobody is to wait for it.
    const fd = openSpool(runtime.processes)
    await write(db)((text) => {
      writeAll(fd, Buffer.from(text))
    })
    return fd
  })
  if (spool !== undefined) {
    for (const part of piecesOf(spool, 0)) runtime.stdout.write(part)
    closeSync(spool)
  }
  if (target === undefined) return reply(exportedView, [], { written: true, notes })
  const row = { file: target, format: name, records: counts }
  return reply(exportedView, [row], { sentences: [`Wrote ${wordsOf(counts)} to ${target}`], notes })
}

/** The file that is asked for, undefined for standard output. */
function targetOf({ settings }: BareContext, { output, force }: ExportOptions): string | undefined {
  if (output === '') throw new Failure('usage', '-o names no file', '-o FILE, or -o - for standard output')
  if (output !== undefined && output !== '-') return resolve(settings.cwd, output)
  if (force === true) throw new Failure('usage', '--force is about a file, and none is written', '-o FILE')
  const { ids, fields, template } = settings.globals
  if ((ids ?? fields ?? template) !== undefined)
    throw new Failure('usage', 'an export is a whole file, no rows of a list', 'larry list prints rows')
  return undefined
}

/** The format named, else of the file's name, which must tell one; else of --json and --format where the records go to standard output, else json. */
function formatAsked({ settings }: BareContext, { as }: ExportOptions, target: string | undefined): FormatName {
  if (as !== undefined) return formatNamed(as)
  const { format } = settings.globals
  if (target === undefined) return format === undefined ? 'json' : formatNamed(format)
  return formatFor(undefined, target)
}

async function* counting(records: AsyncIterable<FileRecord>, counts: Counts, progress: BareContext['progress']) {
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
