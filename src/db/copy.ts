import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { checkName, isNewFile } from './location.ts'
import { peek } from './peek.ts'

/** Who makes a copy, so that what a killed run left behind can be told from what is being made. */
export interface Maker {
  readonly pid: number
  isAlive(pid: number): boolean
}

/** A copy on its way, beside the file it will be. */
const unfinished = /^\.larry-(\d+)-.+\.tmp(-journal|-wal|-shm)?$/

export function unfinishedName(target: string, { pid }: Maker): string {
  return join(dirname(target), `.larry-${pid}-${basename(target)}.tmp`)
}

/** Removes the unfinished copies whose makers are gone. */
export function sweep(folder: string, maker: Maker): void {
  for (const name of readdirSync(folder)) {
    const pid = unfinished.exec(name)?.[1]
    if (pid !== undefined && (Number(pid) === maker.pid || !maker.isAlive(Number(pid))))
      rmSync(join(folder, name), { force: true })
  }
}

/**
 * One snapshot of a database, whoever writes to it meanwhile, as a fresh file of mode 0600
 * (VACUUM INTO, sqlite.org/lang_vacuum.html). What exists under the target's name is not touched.
 */
export function snapshot(source: string, target: string): void {
  checkName(source)
  if (isNewFile(source))
    throw new Failure('not-found', `${source} does not exist or is empty: there is nothing to copy`)
  const { handle } = peek(source)
  try {
    closeSync(openSync(target, 'wx', 0o600))
    handle.pragma('busy_timeout = 30000')
    handle.prepare('vacuum into ?').run(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    handle.close()
  }
}

/** Gives a finished copy its name, durably. An existing file is a conflict; with `force` it is replaced if it is a larry database. */
export function publish(finished: string, target: string, { force }: { force: boolean }): void {
  sync(finished)
  if (force) {
    refuseOther(target)
    renameSync(finished, target)
  } else {
    try {
      linkSync(finished, target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new Failure('conflict', `${target} exists already`, '--force replaces it', { cause: error })
      throw error
    }
    rmSync(finished)
  }
  sync(dirname(target))
}

function refuseOther(target: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (found === undefined || (found.isFile() && found.size === 0)) return
  if (!found.isFile()) throw new Failure('conflict', `${target} is not a file; it was left alone`)
  try {
    peek(target).handle.close()
  } catch (error) {
    throw new Failure('conflict', `${target} is not a larry database; it was left alone`, 'name another file', {
      cause: error,
    })
  }
}

/** Refuses to copy a database onto itself. */
export function refuseSame(source: string, target: string): void {
  const real = (file: string) => {
    try {
      return realpathSync(file)
    } catch {
      return file
    }
  }
  if (real(source) === real(target))
    throw new Failure('conflict', `${target} is the database itself`, 'name another file')
}

function sync(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
