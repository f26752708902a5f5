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
  writeFileSync,
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
const unfinishedShape = /^\.larry-(\d+)-.+\.tmp(-journal|-wal|-shm)?$/

export function unfinishedName(target: string, { pid }: Maker): string {
  return join(dirname(target), `.larry-${pid}-${basename(target)}.tmp`)
}

/** Removes the unfinished copies whose makers are gone. */
export function sweep(folder: string, maker: Maker): void {
  for (const name of readdirSync(folder)) {
    const pid = unfinishedShape.exec(name)?.[1]
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

/** Gives a finished copy its name, durably. An existing file is a conflict; with `force` it is replaced, and its hash removed first, if it is a larry database. */
export function publish(finished: string, target: string, { force }: { force: boolean }): void {
  sync(finished)
  if (force) {
    refuseOther(target)
    rmSync(`${target}.sha256`, { force: true })
    renameSync(finished, target)
  } else {
    claim(finished, target)
  }
  sync(dirname(target))
}

/** Takes a name nobody has. Where there are no hard links (FAT), an empty file holds the name for the rename. */
function claim(finished: string, target: string): void {
  try {
    linkSync(finished, target)
    rmSync(finished)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') throw taken(target, error)
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    closeSync(openSync(target, 'wx', 0o600))
    renameSync(finished, target)
  }
}

function taken(target: string, cause?: unknown): Failure {
  return new Failure('conflict', `${target} exists already`, '--force replaces it', { cause })
}

/** Refuses a name that is in use, be it by a link that leads nowhere. */
export function refuseTaken(target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw taken(target)
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

/** Writes a small file durably under a name, in place of what has it: a link is replaced, not followed. */
export function writeBeside(target: string, text: string, maker: Maker): void {
  const unfinished = unfinishedName(target, maker)
  try {
    writeFileSync(unfinished, text, { mode: 0o600, flag: 'wx' })
    sync(unfinished)
    renameSync(unfinished, target)
  } finally {
    rmSync(unfinished, { force: true })
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
