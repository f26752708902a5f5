import type { Database as Handle } from 'better-sqlite3'
import { pagesOf } from './pragmas.ts'

/** How large a database is, in bytes, and how much of that holds nothing. */
export interface Size {
  readonly bytes: number
  readonly free_bytes: number
}

export function sizeOf(handle: Handle): Size {
  const { page_size, page_count, freelist_count } = pagesOf(handle)
  return { bytes: page_size * page_count, free_bytes: page_size * freelist_count }
}

/**
 * Lets SQLite look at its tables, so that it plans queries by how they are filled (sqlite.org/pragma.html#pragma_optimize;
 * 0x10002 looks at every table). `vacuum` writes the file anew without its empty pages, which takes up to twice its size
 * meanwhile (sqlite.org/lang_vacuum.html). What the write-ahead log holds is brought into the file as far as nobody reads.
 */
export function optimize(handle: Handle, { vacuum }: { readonly vacuum: boolean }): void {
  handle.pragma('optimize = 0x10002')
  if (vacuum) handle.exec('vacuum')
  handle.pragma('wal_checkpoint(PASSIVE)')
}
