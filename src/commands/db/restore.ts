import { resolve } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { backupInto } from '../../db/backup.ts'
import { backupFolder } from '../../db/backup-folder.ts'
import { refuseSame } from '../../db/copy.ts'
import { isNewFile } from '../../db/location.ts'
import { openToWrite } from '../../db/open.ts'
import { makeDurable } from '../../db/pragmas.ts'
import { prepareRestore, replaceRows } from '../../db/restore.ts'
import { counted } from '../../output/counted.ts'
import { reply, type View } from '../../output/view.ts'

interface Restored {
  readonly file: string
  readonly safety_copy: string | null
  readonly rows: Readonly<Record<string, number>>
}

const view: View<Restored> = {
  singular: 'restore',
  plural: 'restores',
  keys: ['file', 'safety_copy', 'rows'],
  columns: ['file', 'safety_copy'],
  id: 'file',
}

/** Replaces everything by a backup, in one transaction, after keeping a verified copy of what is there. */
export async function run({ settings, opening, runtime, now, confirm }: BareContext, words: readonly string[]) {
  const backup = resolve(settings.cwd, words[0]!)
  refuseSame(settings.file, backup)
  const prepared = await prepareRestore(backup)
  try {
    const tasks = counted(prepared.rows['tasks'] ?? 0, 'task')
    confirm(`Replace everything in ${settings.file} by the ${tasks} of ${backup}?`)
    if (settings.dryRun) return reply(view, [], { sentences: [`Would restore ${tasks} from ${backup}`] })
    const safety = isNewFile(settings.file)
      ? null
      : backupInto(settings.file, backupFolder(settings.paths.state), {
          now,
          occasion: 'before-restore',
          maker: runtime.processes,
        }).file
    const store = await openToWrite(opening)
    try {
      makeDurable(store.handle)
      replaceRows(store.handle, prepared)
    } finally {
      store.close()
    }
    return reply(view, [{ file: backup, safety_copy: safety, rows: prepared.rows }], {
      sentences: [`Restored ${tasks} from ${backup}`],
      notes: safety === null ? [] : [`what was there before: ${safety}`],
    })
  } finally {
    prepared.remove()
  }
}
