import type { Database as Handle } from 'better-sqlite3'
import { Failure } from '../domain/errors.ts'
import { bytesBeside } from './beside.ts'

type Setting = readonly [name: string, value: string, readBack: number | string]

/** What every connection runs with, in this order (sqlite.org/pragma.html); `readBack` is what SQLite answers once it took it. */
const shared: readonly Setting[] = [
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
]
const writing: readonly Setting[] = [['journal_mode', 'WAL', 'wal']]
const tuning: readonly Setting[] = [
  ['busy_timeout', '30000', 30_000],
  ['synchronous', 'NORMAL', 1],
  ['cache_size', '-64000', -64_000],
  ['temp_store', 'MEMORY', 2],
]

/** What SQLite answers of them. */
export interface Pragmas {
  readonly foreign_keys: number
  readonly trusted_schema: number
  readonly cell_size_check: number
  readonly journal_mode: string
  readonly busy_timeout: number
  readonly synchronous: number
  readonly cache_size: number
  readonly temp_store: number
}

const pragmaNames = [...shared, ...writing, ...tuning].map(([name]) => name)

/** Sets them all and reads them all back, in two statements. */
function apply(handle: Handle, settings: readonly Setting[]): void {
  handle.exec(settings.map(([name, value]) => `pragma ${name} = ${value}`).join('; '))
  const taken = pragmasNamed(
    handle,
    settings.map(([name]) => name),
  )
  for (const [name, value, readBack] of settings)
    if (taken[name] !== readBack)
      throw new Failure('unavailable', `SQLite refused PRAGMA ${name} = ${value} (it answers ${String(taken[name])})`)
}

/** PRAGMAs that answer one value, read as tables (sqlite.org/pragma.html#pragfunc); busy_timeout's column is `timeout`. */
function pragmasNamed(handle: Handle, names: readonly string[]): Record<string, string | number> {
  const columns = names.map((name) => `${name}.${name === 'busy_timeout' ? 'timeout' : name} as ${name}`)
  const tables = names.map((name) => `pragma_${name} as ${name}`)
  return handle.prepare(`select ${columns.join(', ')} from ${tables.join(', ')}`).get() as Record<
    string,
    string | number
  >
}

export function tuneReader(handle: Handle): void {
  apply(handle, [...shared, ...tuning])
}

export function tuneWriter(handle: Handle): void {
  apply(handle, [...shared, ...writing, ...tuning])
}

/** From here on a commit waits until it is on disk, so that exit 0 means a power cut cannot take it back. */
export function makeDurable(handle: Handle): void {
  apply(handle, [['synchronous', 'FULL', 2]])
}

/** Every PRAGMA larry sets, as the connection answers it. */
export function pragmasOf(handle: Handle): Pragmas {
  return pragmasNamed(handle, pragmaNames) as unknown as Pragmas
}

/** How large a file is: bytes of a page, pages, and those of them that hold nothing. */
export interface Pages {
  readonly page_size: number
  readonly page_count: number
  readonly freelist_count: number
}

export function pagesOf(handle: Handle): Pages {
  const { page_size, page_count, freelist_count } = pragmasNamed(handle, ['page_size', 'page_count', 'freelist_count'])
  return { page_size: Number(page_size), page_count: Number(page_count), freelist_count: Number(freelist_count) }
}

/** Bytes in the write-ahead log beside the file. */
export function walBytes(handle: Handle): number {
  return bytesBeside(handle.name, '-wal')
}
