import { statSync } from 'node:fs'

/** Bytes of the write-ahead log or rollback journal beside a database; 0 where there is none. With content, it holds what the file does not. */
export function bytesBeside(file: string, end: '-wal' | '-journal'): number {
  return statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0
}
