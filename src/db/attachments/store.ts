import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../domain/errors.ts'
import { type Maker, sweep, unfinishedName } from '../copy.ts'
import { createFolder } from '../create-folder.ts'
import { faultOf } from '../faults.ts'
import { sync } from '../publish.ts'
import { type Content, measure, piecesOf } from './pieces.ts'

/** The folder of a database's attached files, or of a backup's, beside it: each content once, under its SHA-256. */
export function storeOf(database: string): string {
  return `${database}.attachments`
}

/** Where a store has a content: `ab/abcdef...`. */
export function placeIn(store: string, sha256: string): string {
  return join(store, sha256.slice(0, 2), sha256)
}

/** True when a store has a file of that size under the hash; what is in it was not read. */
export function isStored(store: string, { sha256, size }: Content): boolean {
  const found = lstatSync(placeIn(store, sha256), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === size
}

/** How a stored content is: `altered` when its bytes are not those that were stored. */
export type Soundness = 'ok' | 'missing' | 'wrong-size' | 'altered'

/** Reads a stored content and holds it against its hash and size. */
export function soundnessOf(store: string, { sha256, size }: Content): Soundness {
  const file = placeIn(store, sha256)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return 'missing'
  if (found.size !== size) return 'wrong-size'
  return measure(piecesOf(file)).sha256 === sha256 ? 'ok' : 'altered'
}

/**
 * Puts a content into a store and answers what it is. It is on disk, whole, before it has its name, and the name before
 * this returns. What is there under that name already is replaced: it is the same, or it is damaged.
 */
export function keep(store: string, pieces: Iterable<Uint8Array>, maker: Maker): Content {
  try {
    ownFolder(store)
    sweep(store, maker)
    const unfinished = unfinishedName(join(store, 'file'), maker)
    try {
      const content = writeNew(unfinished, pieces)
      const place = placeIn(store, content.sha256)
      ownFolder(dirname(place))
      renameSync(unfinished, place)
      for (const folder of [dirname(place), store, dirname(store)]) sync(folder)
      return content
    } finally {
      rmSync(unfinished, { force: true })
    }
  } catch (error) {
    throw faultOf(error, store) ?? error
  }
}

/** Writes a file that was not there, for its owner alone, and brings it to the disk. */
export function writeNew(file: string, pieces: Iterable<Uint8Array>): Content {
  const fd = openSync(file, 'wx', 0o600)
  try {
    const content = measure(pieces, (piece) => {
      writeFileSync(fd, piece)
    })
    fsyncSync(fd)
    return content
  } finally {
    closeSync(fd)
  }
}

/** Makes a folder of the store unless it is there; a link is refused, for nothing is written outside the store. */
function ownFolder(folder: string): void {
  refuseLink(folder)
  createFolder(folder)
}

/** Refuses a store somebody has put a link in the place of. */
export function refuseLink(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found !== undefined && !found.isDirectory())
    throw new Failure(
      'unavailable',
      `${folder} is ${found.isSymbolicLink() ? 'a link' : 'not a folder'}; attached files are kept nowhere else`,
      'move it away',
    )
}
