import { Failure } from '../domain/errors.ts'
import { safe } from '../output/safe.ts'
import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

/** Before an older file is migrated unasked: a verified backup and a line that says so, or with auto_migrate off the command to type. */
export async function beforeUpgrade(file: string, settings: Settings, { stderr, processes }: Runtime): Promise<void> {
  if (!settings.config.auto_migrate)
    throw new Failure('unavailable', `${file} has an older schema, and auto_migrate is off`, 'larry db migrate')
  const [{ backupInto }, { backupFolder }] = await Promise.all([
    import('../db/backup.ts'),
    import('../db/backup-folder.ts'),
  ])
  const folder = backupFolder(settings.paths.state)
  const made = backupInto(file, folder, { now: settings.clock.now, occasion: 'before-migrate', maker: processes })
  stderr.write(`larry: ${safe(file)} was brought to the newest schema; the backup is ${safe(made.file)}\n`)
}
