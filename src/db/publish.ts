import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { type Maker, unfinishedName } from './copy.ts'
import { looking } from './peek.ts'

/** Gives a finished copy its name, durably. An existing file is a conflict; with `force` it is replaced, and its hash removed first, if it is a larry database. */
export function publish(finished: string, target: string, { force }: { force: boolean }): void {
  sync(finished)
  refuseLeftovers(target)
  if (force) {
    refuseOther(target)
    rmSync(`${target}.sha256`, { force: true })
    // Else a power cut may keep the rename alone, and the old hash beside the new file.
    sync(dirname(target))
    renameSync(finished, target)
  } else {
    claim(finished, target)
  }
  sync(dirname(target))
}

/** Gives a finished file a name nobody has. Where there are no hard links (FAT), an empty file holds the name for the rename. */
export function claim(finished: string, target: string): void {
  try {
    linkSync(finished, target)
    rmSync(finished)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') throw new Taken(target, { cause: error })
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    closeSync(openSync(target, 'wx', 0o600))
    renameSync(finished, target)
  }
}

/** The name is in use. */
export class Taken extends Failure {
  constructor(target: string, options?: ErrorOptions) {
    super('conflict', `${target} exists already`, '--force replaces it', options)
  }
}

/** Refuses a name beside which SQLite would find pages of another file and play them into this one (sqlite.org/wal.html). */
export function refuseLeftovers(target: string): void {
  for (const end of ['-wal', '-journal']) {
    const found = lstatSync(`${target}${end}`, { throwIfNoEntry: false })
    if (found !== undefined && found.size > 0)
      throw new Failure(
        'conflict',
        `${target}${end} holds changes of a database that is in use or was`,
        'name another file',
      )
  }
}

/** Refuses a name that is in use, be it by a link that leads nowhere. */
export function refuseTaken(target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw new Taken(target)
}

function refuseOther(target: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (found === undefined || (found.isFile() && found.size === 0)) return
  if (!found.isFile()) throw new Failure('conflict', `${target} is not a file; it was left alone`)
  try {
    looking(target, () => {})
  } catch (error) {
    throw new Failure('conflict', `${target} is not a larry database; it was left alone`, 'name another file', {
      cause: error,
    })
  }
}

/**
 * Writes a small file durably under a name, in place of what has it: a link is replaced, not followed. Answers false, with
 * nothing changed, where it may not be replaced any more once all is written.
 */
export function writeBeside(target: string, text: string, maker: Maker, mayReplace = () => true): boolean {
  const unfinished = unfinishedName(target, maker)
  try {
    writeFileSync(unfinished, text, { mode: 0o600, flag: 'wx' })
    sync(unfinished)
    if (!mayReplace()) return false
    renameSync(unfinished, target)
    return true
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Brings a file, or the names in a folder, to the disk. */
export function sync(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
