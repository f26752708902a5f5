import { existsSync } from 'node:fs'
import type { Database as Handle } from 'better-sqlite3'
import type { Backup } from '../backup-folder.ts'
import { askClosely } from '../peek.ts'
import type { Content } from './pieces.ts'
import { storeOf } from './store.ts'

/** What the attachments of an open database hold, each content once; nothing in one of an older schema. */
export function attachedIn(handle: Handle): Content[] {
  const has = handle
    .prepare("select 1 from main.sqlite_master where type = 'table' and name = 'task_attachments'")
    .get()
  if (has === undefined) return []
  return handle.prepare('select distinct sha256, size from main.task_attachments order by sha256').all() as Content[]
}

/** As `attachedIn`, of a finished copy nobody uses. */
export function attachedInCopy(copy: string): Content[] {
  return askClosely(copy, attachedIn)
}

/** The SHA-256 of what only the rows of a backup speak of, for those backups of `database` that have no files of their own. */
export function attachedInBackups(backups: readonly Backup[], database: string): Set<string> {
  const bare = backups.filter(
    (backup) => backup.sound && backup.database === database && !existsSync(storeOf(backup.file)),
  )
  return new Set(bare.flatMap(({ file }) => attachedInCopy(file)).map(({ sha256 }) => sha256))
}
