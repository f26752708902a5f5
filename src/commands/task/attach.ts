import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { measure } from '../../db/attachments/pieces.ts'
import { isStored, keep, storeOf } from '../../db/attachments/store.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { checkDescription } from '../../domain/description.ts'
import { Failure } from '../../domain/errors.ts'
import { mediaTypeOf, readMediaType } from '../../domain/media-type.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import {
  type Attachment,
  getAttachments,
  insertAttachments,
  listAttachments,
  type NewAttachment,
} from '../../repositories/attachments.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { attachmentView, countFiles } from '../attachment/view.ts'
import { oneId } from '../named.ts'
import { nameTasks } from './describe.ts'
import { checkSource, piecesIn, readSources } from './sources.ts'

interface AttachOptions {
  readonly name?: string
  readonly describe?: string
  readonly type?: string
}

/** A file whose content the store has, and no task yet. */
type Kept = Omit<NewAttachment, 'task_id'>

/** Copies the files into the store, with nothing locked; all are looked at before the first is copied. A dry run only reads them. */
export async function prepare(context: PrepareContext, words: readonly string[], options: AttachOptions) {
  const { settings, runtime, progress: stage, reading } = context
  const [ref, ...files] = words
  const description = options.describe === undefined ? null : checkDescription(options.describe)
  const type = options.type === undefined ? undefined : readMediaType(options.type)
  const sources = readSources(files, settings.cwd, options.name)
  if (!settings.dryRun) await reading((db) => oneId(db, ref!))
  const sizes = sources.map((source) => checkSource(source, context))
  const kept: Kept[] = []
  for (const [at, source] of sources.entries()) {
    stage(`copying ${source.name}`, sizes[at])
    const pieces = piecesIn(source, context)
    const content = settings.dryRun ? measure(pieces) : keep(storeOf(settings.file), pieces, runtime.processes)
    const { name } = source
    kept.push({ name, description, media_type: type ?? (await mediaTypeOf(name)), ...content })
  }
  return kept
}

export const answers = rowsOf(attachmentView)

/** Attaches what was copied to a task; the same content under the same name only once. */
export async function run(
  { db, now, settings }: WriteContext,
  words: readonly string[],
  options: AttachOptions,
  kept: readonly Kept[],
) {
  const task_id = await oneId(db, words[0]!)
  if (!settings.dryRun) refuseSwept(kept, storeOf(settings.file))
  const known = new Set((await listAttachments(db, [task_id])).map(keyOf))
  const [fresh, already]: [Kept[], Kept[]] = [[], []]
  for (const file of kept) {
    const list = known.has(keyOf(file)) ? already : fresh
    list.push(file)
    known.add(keyOf(file))
  }
  const ids = await insertAttachments(
    db,
    fresh.map((file) => ({ task_id, ...file })),
    now,
  )
  if (ids.length > 0) await touchTasks(db, [task_id], now)
  const rows = await getAttachments(db, ids)
  const task = await nameTasks(db, [task_id])
  return reply(attachmentView, rows, {
    created: true,
    sentences: [...sayAttached(rows, task), ...sayAlready(already, task)],
    notes:
      already.length > 0 && options.describe !== undefined
        ? ['larry attachment describe changes the description of what was attached before']
        : [],
  })
}

/** Between copying and now a sweep may have taken what no task had; here it cannot any more. */
function refuseSwept(kept: readonly Kept[], store: string): void {
  const gone = kept.find((file) => !isStored(store, file))
  if (gone !== undefined)
    throw new Failure(
      'conflict',
      `"${gone.name}" was swept from the store meanwhile; nothing was attached`,
      'run it again',
    )
}

function keyOf({ sha256, name }: Kept | Attachment): string {
  return `${sha256} ${name}`
}

function sayAttached(rows: readonly Attachment[], task: string): string[] {
  if (rows.length > 1) return [`Attached ${countFiles(rows)}, ${rows[0]!.id} to ${rows.at(-1)!.id}, to ${task}`]
  return rows.map(({ id, name, size, media_type }) =>
    [`Attached ${id} "${name}" to ${task}`, showBytes(size), ...(media_type === null ? [] : [media_type])].join(' · '),
  )
}

function sayAlready(files: readonly Kept[], task: string): string[] {
  if (files.length === 0) return []
  return [
    files.length === 1
      ? `"${files[0]!.name}" was already attached to ${task}`
      : `${countFiles(files)} were already attached to ${task}`,
  ]
}
