import { accessSync, closeSync, constants, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuseTarget } from './attachments/take-out.ts'
import { type Maker, sweep, unfinishedName } from './copy.ts'
import { faultOf } from './faults.ts'
import { claim, sync } from './publish.ts'

interface WritingOut {
  /** The database, which is never written over. */
  readonly database: string
  readonly maker: Maker
  /** Replaces what has the name; a link itself, never what it leads to. */
  readonly force: boolean
}

/** Writes text that comes piece by piece under a name, for its owner alone. It has that name only when it is whole and on disk; else nothing is left of it. */
export async function writeOut(
  target: string,
  { database, maker, force }: WritingOut,
  write: (put: (text: string) => void) => Promise<void>,
): Promise<void> {
  const unfinished = unfinishedName(target, maker)
  let fd: number | undefined
  const inFile = <T>(use: () => T): T => about(target, use)
  try {
    refuseOut(target, { database, force })
    inFile(() => {
      sweep(dirname(target), maker)
      fd = openSync(unfinished, 'wx', 0o600)
    })
    await write((text) => {
      inFile(() => {
        writeAll(fd!, Buffer.from(text, 'utf8'))
      })
    })
    inFile(() => {
      fsyncSync(fd!)
      if (force) renameSync(unfinished, target)
      else claim(unfinished, target)
      sync(dirname(target))
    })
  } finally {
    if (fd !== undefined) closeSync(fd)
    rmSync(unfinished, { force: true })
  }
}

/** Refuses a place `writeOut` would not write to, before anything is read for it. */
export function refuseOut(target: string, { database, force }: Omit<WritingOut, 'maker'>): void {
  about(target, () => {
    refuseTarget(target, database, { force })
    accessSync(dirname(target), constants.W_OK)
  })
}

/** Does something with a file; what goes wrong with it is told of that file. */
function about<T>(target: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    throw faultOf(error, target) ?? error
  }
}

/** Writes all of some bytes, however little the system takes at a time. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}
