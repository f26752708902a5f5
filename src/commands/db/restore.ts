import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { carry } from '../../db/attachments/carry.ts'
import { attachedInCopy } from '../../db/attachments/contents.ts'
import { isStored, storeOf } from '../../db/attachments/store.ts'
import { backupInto, type CopyOptions } from '../../db/backup.ts'
import { backupFolder } from '../../db/backup-folder.ts'
import { refuseSame } from '../../db/copy.ts'
import { faultOf } from '../../db/faults.ts'
import { isNewFile } from '../../db/location.ts'
import { openToWrite } from '../../db/open.ts'
import { makeDurable } from '../../db/pragmas.ts'
import { moveAside, type Prepared, prepareRestore, replaceRows } from '../../db/restore.ts'
import { counted } from '../../domain/counted.ts'
import { Damaged } from '../../domain/errors.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { integer, mapOf, nullable, text } from '../../output/types.ts'
import { asView, reply, type View } from '../../output/view.ts'

interface Restored {
  readonly file: string
  readonly safety_copy: string | null
  readonly rows: Readonly<Record<string, number>>
}

const view: View<Restored> = {
  singular: 'restore',
  plural: 'restores',
  types: {
    file: text,
    safety_copy: nullable(text),
    rows: mapOf(integer),
  },
  columns: ['file', 'safety_copy'],
  id: 'file',
}

export const answers = rowsOf(view)

/** Replaces everything by a backup, in one transaction, with a verified copy of just what it replaces. */
export async function run(context: BareContext, words: readonly string[]) {
  const { settings, runtime, confirm, progress: stage } = context
  const { file } = settings
  pickFields(asView(view), settings.fields)
  const backup = findBackup(words[0]!, settings)
  refuseSame(file, backup)
  stage('checking the backup')
  const prepared = await prepareRestore(backup, runtime.processes)
  try {
    const tasks = counted(prepared.rows['tasks'] ?? 0, 'task')
    confirm(`Replace everything in ${file} by the ${tasks} of ${backup}?`)
    if (settings.dryRun) return reply(view, [], { sentences: [`Would restore ${tasks} from ${backup}`] })
    const safety = await replace(context, prepared)
    return reply(view, [{ file: backup, safety_copy: safety, rows: prepared.rows }], {
      sentences: [`Restored ${tasks} from ${backup}`],
      warnings: lackingFiles(prepared, file),
      notes: safety === null ? [] : [`what was there before: ${safety}`],
    })
  } finally {
    prepared.remove()
  }
}

/** Brings the files of a backup that has them into the store, before anything speaks of them. */
function putFilesBack({ copy, file: backup }: Prepared, file: string, options: CopyOptions): void {
  if (existsSync(storeOf(backup))) carry(attachedInCopy(copy), storeOf(backup), storeOf(file), options)
}

/** What to say when attached files of the restored tasks are neither in the store nor were with the backup. */
function lackingFiles({ copy, file: backup }: Prepared, file: string): string[] {
  const contents = attachedInCopy(copy)
  const lacking = contents.filter((content) => !isStored(storeOf(file), content)).length
  const where = `neither in ${storeOf(file)} nor in ${storeOf(backup)}`
  return lacking === 0
    ? []
    : [`${lacking} of ${counted(contents.length, 'attached file')} ${lacking === 1 ? 'is' : 'are'} ${where}`]
}

/** A file as named from here, or one of the backup folder by its bare name. */
function findBackup(named: string, { cwd, paths }: BareContext['settings']): string {
  const here = resolve(cwd, named)
  const kept = join(backupFolder(paths.state), named)
  return !existsSync(here) && basename(named) === named && existsSync(kept) ? kept : here
}

/** Replaces what is there, and answers where it is kept: in a verified copy, or, when it is too damaged for that, as it is under another name. */
async function replace(context: BareContext, prepared: Prepared): Promise<string | null> {
  const { settings, opening, now } = context
  const { file } = settings
  try {
    return await replaceIn(context, prepared, !isNewFile(file))
  } catch (error) {
    if (!((faultOf(error, file) ?? error) instanceof Damaged)) throw error
    const aside = moveAside(opening.file, now)
    await replaceIn(context, prepared, false)
    return aside
  }
}

async function replaceIn(context: BareContext, prepared: Prepared, keep: boolean): Promise<string | null> {
  const { settings, opening, runtime, now, progress: stage } = context
  const copies = { now, occasion: 'before-restore', maker: runtime.processes, stage } as const
  const store = await openToWrite(opening)
  try {
    makeDurable(store.handle)
    putFilesBack(prepared, settings.file, { maker: runtime.processes, stage })
    return replaceRows(store.handle, prepared, () =>
      keep ? backupInto(settings.file, backupFolder(settings.paths.state), copies).file : null,
    )
  } finally {
    store.close()
  }
}
