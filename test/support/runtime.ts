import { spawnSync } from 'node:child_process'
import { programRunner } from '../../bin/programs.ts'
import type { Runtime } from '../../src/cli/runtime.ts'

/** The moment of every in-process run unless a test says otherwise: a Monday morning. */
export const moment = '2026-11-23T09:00:00.000Z'

/** This process; the other workers of the suite are alive too. */
export const maker = {
  pid: process.pid,
  isAlive: (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  },
}

export interface RunOptions {
  readonly now?: string
  readonly stdin?: string | Uint8Array
  /** What a person types at questions, line by line; given, stdin and stderr are a terminal. */
  readonly answers?: readonly string[]
  /** stdout is a terminal of this many columns. */
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
}

export interface Captured {
  readonly runtime: Runtime
  stdout(): string
  stderr(): string
}

/** A runtime whose home is `folder`, in UTC, that keeps what is written. */
export function runtimeIn(place: { folder: string; file: string }, options: RunOptions = {}): Captured {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const answers = [...(options.answers ?? [])]
  const asked = options.answers !== undefined
  const runtime: Runtime = {
    stdin: {
      isTTY: asked,
      readAll: () =>
        typeof options.stdin === 'string' ? Buffer.from(options.stdin) : (options.stdin ?? new Uint8Array()),
      *pieces() {
        yield this.readAll()
      },
      readLine: () => answers.shift() ?? null,
    },
    stdout: {
      isTTY: options.columns !== undefined,
      columns: options.columns,
      write: (data) => void out.push(Buffer.from(data)),
      within: () => runtime.stdout,
    },
    stderr: {
      isTTY: asked,
      columns: undefined,
      write: (data) => void err.push(Buffer.from(data)),
      within: () => runtime.stderr,
    },
    // larry sql asks in this process: the one it would start to be watched is what test/shell tries.
    env: { LARRY_DB: place.file, LARRY_TZ: 'UTC', LARRY_QUERY_WATCHED: '1', ...options.env },
    cwd: place.folder,
    home: place.folder,
    elapsed: () => performance.now(),
    now: () => new Date(options.now ?? moment),
    launch: (command, file) =>
      spawnSync('sh', ['-c', `${command} "$@"`, command, file], { cwd: place.folder }).status ?? 1,
    run: programRunner(place.folder, { PATH: process.env['PATH'], ...options.env }, (text) => void err.push(text)),
    self: ['/usr/bin/node', '/opt/larry/dist/larry.cjs'],
    processes: maker,
  }
  return {
    runtime,
    stdout: () => Buffer.concat(out).toString('utf8'),
    stderr: () => Buffer.concat(err).toString('utf8'),
  }
}
