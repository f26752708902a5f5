import type { Database as Handle } from 'better-sqlite3'
import { pagesOf } from './pragmas.ts'

/** Pages one changed row may touch: its own, those of its indexes and of its recorded change. */
const perRow = 8

/** Pages a transaction touches besides, and those that stay in the cache. */
const besides = 40

/**
 * Sees to it that the open transaction, which changed so many rows, has room on the disk, so that a full one is met now and
 * not by the commit. As much as it may write is written to the write-ahead log, from a cache too small to keep it, and
 * taken back to a savepoint: the log stays as long as it is, and the commit writes over it (sqlite.org/walformat.html).
 */
export function reserveRoom(handle: Handle, rows: number): void {
  const { page_size, page_count } = pagesOf(handle)
  const pages = Math.min(rows * perRow, page_count) + besides
  const cache = Number(handle.pragma('cache_size', { simple: true }))
  handle.pragma('cache_size = 8')
  try {
    handle.exec(`savepoint room; create table larry_room (filling);
      insert into larry_room values (zeroblob(${pages * page_size})); rollback to room; release room`)
  } finally {
    handle.pragma(`cache_size = ${cache}`)
  }
}
