import { closeSync, openSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database as Handle } from 'better-sqlite3'
import { Failure } from '../domain/errors.ts'
import { faultOf } from './faults.ts'
import { checkName, isNewFile } from './location.ts'
import { looking } from './peek.ts'

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

/** Removes the unfinished copies, files and folders of them, whose makers are gone. */
export function sweep(folder: string, maker: Maker): void {
  for (const name of readdirSync(folder)) {
    const pid = unfinishedShape.exec(name)?.[1]
    if (pid !== undefined && (Number(pid) === maker.pid || !maker.isAlive(Number(pid))))
      rmSync(join(folder, name), { recursive: true, force: true })
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
  try {
    looking(source, (handle) => {
      closeSync(openSync(target, 'wx', 0o600))
      vacuumInto(handle, target)
    })
  } catch (error) {
    throw faultOf(error, source) ?? error
  }
}

/** Fills the empty file `target`; one that could not be filled is removed. */
function vacuumInto(handle: Handle, target: string): void {
  try {
    handle.pragma('busy_timeout = 30000')
    handle.prepare('vacuum into ?').run(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
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
