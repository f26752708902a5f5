import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { moment } from '../support/runtime.ts'
import type { Line } from './lines.ts'
import type { Place, Ran } from './place.ts'

/** A process is ended after this long, in milliseconds, and so has no exit code. */
const timeout = 60_000

/** True for a line an operating system can pass on: no NUL, nothing that is not text, not too long. */
export function canBeSpawned({ argv, env }: Line): boolean {
  const words = [...argv, ...Object.values(env)]
  return words.every((word) => word.isWellFormed() && !word.includes('\0') && word.length < 30_000)
}

/** Runs a line by the built program in a process of its own, at the moment of the first run of a place. */
export function runBuilt({ folder, file }: Place, line: Line): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve('dist/larry.cjs'), ...line.argv], {
      cwd: folder,
      timeout,
      env: { PATH: process.env['PATH'], HOME: folder, LARRY_DB: file, LARRY_TZ: 'UTC', LARRY_NOW: moment, ...line.env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => out.push(data))
    child.stderr.on('data', (data: Buffer) => err.push(data))
    child.stdin.on('error', () => {
      // most lines read no input
    })
    child.on('error', fail)
    child.on('close', (code) => {
      const [stdout, stderr] = [out, err].map((parts) => Buffer.concat(parts).toString('utf8')) as [string, string]
      done({ code: code ?? -1, stdout, stderr, ms: 0 })
    })
    child.stdin.end(line.stdin)
  })
}
