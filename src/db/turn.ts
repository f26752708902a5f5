import type { Database as Handle } from 'better-sqlite3'
import { isBusy } from './faults.ts'

/** How long a writer waits for its turn, in milliseconds. */
const patience = 30_000

/** How long to sleep before asking again: the longer a writer has waited, the sooner, in milliseconds. */
function pauseAfter(waited: number): number {
  const most = waited < 500 ? 80 : waited < 2000 ? 50 : waited < 5000 ? 25 : waited < 10_000 ? 10 : 3
  return most * (0.5 + Math.random() / 2)
}

/**
 * Begins an immediate transaction. SQLite's own busy handler sleeps longer the longer it has waited (up to 100 ms), so
 * under many writers newcomers beat those who came first, who then give up; here the oldest ask most often.
 */
export async function beginImmediate(handle: Handle): Promise<void> {
  handle.exec('pragma busy_timeout = 0')
  try {
    let start: number | undefined
    while (!tryToBegin(handle)) {
      start ??= performance.now()
      const waited = performance.now() - start
      if (waited > patience) return void handle.exec('begin immediate')
      await new Promise((resolve) => setTimeout(resolve, pauseAfter(waited)))
    }
  } finally {
    handle.exec(`pragma busy_timeout = ${patience}`)
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
