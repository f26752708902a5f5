import type { Database as Handle } from 'better-sqlite3'
import { isBusy } from './faults.ts'

/** How long a writer waits while nobody else gets anything done either, and how long at the most, in milliseconds. */
const patience = 30_000
const utmost = 10 * patience

/** How long to sleep before asking again: the longer a writer has waited, the sooner, but never so soon that asking keeps the others from their work, in milliseconds. */
function pauseAfter(waited: number): number {
  const most = waited < 500 ? 80 : waited < 2000 ? 60 : waited < 5000 ? 40 : 25
  return most * (0.5 + Math.random() / 2)
}

/**
 * Begins an immediate transaction. SQLite's own busy handler sleeps longer the longer it has waited (up to 100 ms), so
 * under many writers newcomers beat those who came first, who then give up; here the oldest ask most often, and give up
 * only when for `patience` nobody has committed.
 */
export async function beginImmediate(handle: Handle): Promise<void> {
  handle.exec('pragma busy_timeout = 0')
  try {
    if (!tryToBegin(handle)) await waitToBegin(handle)
  } finally {
    handle.exec(`pragma busy_timeout = ${patience}`)
  }
}

async function waitToBegin(handle: Handle): Promise<void> {
  const start = performance.now()
  let progress = { at: start, version: dataVersion(handle) }
  while (!tryToBegin(handle)) {
    const now = performance.now()
    const version = dataVersion(handle) ?? progress.version
    if (version !== progress.version) progress = { at: now, version }
    if (now - progress.at > patience || now - start > utmost) return void handle.exec('begin immediate')
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(now - start)))
  }
}

/** A number that changes when another connection commits (sqlite.org/pragma.html#pragma_data_version); none while even reading has to wait. */
function dataVersion(handle: Handle): number | undefined {
  try {
    return handle.pragma('data_version', { simple: true }) as number
  } catch (error) {
    if (!isBusy(error)) throw error
    return undefined
  }
}

function tryToBegin(handle: Handle): boolean {
  try {
    handle.exec('begin immediate')
    return true
  } catch (error) {
    if (!isBusy(error)) throw error
    return false
  }
}
