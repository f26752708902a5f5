import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PrepareContext } from '../../cli/context.ts'
import { checkFile } from '../../db/attachments/source.ts'
import { faultOf } from '../../db/faults.ts'
import { privateFolder } from '../../db/private-folder.ts'
import { Failure } from '../../domain/errors.ts'

/** An open file that is read from its beginning as often as need be. */
export interface Source {
  /** What it is called in a message. */
  readonly name: string
  readonly fd: number
  /** Bytes. */
  readonly size: number
}

/** Opens what is to be imported. A pipe is first read to its end, into a file nobody else can see, so that nothing is locked while it takes its time. */
export function openSource(file: string, { settings, runtime, progress }: PrepareContext): Source {
  if (file === '-') {
    if (runtime.stdin.isTTY)
      throw new Failure(
        'usage',
        '"-" reads from a pipe, and there is none',
        'such as: curl ... | larry import - --as json',
      )
    return spool('standard input', runtime.stdin.pieces(), runtime, progress)
  }
  const path = resolve(settings.cwd, file)
  const found = checkFile(path, settings.file)
  try {
    const fd = openSync(path, 'r')
    if (found.isFile()) return { name: file, fd, size: found.size }
    try {
      return spool(file, piecesOf(fd, null), runtime, progress)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw faultOf(error, path) ?? error
  }
}

/** Copies a pipe into a temporary file that has no name any more: it goes with this process, however that ends. */
function spool(
  name: string,
  pieces: Iterable<Uint8Array>,
  { processes }: PrepareContext['runtime'],
  progress: PrepareContext['progress'],
): Source {
  const { path, remove } = privateFolder(processes)
  const file = join(path, 'import')
  try {
    const fd = openSync(file, 'wx+', 0o600)
    rmSync(file)
    let size = 0
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) at += writeSync(fd, piece, at)
      size += piece.length
      progress(`reading ${name}`, size)
    }
    return { name, fd, size }
  } catch (error) {
    throw faultOf(error, name) ?? error
  } finally {
    remove()
  }
}

/** What is read at once, in bytes. */
const pieceSize = 256 << 10

/** The bytes of a source from its beginning; of a file that changes meanwhile they are no one state of it, which is refused at the end. */
export function* piecesFrom({ fd, name }: Source): Generator<Uint8Array> {
  const before = fstatSync(fd, { bigint: true })
  yield* piecesOf(fd, 0)
  const after = fstatSync(fd, { bigint: true })
  if (before.size !== after.size || before.mtimeNs !== after.mtimeNs)
    throw new Failure('conflict', `${name} changed while it was read; nothing was imported`, 'run it again')
}

export function closeSource({ fd }: Source): void {
  closeSync(fd)
}

/** The bytes of a descriptor, from a place on, or for a pipe from where it is. */
function* piecesOf(fd: number, from: number | null): Generator<Uint8Array> {
  const buffer = Buffer.alloc(pieceSize)
  let at = from
  for (;;) {
    const size = readSync(fd, buffer, 0, pieceSize, at)
    if (size === 0) return
    if (at !== null) at += size
    yield buffer.subarray(0, size)
  }
}
