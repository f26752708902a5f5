import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'

/** What is read at once, in bytes; memory does not grow with the file. */
const piece = 1 << 20

/** The bytes of an open file to its end; a piece is good until the next is asked for. */
export function* piecesFrom(fd: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(piece)
  for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) yield buffer.subarray(0, read)
}

/** As `piecesFrom`, of a file by its name, which may not be a link. */
export function* piecesOf(file: string): Generator<Uint8Array> {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    yield* piecesFrom(fd)
  } finally {
    closeSync(fd)
  }
}

/** What a file's content is known by. */
export interface Content {
  /** 64 hexadecimal digits. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** Reads to the end and answers what it was; `each` is handed every piece on the way. */
export function measure(pieces: Iterable<Uint8Array>, each: (piece: Uint8Array) => void = () => {}): Content {
  const hash = createHash('sha256')
  let size = 0
  for (const some of pieces) {
    hash.update(some)
    each(some)
    size += some.length
  }
  return { sha256: hash.digest('hex'), size }
}
