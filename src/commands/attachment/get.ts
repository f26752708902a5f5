import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { piecesOf } from '../../db/attachments/pieces.ts'
import { placeIn, type Soundness, soundnessOf, storeOf } from '../../db/attachments/store.ts'
import { refuseTarget, takeOut } from '../../db/attachments/take-out.ts'
import { reading } from '../../db/open.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { Failure } from '../../domain/errors.ts'
import { safeFileName } from '../../domain/file-name.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { bytes, integer, text } from '../../output/types.ts'
import { asView, reply, type View } from '../../output/view.ts'
import { type Attachment, getAttachments } from '../../repositories/attachments.ts'
import { attachment } from '../../repositories/refs.ts'
import { oneId } from '../named.ts'

interface GetOptions {
  readonly output?: string
  readonly force?: true
}

type Gotten = Pick<Attachment, 'id' | 'name' | 'size' | 'sha256'> & { readonly file: string }

const view: View<Gotten> = {
  singular: 'file',
  plural: 'files',
  types: { id: integer, name: text, size: bytes, sha256: text, file: text },
  columns: ['id', 'size', 'file'],
  id: 'id',
}

export const answers = rowsOf(view)

/** Writes an attached file out, byte for byte and only when it is as it was stored: under a name nobody has, or into a pipe. */
export async function run(context: BareContext, words: readonly string[], options: GetOptions) {
  const { settings, runtime, opening, progress: stage } = context
  pickFields(asView(view), settings.fields)
  const [found] = await reading(opening, async (db) => getAttachments(db, [await oneId(db, words[0]!, attachment)]))
  const { id, name, size, sha256 } = found!
  const store = storeOf(settings.file)
  stage(`reading ${name}`, size)
  if (options.output === '-' || (options.output === undefined && !runtime.stdout.isTTY)) {
    if (options.force === true) throw new Failure('usage', '--force is about a file, and none is written', '-o FILE')
    const { format, json, ids, fields, template } = settings.globals
    if ((format ?? json ?? ids ?? fields ?? template) !== undefined)
      throw new Failure(
        'usage',
        'the bytes of the file go to standard output, no row',
        '-o FILE writes it and tells of it',
      )
    refuseUnsound(found!, store)
    for (const piece of piecesOf(placeIn(store, sha256))) runtime.stdout.write(piece)
    return reply(view, [], { written: true })
  }
  const file = targetOf(context, name, options.output)
  const how = { maker: runtime.processes, force: options.force === true }
  refuseTarget(file, settings.file, how)
  refuseUnsound(found!, store)
  if (!settings.dryRun) takeOut(store, found!, file, how)
  return reply(view, [{ id, name, size, sha256, file }], { sentences: [`Wrote ${showBytes(size)} to ${file}`] })
}

/** The file named; in a folder, or where none is named in this one, the attachment's own name, made safe anew: another program may have written it. */
function targetOf({ settings }: BareContext, name: string, output: string | undefined): string {
  if (output === '') throw new Failure('usage', '-o names no file', '-o FILE, or -o - for standard output')
  const named = resolve(settings.cwd, output ?? '.')
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? join(named, safeFileName(name)) : named
}

const said: Record<Exclude<Soundness, 'ok'>, string> = {
  missing: 'is not in the store',
  'wrong-size': 'is not as it was stored: its size differs',
  altered: 'is not as it was stored: its SHA-256 differs',
}

function refuseUnsound(file: Attachment, store: string): void {
  const soundness = soundnessOf(store, file)
  if (soundness === 'ok') return
  throw new Failure(
    'unavailable',
    `attachment ${file.id} "${file.name}" ${said[soundness]}`,
    'a backup --with-attachments may have it: larry db restore',
  )
}
