import { rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type CopiedFiles, noFiles, withFiles } from './attachments/back-up.ts'
import { backupName, type Occasion } from './backup-folder.ts'
import { type Maker, refuseSame, snapshot, sweep, unfinishedName } from './copy.ts'
import { createFolder } from './create-folder.ts'
import { publish, refuseLeftovers, refuseTaken, Taken, writeBeside } from './publish.ts'
import { type Contents, hashFile, verifyCopy } from './verify.ts'

/** A backup that was opened, checked and counted before it got its name. */
export interface Made extends Contents, CopiedFiles {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

export interface CopyOptions {
  readonly maker: Maker
  /** Told what is being done, and about how many bytes. */
  readonly stage?: (what: string, bytes?: number) => void
}

interface BackupOptions extends CopyOptions {
  readonly force: boolean
  /** The attached files are copied too, into a folder beside the target. */
  readonly files?: boolean
}

/** Copies a database, in use or not, into `target` with a `.sha256` beside it. Nothing is visible under that name before it is verified and on disk. */
export function backupTo(source: string, target: string, options: BackupOptions): Made {
  const { force, maker, files = false, stage = () => {} } = options
  refuseSame(source, target)
  refuseLeftovers(target)
  if (!force) for (const name of [target, `${target}.sha256`]) refuseTaken(name)
  sweep(dirname(target), maker)
  const unfinished = unfinishedName(target, maker)
  try {
    stage('copying', statSync(source, { throwIfNoEntry: false })?.size)
    snapshot(source, unfinished)
    const bytes = statSync(unfinished).size
    stage('checking the copy', bytes)
    const contents = verifyCopy(unfinished, source)
    const named = () => {
      publish(unfinished, target, { force })
      return noFiles
    }
    const hash = hashFile(unfinished)
    const copied = files ? withFiles(unfinished, source, target, options, named) : named()
    const made = { file: target, bytes, sha256: hash, ...contents, ...copied }
    writeBeside(`${target}.sha256`, sidecarOf(made, source), maker)
    return made
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** What `sha256sum -c` reads, and as a comment which database the copy is of. */
function sidecarOf({ sha256, file }: Made, source: string): string {
  return `${sha256}  ${basename(file)}\n# of ${JSON.stringify(source)}\n`
}

export interface FolderCopyOptions extends CopyOptions {
  /** UTC instant. */
  readonly now: string
  readonly occasion?: Occasion
  readonly files?: boolean
}

/** Copies a database into the backup folder, made for its owner alone when missing, under the name of the instant, or the next free one of that second. */
export function backupInto(source: string, folder: string, { now, occasion, ...options }: FolderCopyOptions): Made {
  createFolder(folder)
  for (let nth = 1; ; nth++) {
    try {
      return backupTo(source, join(folder, backupName(now, occasion, nth)), { force: false, ...options })
    } catch (error) {
      if (!(error instanceof Taken) || nth > 1000) throw error
    }
  }
}
