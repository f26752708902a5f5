import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { contentsOf } from './contents.ts'
import { afterCut, asSeen, type Disk, diskOf, take } from './disk.ts'
import { randomFor, tally } from './figures.ts'
import { type DiskCall, record } from './recording.ts'
import type { Chance } from './torn.ts'

/** What the next start finds after one cut, and how far the commands had come. */
export interface Cut {
  readonly folder: string
  readonly print: string
  readonly titles: readonly string[]
  /** Commands begun before the cut, and those that had ended with exit code 0. */
  readonly started: readonly string[]
  readonly acked: readonly string[]
  /** Prints of the database before the first command and after each. */
  readonly states: readonly string[]
}

/** Answers what is wrong with what a cut left, or nothing. */
export type Judge = (cut: Cut) => string | undefined

interface Scenario {
  readonly name: string
  readonly count: number
  /** Command lines of bash, in rows that run at once. */
  readonly rows: readonly (readonly string[])[]
  readonly judge: Judge
  /** Command lines of larry that must do after a cut. */
  readonly goOn?: readonly string[]
}

/** Every how many cuts the built program looks at the file first, and afterwards writes to it. */
const often = 8

/**
 * Records what commands ask of the disk, then cuts the power at `count` moments of that. Answers all cuts after
 * which the file is not sound, larry cannot go on, or the judge has something to say.
 */
export async function cutPower(
  sh: Shell,
  { name, count, rows, judge, goOn = ['add afterwards', 'undo'] }: Scenario,
): Promise<string[]> {
  const [seen, disk] = [diskOf(sh.folder), diskOf(sh.folder)]
  const calls = await record(sh, ...rows)
  const next = shell()
  const folder = join(next.folder, 'disk')
  const states = statesOf(seen, calls, folder)
  expect(states.at(-1), 'the recording misses something').toBe(contentsOf(sh.file).print)
  const chance = randomFor(name)
  const moments = momentsOf(calls, count, chance)
  const wrong: string[] = []
  const [started, acked]: [string[], string[]] = [[], []]
  for (let at = 0, nth = 0; at <= calls.length; at++) {
    for (; moments[nth] === at; nth++) {
      afterCut(disk, folder, chance)
      leaveSharedMemory(folder, chance)
      const larry = nth % often === 0 ? await tryLarry(next, folder, ['db check']) : undefined
      const { problems, print, titles } = contentsOf(join(folder, 'larry.db'))
      const told = larry ?? problems[0] ?? judge({ folder, print, titles, started, acked, states })
      const after = nth % often === 0 ? await tryLarry(next, folder, goOn) : undefined
      if ((told ?? after) !== undefined) wrong.push(`cut ${nth} before call ${at} of ${calls.length}: ${told ?? after}`)
    }
    const call = calls[at]
    if (call === undefined) break
    take(disk, call)
    if (call.kind === 'mark') (call.says.startsWith('start') ? started : acked).push(call.says.split(' ')[1]!)
  }
  tally(`power cuts: ${name}`, count)
  return wrong
}

/** The database as programs saw it before the first command and after each. */
function statesOf(disk: Disk, calls: readonly DiskCall[], folder: string): string[] {
  const print = () => {
    asSeen(disk, folder)
    return contentsOf(join(folder, 'larry.db')).print
  }
  const states = [print()]
  for (const call of calls) {
    take(disk, call)
    if (call.kind === 'mark' && call.says.startsWith('ack')) states.push(print())
  }
  return states
}

/** Moments to cut at, in order: anywhere, where something was just synced or said, and when all is done. */
function momentsOf(calls: readonly DiskCall[], count: number, chance: Chance): number[] {
  const turns = calls.flatMap(({ kind }, at) => (kind === 'write' || kind === 'cut' ? [] : [at]))
  return Array.from({ length: count }, () => {
    const where = chance()
    if (where < 0.1) return calls.length
    if (where < 0.5) return Math.floor(chance() * (calls.length + 1))
    const near = turns[Math.floor(chance() * turns.length)]! + Math.floor(chance() * 5) - 1
    return Math.min(Math.max(near, 0), calls.length)
  }).sort((a, b) => a - b)
}

/** The -shm may be anything after a cut; it is made anew. */
function leaveSharedMemory(folder: string, chance: Chance): void {
  if (chance() < 0.5) return
  const fill = chance() < 0.3 ? () => 0 : () => chance() * 256
  writeFileSync(join(folder, 'larry.db-shm'), Uint8Array.from({ length: 32_768 }, fill))
}

/** Runs command lines on the files a cut left; answers the first that fails. */
async function tryLarry(sh: Shell, folder: string, lines: readonly string[]): Promise<string | undefined> {
  const env = { LARRY_DB: join(folder, 'larry.db'), HOME: folder }
  for (const line of lines) {
    const ran = await sh.bash(`larry ${line}`, env)
    if (ran.code === 3 && /there is nothing to check/.test(ran.stderr)) continue
    if (ran.code !== 0 || /^ +at |unforeseen/m.test(ran.stderr))
      return `larry ${line}: exit ${ran.code}, ${ran.stderr}${ran.stdout}`
  }
  return undefined
}
