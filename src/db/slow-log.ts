import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFolder } from './create-folder.ts'

/** One operation that took longer than a second. */
export interface SlowOperation {
  /** UTC instant. */
  readonly at: string
  /** The verb, `task add`. */
  readonly command: string
  readonly ms: number
  /** The statement that took longest, without values, and its milliseconds. */
  readonly slowest: string
  readonly slowest_ms: number
}

/** The log is cut to its newer half beyond this many bytes. */
const limit = 262_144

function logIn(folder: string): string {
  return join(folder, 'slow.ndjson')
}

/** Appends to the slow log of a state folder. A log that cannot be written must not fail the command it tells of. */
export function noteSlow(folderOf: () => string, operation: SlowOperation): void {
  try {
    const folder = folderOf()
    const file = logIn(folder)
    createFolder(folder)
    appendFileSync(file, `${JSON.stringify(operation)}\n`, { mode: 0o600 })
    if (statSync(file).size <= limit) return
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.slice(Math.floor(lines.length / 2)).join('\n'), { mode: 0o600 })
  } catch {
    // the warning on stderr has said it
  }
}

/** What the slow log holds, newest first, and how many of its lines cannot be read. */
export function readSlowLog(folder: string): { operations: SlowOperation[]; unreadable: number } {
  const file = logIn(folder)
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return { operations: [], unreadable: 0 }
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const operations = lines.map(read).filter((operation) => operation !== undefined)
  return { operations: operations.toReversed(), unreadable: lines.length - operations.length }
}

function read(line: string): SlowOperation | undefined {
  try {
    const { at, command, ms, slowest, slowest_ms } = JSON.parse(line) as Partial<SlowOperation>
    const texts = [at, command, slowest].every((value) => typeof value === 'string')
    const numbers = [ms, slowest_ms].every((value) => typeof value === 'number')
    return texts && numbers ? ({ at, command, ms, slowest, slowest_ms } as SlowOperation) : undefined
  } catch {
    return undefined
  }
}
