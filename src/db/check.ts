import type { Database as Handle } from 'better-sqlite3'
import { migrations } from '../../migrations/index.ts'
import { findCycle } from '../domain/cycle.ts'
import { attachmentsHeld } from './attachments/check.ts'
import { historyHeld } from './check-history.ts'
import { schemaVersion } from './identity.ts'
import { pagesOf, tuneReader, walBytes } from './pragmas.ts'
import { damageOf } from './verify.ts'

/** One thing `db check` looked at. `problem` can be repaired, `damaged` is the file's own order broken, `advice` never fails a check. */
export interface Finding {
  readonly check: string
  readonly status: 'ok' | 'advice' | 'problem' | 'damaged'
  readonly detail: string
}

/** A -wal larger than this, in bytes, is worth a word. */
const largeWal = 64 << 20

/** The whole examination of an open database, and of the files attached in it; `stage` is told of what takes long. */
export function examine(handle: Handle, file: string, stage: (what: string, bytes: number) => void): Finding[] {
  const damage = damageOf(handle)
  if (damage.length > 0) return damage.map((detail) => ({ check: 'integrity', status: 'damaged', detail }))
  const sound: Finding = {
    check: 'integrity',
    status: 'ok',
    detail: 'integrity_check and foreign_key_check find nothing',
  }
  const version = schemaVersion(handle)
  if (version < migrations.length)
    return [
      sound,
      { check: 'schema', status: 'advice', detail: `schema ${version} of ${migrations.length}: larry db migrate` },
    ]
  return [
    sound,
    noCycle(handle, 'dependencies', 'select task_id as a, depends_on_id as b from task_dependencies'),
    noCycle(handle, 'subtasks', 'select id as a, parent_id as b from tasks where parent_id is not null'),
    ...historyHeld(handle),
    attachmentsHeld(handle, file, stage),
    settingsHeld(handle),
    writeAheadLog(handle),
    freeSpace(handle),
  ]
}

function noCycle(handle: Handle, check: string, edges: string): Finding {
  const graph = new Map<number, number[]>()
  for (const { a, b } of handle.prepare(edges).all() as { a: number; b: number }[])
    if (!graph.get(a)?.push(b)) graph.set(a, [b])
  const cycle = findCycle(graph, graph.keys())
  return cycle === undefined
    ? { check, status: 'ok', detail: 'no task waits for itself or lies below itself' }
    : { check, status: 'problem', detail: `a circle: ${cycle.join(' -> ')}` }
}

/** The PRAGMAs every connection sets, read back; and that the file is in WAL mode, which the next write sees to. */
function settingsHeld(handle: Handle): Finding {
  tuneReader(handle)
  const mode = handle.pragma('journal_mode', { simple: true }) as string
  return mode === 'wal'
    ? { check: 'pragmas', status: 'ok', detail: 'every PRAGMA holds' }
    : { check: 'pragmas', status: 'advice', detail: `journal_mode is ${mode}; the next change makes it wal` }
}

function writeAheadLog(handle: Handle): Finding {
  const bytes = walBytes(handle)
  return bytes > largeWal
    ? {
        check: 'wal',
        status: 'advice',
        detail: `the write-ahead log holds ${bytes} bytes; it empties when the last larry ends`,
      }
    : { check: 'wal', status: 'ok', detail: `${bytes} bytes` }
}

function freeSpace(handle: Handle): Finding {
  const { freelist_count: free, page_count: pages } = pagesOf(handle)
  return pages > 1000 && free * 2 > pages
    ? { check: 'space', status: 'advice', detail: `${free} of ${pages} pages are empty` }
    : { check: 'space', status: 'ok', detail: `${free} of ${pages} pages are empty` }
}
