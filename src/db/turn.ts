import { statSync } from 'node:fs'
import type { Database as Handle } from 'better-sqlite3'
import { isBusy } from './faults.ts'

/** How long a writer waits while nobody else gets anything done either, in milliseconds, and how many times that at the most. */
const patience = 30_000
const utmost = 20

/** How long to sleep before asking again: the longer a writer has waited, the sooner, but never so soon that asking keeps the others from their work, in milliseconds. */
function pauseAfter(waited: number): number {
  const most = waited < 500 ? 80 : waited < 2000 ? 60 : waited < 5000 ? 40 : 25
  return most * (0.5 + Math.random() / 2)
}

/**
 * Begins an immediate transaction. SQLite's own busy handler sleeps longer the longer it has waited (up to 100 ms), so
 * under many writers newcomers beat those who came first, who then give up; here the oldest ask most often, and give up
 * only when for `limit` milliseconds nobody has committed, nor written what a large import writes before it does.
 */
export async function beginImmediate(handle: Handle, limit = patience): Promise<void> {
  handle.exec('pragma busy_timeout = 0')
  try {
    if (!tryToBegin(handle)) await waitToBegin(handle, limit)
  } finally {
    handle.exec(`pragma busy_timeout = ${patience}`)
  }
}

async function waitToBegin(handle: Handle, limit: number): Promise<void> {
  const start = performance.now()
  let progress = { at: start, sign: signOfWork(handle) }
  while (!tryToBegin(handle)) {
    const now = performance.now()
    const sign = signOfWork(handle)
    if (sign !== progress.sign) progress = { at: now, sign }
    if (now - progress.at > limit || now - start > utmost * limit) return void handle.exec('begin immediate')
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(now - start)))
  }
}

/** Text that differs when somebody has committed, or has written to the -wal, as a transaction too large for memory does. */
function signOfWork(handle: Handle): string {
  const wal = statSync(`${handle.name}-wal`, { throwIfNoEntry: false })
  return `${dataVersion(handle)} ${wal?.size} ${wal?.mtimeMs}`
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
