import { type Format, type FormatOptions, isJson, write } from '../output/formats.ts'
import { colours, plain } from '../output/paint.ts'
import { safe, safeLines } from '../output/safe.ts'
import type { Reply } from '../output/view.ts'
import { wantsColour, widthOf } from './colour.ts'
import { OutputFailed, type Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

/** Text is handed to the stream in pieces of about this many characters. */
const piece = 65_536

/** Writes a command's answer: rows or sentences on stdout, notes on stderr; answers the exit code. One that cannot be written does not undo what was done, and says so. */
export async function answer(reply: Reply, settings: Settings, runtime: Runtime): Promise<number> {
  try {
    const count = await writeAnswer(reply, settings, runtime)
    return reply.code ?? (count === 0 ? reply.codeIfNone : undefined) ?? 0
  } catch (error) {
    const isChange = reply.sentences !== undefined && reply.one !== true && !settings.dryRun
    if (!(error instanceof OutputFailed) || !isChange) throw error
    throw new OutputFailed(`${error.message}; the change itself is saved`, { cause: error })
  }
}

/** The format asked for; of new rows a quiet run tells only the ids. */
function formatFor({ format, formatGiven, fields, globals }: Settings, created: boolean): Format {
  const isFree = fields === undefined && (!formatGiven || format === 'table')
  return created && globals.quiet === true && isFree ? 'ids' : format
}

/** False when only sentences or ids will be told of a change. */
export function showsRows(settings: Settings, created: boolean): boolean {
  const format = formatFor(settings, created)
  return settings.fields !== undefined || (format !== 'table' && format !== 'ids')
}

/** Writes it as `answer` does, but says nothing of what was done; answers how many rows there were. */
export async function writeAnswer(reply: Reply, settings: Settings, runtime: Runtime): Promise<number> {
  const { globals } = settings
  const quiet = globals.quiet === true
  const tell = (notes: Reply['notes'] = []) => {
    if (!quiet) for (const note of notes) runtime.stderr.write(`${safe(note)}\n`)
  }
  if (reply.written === true) {
    tell(reply.notes)
    return 0
  }
  const format = formatFor(settings, reply.created === true)
  const options: FormatOptions = {
    format,
    fields: settings.fields,
    template: settings.template,
    nul: globals.null === true,
    header: globals.header === true,
    spreadsheet: globals.safeCsv === true,
    quiet,
    localTime: (instant) => settings.clock.zone.civilOf(instant).replace('T', ' '),
    limit: widthOf(runtime.stdout, runtime.env),
    paint: format === 'table' && wantsColour(settings, runtime.env, runtime.stdout) ? await colours() : plain,
  }
  const keepsText = isJson(format) || format === 'csv'
  const put = (text: string) => {
    runtime.stdout.write(keepsText && runtime.stdout.isTTY ? safeLines(text, isJson(format)) : text)
  }
  let waiting = ''
  const count = await write(reply, options, (text) => {
    waiting += text
    if (waiting.length < piece) return
    put(waiting)
    waiting = ''
  })
  if (waiting !== '') put(waiting)
  for (const warning of reply.warnings ?? []) runtime.stderr.write(`larry: warning: ${safe(warning)}\n`)
  if (settings.dryRun) runtime.stderr.write('dry run: nothing was written\n')
  if (quiet) return count
  const wordless = format === 'table' || format === 'tsv' || format === 'template'
  if (count === 0 && reply.sentences === undefined && wordless) runtime.stderr.write(`No ${reply.view.plural}.\n`)
  if (!isJson(format)) tell(reply.notes)
  return count
}
