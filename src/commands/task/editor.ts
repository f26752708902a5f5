import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrepareContext } from '../../cli/context.ts'
import { createFolder } from '../../db/create-folder.ts'
import { Failure, hinted } from '../../domain/errors.ts'
import { toLines } from '../../domain/lines.ts'

/** What a person saved, read, and the file that keeps it. */
export interface Edited<T> {
  readonly read: T
  readonly file: string
}

/** How many texts are kept, so that none is lost to a mistake or a full disk. */
const kept = 20

/**
 * Gives a text to the user's editor and answers what `read` makes of what was saved. A text that cannot be read may be
 * edited again; whatever goes wrong, it stays in a file that the message names.
 */
export function edit<T>(context: PrepareContext, name: string, text: string, read: (text: string) => T): Edited<T> {
  const { settings, now, confirm } = context
  const folder = join(settings.paths.state, 'texts')
  createFolder(folder)
  prune(folder)
  const file = join(mkdtempSync(join(folder, `${now.replaceAll(/[^0-9T]/g, '')}-`)), name)
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  for (;;) {
    launch(context, file)
    try {
      return { read: read(toLines(readFileSync(file), 'the text').join('\n')), file }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      try {
        confirm(`${error.message}. Edit it again?`)
      } catch {
        throw hinted(error, keptIn(file), error)
      }
    }
  }
}

function launch({ runtime }: PrepareContext, file: string): void {
  const { env } = runtime
  const command = [env['LARRY_EDITOR'], env['VISUAL'], env['EDITOR']].find(
    (name) => name !== undefined && name.trim() !== '',
  )
  const code = runtime.launch(command ?? 'vi', file)
  if (code !== 0)
    throw new Failure(
      'failed',
      `the editor ${command ?? 'vi'} ended with code ${code}; nothing was changed`,
      keptIn(file),
    )
}

/** Where a text is that did not become what it should. */
export function keptIn(file: string): string {
  return `your text is kept in ${file}`
}

/** Lets go of the oldest texts; their names begin with their time. */
function prune(folder: string): void {
  for (const name of readdirSync(folder)
    .sort()
    .slice(0, 1 - kept))
    rmSync(join(folder, name), { recursive: true, force: true })
}
