import { openSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Maker } from '../../db/copy.ts'
import { privateFolder } from '../../db/private-folder.ts'

/** What is read at once, in bytes. */
const pieceSize = 256 << 10

/** Opens a temporary file that nobody else can see and that has no name any more: it goes with this process, however that ends. */
export function openSpool(maker: Maker): number {
  const { path, remove } = privateFolder(maker)
  try {
    const file = join(path, 'spool')
    const fd = openSync(file, 'wx+', 0o600)
    rmSync(file)
    return fd
  } finally {
    remove()
  }
}

/** The bytes of a descriptor from a place on, or of a pipe from where it is; a piece is good until the next is asked for. */
export function* piecesOf(fd: number, from: number | null): Generator<Uint8Array> {
  const buffer = Buffer.alloc(pieceSize)
  let at = from
  for (;;) {
    const size = readSync(fd, buffer, 0, pieceSize, at)
    if (size === 0) return
    if (at !== null) at += size
    yield buffer.subarray(0, size)
  }
}
