import { rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { backupName, type Occasion } from './backup-folder.ts'
import { type Maker, publish, refuseSame, snapshot, sweep, unfinishedName } from './copy.ts'
import { type Contents, hashFile, verifyCopy } from './verify.ts'

/** A backup that was opened, checked and counted before it got its name. */
export interface Made extends Contents {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** Copies a database, in use or not, into `target` with a `.sha256` beside it. Nothing is visible under that name before it is verified and on disk. */
export function backupTo(source: string, target: string, { force, maker }: { force: boolean; maker: Maker }): Made {
  refuseSame(source, target)
  sweep(dirname(target), maker)
  const unfinished = unfinishedName(target, maker)
  try {
    snapshot(source, unfinished)
    const contents = verifyCopy(unfinished)
    const made = { file: target, bytes: statSync(unfinished).size, sha256: hashFile(unfinished), ...contents }
    publish(unfinished, target, { force })
    writeFileSync(`${target}.sha256`, `${made.sha256}  ${basename(target)}\n`, { mode: 0o600 })
    return made
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Copies a database into the backup folder under the name of the instant, or the next free one of that second. */
export function backupInto(
  source: string,
  folder: string,
  { now, occasion, maker }: { now: string; occasion?: Occasion; maker: Maker },
): Made {
  for (let nth = 1; ; nth++) {
    try {
      return backupTo(source, join(folder, backupName(now, occasion, nth)), { force: false, maker })
    } catch (error) {
      const taken = error instanceof Failure && error.kind === 'conflict' && error.message.endsWith('exists already')
      if (!taken || nth > 1000) throw error
    }
  }
}
