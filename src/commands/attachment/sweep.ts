import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { attachedInBackups } from '../../db/attachments/contents.ts'
import { storeOf } from '../../db/attachments/store.ts'
import { discard, listStored, type StoredFile } from '../../db/attachments/stored.ts'
import { backupFolder, listBackups } from '../../db/backup-folder.ts'
import type { Maker } from '../../db/copy.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { rowsOf } from '../../output/answers.ts'
import { bytes, text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { hashesAttached, hashesRecorded } from '../../repositories/attachments.ts'
import { countFiles } from './view.ts'

interface Swept {
  readonly sha256: string
  readonly size: number
}

const view: View<Swept> = {
  singular: 'stored file',
  plural: 'stored files',
  types: { sha256: text, size: bytes },
  columns: ['sha256', 'size'],
  id: 'sha256',
  words: { size: ({ size }) => showBytes(size) },
}

/** A file nobody knows may be one whose attaching is not finished yet; after so long it is not, in milliseconds. */
const unfinished = 3_600_000

/** What is found out before anything is locked. */
interface Prepared {
  readonly maker: Maker
  /** SHA-256 of what backups of this database would need, were they restored. */
  readonly inBackups: ReadonlySet<string>
}

/** Asks the backups, which may take a while, what they would need. */
export async function prepare({ settings, runtime, progress: stage }: PrepareContext): Promise<Prepared> {
  stage('reading the backups')
  const backups = listBackups(backupFolder(settings.paths.state))
  return { maker: runtime.processes, inBackups: attachedInBackups(backups, settings.file) }
}

export const answers = rowsOf(view)

/**
 * Deletes stored files that no task has and neither undo nor a restore would need, and with --removed those too. The
 * transaction is held meanwhile, so that nobody attaches what is being deleted.
 */
export async function run(
  { db, settings, confirm }: WriteContext,
  _: readonly string[],
  options: { readonly removed?: true },
  { maker, inBackups }: Prepared,
) {
  const store = storeOf(settings.file)
  const [attached, recorded] = [await hashesAttached(db), await hashesRecorded(db)]
  const unused = listStored(store, maker).filter(({ sha256 }) => !attached.has(sha256))
  const isKnown = ({ sha256 }: StoredFile) => recorded.has(sha256) || inBackups.has(sha256)
  const removed = unused.filter(isKnown)
  const forgotten = unused.filter((file) => !isKnown(file) && file.age > unfinished)
  if (options.removed === true && removed.length > 0)
    confirm(`Delete ${countFiles(removed)} that undo or a restore would need?`)
  const going = options.removed === true ? [...forgotten, ...removed] : forgotten
  if (!settings.dryRun) discard(store, going, maker)
  return reply(
    view,
    going.map(({ sha256, size }) => ({ sha256, size })),
    {
      sentences: [going.length === 0 ? 'Nothing to sweep' : `Swept ${countFiles(going)}`],
      notes:
        options.removed === true || removed.length === 0
          ? []
          : [`kept for undo and backups: ${countFiles(removed)}; --removed deletes them too`],
    },
  )
}
