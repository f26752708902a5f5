import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { storeOf } from '../../db/attachments/store.ts'
import { backupInto, backupTo, type Made } from '../../db/backup.ts'
import { type Backup, backupFolder, holding, listBackups, rotate, sweepFiles } from '../../db/backup-folder.ts'
import { privateFolder } from '../../db/private-folder.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { among, boolean, bytes, instant, integer, mapOf, nullable, text } from '../../output/types.ts'
import { asView, reply, type View } from '../../output/view.ts'

interface BackupOptions {
  readonly keep?: string
  readonly force?: true
  readonly list?: true
  readonly withAttachments?: true
}

const listView: View<Backup> = {
  singular: 'backup',
  plural: 'backups',
  types: {
    file: text,
    created_at: instant,
    bytes,
    occasion: nullable(among(['before-migrate', 'before-restore'])),
    database: nullable(text),
    sound: boolean,
  },
  columns: ['sound', 'bytes', 'database', 'file'],
  id: 'file',
  words: { file: ({ file }) => basename(file) },
  tone: ({ sound }) => (sound ? undefined : 'alarm'),
}

const madeView: View<Made> = {
  singular: 'backup',
  plural: 'backups',
  types: {
    file: text,
    bytes,
    sha256: text,
    schema_version: integer,
    rows: mapOf(integer),
    attachments: nullable(integer),
    attachment_bytes: nullable(bytes),
  },
  columns: ['file', 'bytes', 'sha256', 'schema_version'],
  id: 'file',
}

const nothing: ReturnType<typeof rotate> = { removed: [], damaged: [] }

export const answers = [rowsOf(madeView), rowsOf(listView, { when: '--list' })]

/** Makes a verified copy in the backup folder, a named file or on standard output; then lets go of the oldest. */
export async function run(context: BareContext, words: readonly string[], options: BackupOptions) {
  const { settings, runtime, now, progress: stage } = context
  const [named] = words
  pickFields(options.list === true ? asView(listView) : asView(madeView), settings.fields)
  const keep = readWhole('--keep', options.keep)
  if (keep === 0) throw new Failure('usage', '--keep 0 would keep no backup', '--keep 3')
  if (options.list === true && (named ?? options.keep ?? options.force ?? options.withAttachments) !== undefined)
    throw new Failure('usage', '--list only tells which backups there are', 'larry db backup --list')
  if (options.list === true) return reply(listView, listBackups(backupFolder(settings.paths.state)))
  const files = options.withAttachments === true
  if (named === '-' && files)
    throw new Failure('usage', 'one stream cannot hold the files too', 'larry db backup FILE --with-attachments')
  if (named === '-') return stream(context)
  if (keep !== undefined && named !== undefined)
    throw new Failure('usage', `--keep is about the backup folder, not ${named}`, 'larry db backup --keep 3')
  if (settings.dryRun) return reply(madeView, [], { sentences: [`Would copy ${settings.file}`] })
  const maker = runtime.processes
  const folder = backupFolder(settings.paths.state)
  const { made, removed, damaged } =
    named === undefined
      ? holding(folder, () => {
          sweepFiles(folder)
          const copy = backupInto(settings.file, folder, { now, maker, stage, files })
          return {
            made: copy,
            ...(keep === undefined ? nothing : rotate(folder, { keep, newest: copy.file, database: settings.file })),
          }
        })
      : {
          made: backupTo(settings.file, resolve(settings.cwd, named), {
            force: options.force === true,
            maker,
            stage,
            files,
          }),
          ...nothing,
        }
  const total = Object.values(made.rows).reduce((sum, count) => sum + count, 0)
  return reply(madeView, [made], {
    sentences: [
      `Backed up ${counted(made.rows['tasks'] ?? 0, 'task')} (${counted(total, 'row')}, ${made.bytes} bytes) to ${made.file}`,
      ...sayFiles(made),
      ...(removed.length === 0 ? [] : [`Let go of ${counted(removed.length, 'older backup')}`]),
    ],
    warnings: damaged.map((file) => `${file} is damaged; it was not counted and not removed`),
  })
}

function sayFiles({ attachments, attachment_bytes, file }: Made): string[] {
  if (attachments === null) return []
  return [`Copied ${counted(attachments, 'attached file')} (${showBytes(attachment_bytes ?? 0)}) to ${storeOf(file)}`]
}

/** A backup as bytes on standard output, verified before the first of them. */
async function stream({ settings, runtime }: BareContext) {
  if (runtime.stdout.isTTY) throw new Failure('usage', 'a backup is not for a terminal', 'larry db backup - > larry.db')
  const { path, remove } = privateFolder(runtime.processes)
  try {
    const made = backupTo(settings.file, join(path, 'larry.db'), { force: false, maker: runtime.processes })
    runtime.stdout.write(readFileSync(made.file))
    return reply(madeView, [], { written: true })
  } finally {
    remove()
  }
}
