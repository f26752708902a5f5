import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { migrations } from '../../migrations/index.ts'
import { applicationId } from './application-id.ts'
import { bytesBeside } from './beside.ts'

/**
 * True when the first 100 bytes of a file (sqlite.org/fileformat.html 1.3) say that it is a larry database of the newest
 * schema, whole pages long, and nothing beside it holds anything else: then it may be opened for writing unseen, which
 * saves a second connection. Never while this process has the file open (closing a descriptor drops SQLite's locks).
 */
export function isCurrentByHeader(file: string): boolean {
  if (bytesBeside(file, '-wal') + bytesBeside(file, '-journal') > 0) return false
  const header = Buffer.alloc(100)
  const fd = openSync(file, 'r')
  try {
    readSync(fd, header, 0, 100, 0)
    const pageSize = header.readUInt16BE(16)
    return (
      header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
      header.readUInt32BE(60) === migrations.length &&
      header.readUInt32BE(68) === applicationId &&
      fstatSync(fd).size % (pageSize === 1 ? 65_536 : pageSize) === 0
    )
  } finally {
    closeSync(fd)
  }
}
