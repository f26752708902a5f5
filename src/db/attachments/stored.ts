import { lstatSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Maker, sweep, unfinishedName } from '../copy.ts'
import type { Content } from './pieces.ts'
import { placeIn, refuseLink } from './store.ts'

/** A file of the store by its name; what is in it was not read. */
export interface StoredFile extends Content {
  /** Milliseconds since it was written, by the clock of the disk. */
  readonly age: number
}

/** The files of a store, by hash. What does not lie where the store would have put it is somebody else's and left out. */
export function listStored(store: string, maker: Maker): StoredFile[] {
  refuseLink(store)
  if (statSync(store, { throwIfNoEntry: false }) === undefined) return []
  const now = timeOn(store, maker)
  return readdirSync(store)
    .filter((folder) => /^[0-9a-f]{2}$/.test(folder) && lstatSync(join(store, folder)).isDirectory())
    .flatMap((folder) => readdirSync(join(store, folder)).filter((name) => isHash(name) && name.startsWith(folder)))
    .sort()
    .flatMap((sha256) => {
      const found = lstatSync(placeIn(store, sha256))
      return found.isFile() ? [{ sha256, size: found.size, age: now - found.mtimeMs }] : []
    })
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

/** The time a file written now gets: LARRY_NOW and the clock of another machine have no say in how old files are. */
function timeOn(store: string, maker: Maker): number {
  const probe = unfinishedName(join(store, 'clock'), maker)
  try {
    writeFileSync(probe, '', { mode: 0o600, flag: 'wx' })
    return statSync(probe).mtimeMs
  } finally {
    rmSync(probe, { force: true })
  }
}

/** Deletes stored files for good, and what killed runs left unfinished. To be called while nobody else can write the database. */
export function discard(store: string, files: readonly Content[], maker: Maker): void {
  if (statSync(store, { throwIfNoEntry: false }) === undefined) return
  sweep(store, maker)
  for (const { sha256 } of files) rmSync(placeIn(store, sha256), { force: true })
}
