import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Finished {
  /** Exit code; 128 + the signal's number when a signal ended it, as a shell says it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const signals: Record<string, number> = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15, SIGHUP: 1, SIGXFSZ: 25 }

export interface Shell {
  readonly folder: string
  readonly file: string
  /** Runs a bash script in which `larry` is the built program. `pipefail` is on. */
  readonly bash: (script: string, env?: Record<string, string>) => Promise<Finished>
}

/** A real shell in a folder of its own, with an empty home and the built program on its PATH. */
export function shell(): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'larry-shell-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'larry.db')
  const program = `larry() { "${process.execPath}" "${resolve('dist/larry.cjs')}" "$@"; }; export -f larry; set -o pipefail\n`
  return {
    folder,
    file,
    bash: (script, env = {}) =>
      new Promise((done, fail) => {
        const child = spawn('bash', ['-c', program + script], {
          cwd: folder,
          env: { PATH: process.env['PATH'], HOME: folder, LARRY_DB: file, LARRY_TZ: 'UTC', ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        const out: Buffer[] = []
        const err: Buffer[] = []
        child.stdout.on('data', (data: Buffer) => out.push(data))
        child.stderr.on('data', (data: Buffer) => err.push(data))
        child.on('error', fail)
        child.on('close', (code, signal) => {
          done({
            code: code ?? 128 + (signals[signal ?? ''] ?? 0),
            stdout: Buffer.concat(out).toString('utf8'),
            stderr: Buffer.concat(err).toString('utf8'),
          })
        })
      }),
  }
}
