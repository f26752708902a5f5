import type { BareContext } from '../../cli/context.ts'
import { backupFolder, listBackups } from '../../db/backup-folder.ts'
import { examine, type Finding } from '../../db/check.ts'
import { faultOf } from '../../db/faults.ts'
import { checkName, isNewFile } from '../../db/location.ts'
import { lookingClosely } from '../../db/peek.ts'
import { Damaged, Failure } from '../../domain/errors.ts'
import { rowsOf } from '../../output/answers.ts'
import { among, text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'

const view: View<Finding> = {
  singular: 'finding',
  plural: 'findings',
  types: {
    check: text,
    status: among(['ok', 'advice', 'problem', 'damaged']),
    detail: text,
  },
  columns: ['check', 'status', 'detail'],
  id: 'check',
  tone: ({ status }, key) =>
    key !== 'status'
      ? undefined
      : ({ ok: 'good', advice: 'notice', problem: 'alarm', damaged: 'alarm' } as const)[status],
}

export const answers = rowsOf(view)

/** Examines the file without changing it. Exit 0 well, 1 something to repair, 2 damaged; advice changes nothing. */
export async function run({ settings, progress }: BareContext) {
  const { file } = settings
  if (isNewFile(checkName(file)))
    throw new Failure('not-found', `${file} does not exist or is empty: there is nothing to check`)
  const findings = [...look(file, progress), lastBackup(settings.paths.state, file)]
  const code = findings.some(({ status }) => status === 'damaged')
    ? 2
    : findings.some(({ status }) => status === 'problem')
      ? 1
      : 0
  const notes =
    code === 2 ? ['larry db backup --list tells which backups there are; larry db restore FILE brings one back'] : []
  return reply(view, findings, { code, notes })
}

function look(file: string, stage: BareContext['progress']): Finding[] {
  try {
    return lookingClosely(file, (handle) => examine(handle, file, stage))
  } catch (error) {
    const fault = faultOf(error, file) ?? error
    const isDamage = fault instanceof Damaged || (error as NodeJS.ErrnoException).code === 'SQLITE_NOTADB'
    if (!isDamage) throw error
    return [{ check: 'integrity', status: 'damaged', detail: (fault as Failure).message }]
  }
}

function lastBackup(state: string, file: string): Finding {
  const newest = listBackups(backupFolder(state)).find(({ sound, database }) => sound && database === file)
  return newest === undefined
    ? { check: 'backup', status: 'advice', detail: 'there is no sound backup yet: larry db backup' }
    : { check: 'backup', status: 'ok', detail: `the newest sound one is of ${newest.created_at}` }
}
