import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PrepareContext } from '../../cli/context.ts'
import { checkFile } from '../../db/attachments/source.ts'
import { faultOf } from '../../db/faults.ts'
import { writeAll } from '../../db/write-out.ts'
import { Failure } from '../../domain/errors.ts'
import { openSpool, piecesOf } from './spool.ts'

/** An open file that is read from its beginning as often as need be. */
export interface Source {
  /** What it is called in a message. */
  readonly name: string
  readonly fd: number
  /** Bytes. */
  readonly size: number
}

/**
 * Opens the file a verb is to read, `-` for a pipe, as it is in the line `example`. A pipe is first read to its end, into a
 * file nobody else can see, so that nothing is locked while it takes its time.
 */
export function openSource(file: string, example: string, { settings, runtime, progress }: PrepareContext): Source {
  if (file === '-') {
    if (runtime.stdin.isTTY)
      throw new Failure('usage', '"-" reads from a pipe, and there is none', `such as: ${example}`)
    return spool('standard input', runtime.stdin.pieces(), runtime, progress)
  }
  const path = resolve(settings.cwd, file)
  const found = checkFile(path, settings.file, 'name a file in it')
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

/** Copies a pipe into a temporary file. */
function spool(
  name: string,
  pieces: Iterable<Uint8Array>,
  { processes }: PrepareContext['runtime'],
  progress: PrepareContext['progress'],
): Source {
  try {
    const fd = openSpool(processes)
    let size = 0
    for (const piece of pieces) {
      writeAll(fd, piece)
      size += piece.length
      progress(`reading ${name}`, size)
    }
    return { name, fd, size }
  } catch (error) {
    throw faultOf(error, name) ?? error
  }
}

/** The bytes of a source from its beginning; of a file that changes meanwhile they are no one state of it, which is refused at the end. */
export function* piecesFrom({ fd, name }: Source): Generator<Uint8Array> {
  const before = fstatSync(fd, { bigint: true })
  yield* piecesOf(fd, 0)
  const after = fstatSync(fd, { bigint: true })
  if (before.size !== after.size || before.mtimeNs !== after.mtimeNs)
    throw new Failure('conflict', `${name} changed while it was read; nothing was taken from it`, 'run it again')
}

/** The first of the text of a source, as far as it can be read. */
export function startOf({ fd }: Source): string {
  const buffer = Buffer.alloc(64 << 10)
  return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, 0))
}

export function closeSource({ fd }: Source): void {
  closeSync(fd)
}
