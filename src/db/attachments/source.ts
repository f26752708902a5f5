import { closeSync, fstatSync, openSync, type Stats, statSync } from 'node:fs'
import { Failure } from '../../domain/errors.ts'
import { faultOf } from '../faults.ts'
import { piecesFrom } from './pieces.ts'

/** Refuses what is no file to read: one that is not there, a folder (with the hint `instead`), a device, the database itself. A pipe is read. */
export function checkFile(file: string, database: string, instead: string): Stats {
  const found = look(file)
  if (found === undefined) throw new Failure('not-found', `${file} does not exist`)
  if (found.isDirectory()) throw new Failure('usage', `${file} is a folder`, instead)
  if (!found.isFile() && !found.isFIFO()) throw new Failure('usage', `${file} is a device or a socket, not a file`)
  for (const end of ['', '-wal', '-shm']) {
    const own = look(`${database}${end}`)
    if (own?.dev === found.dev && own.ino === found.ino)
      throw new Failure('conflict', `${file} is the database itself`, 'larry db backup copies it')
  }
  return found
}

function look(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    throw faultOf(error, file) ?? error
  }
}

/** The bytes of a file or pipe; of a file that changes meanwhile they are no one state of it, which is refused at the end. */
export function* piecesOfSource(file: string): Generator<Uint8Array> {
  const fd = openSync(file, 'r')
  try {
    const before = fstatSync(fd, { bigint: true })
    yield* piecesFrom(fd)
    const after = fstatSync(fd, { bigint: true })
    if (before.isFile() && (before.size !== after.size || before.mtimeNs !== after.mtimeNs))
      throw new Failure(
        'conflict',
        `${file} changed while it was read`,
        `as far as it is now: larry task attach 3 - --name NAME < ${file}`,
      )
  } finally {
    closeSync(fd)
  }
}

/** Passes pieces on; a failure to read them is told of `name`. */
export function* named(pieces: Iterable<Uint8Array>, name: string): Generator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    throw faultOf(error, name) ?? error
  }
}

/** Passes pieces on until they are more than `limit` bytes, which is refused with what `tooLarge` makes. */
export function* atMost(pieces: Iterable<Uint8Array>, limit: number, tooLarge: () => Failure): Generator<Uint8Array> {
  let size = 0
  for (const piece of pieces) {
    size += piece.length
    if (size > limit) throw tooLarge()
    yield piece
  }
}
