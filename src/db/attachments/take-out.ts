import { lstatSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../domain/errors.ts'
import { type Maker, sweep, unfinishedName } from '../copy.ts'
import { faultOf } from '../faults.ts'
import { claim, refuseTaken, sync } from '../publish.ts'
import { type Content, piecesOf } from './pieces.ts'
import { placeIn, writeNew } from './store.ts'

interface TakingOut {
  readonly maker: Maker
  /** Replaces what has the name; a link itself, never what it leads to. */
  readonly force: boolean
}

/** Writes a stored content out under a name, for its owner alone. It has that name only when it is whole and what was stored; else nothing is left of it. */
export function takeOut(store: string, content: Content, target: string, { maker, force }: TakingOut): void {
  const folder = dirname(target)
  try {
    sweep(folder, maker)
    const unfinished = unfinishedName(join(folder, 'attachment'), maker)
    try {
      const written = writeNew(unfinished, piecesOf(placeIn(store, content.sha256)))
      if (written.sha256 !== content.sha256 || written.size !== content.size)
        throw new Failure('unavailable', `${target} was not written: the stored file changed while it was read`)
      if (force) renameSync(unfinished, target)
      else claim(unfinished, target)
      sync(folder)
    } finally {
      rmSync(unfinished, { force: true })
    }
  } catch (error) {
    throw faultOf(error, target) ?? error
  }
}

/** Refuses a place a file cannot be written to: a missing folder, a name in use, what is no file, a name that SQLite takes for part of the database. */
export function refuseTarget(target: string, database: string, { force }: { readonly force: boolean }): void {
  const folder = dirname(target)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Failure('unavailable', `the folder ${folder} does not exist`, `mkdir -p ${folder}`)
  const real = join(realpathSync(folder), basename(target))
  if (['', '-wal', '-shm', '-journal'].some((end) => real === `${database}${end}`))
    throw new Failure('conflict', `${target} is the database itself`, 'name another file')
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) throw new Failure('usage', `${target} is a folder`, 'name a file in it')
  // Even with --force: a file in the place of /dev/null or of a pipe is not what anybody meant.
  if (found !== undefined && !found.isFile() && !found.isSymbolicLink())
    throw new Failure('usage', `${target} is a device, a pipe or a socket, no file`, `-o - > ${target} writes into it`)
  if (!force) refuseTaken(target)
}
