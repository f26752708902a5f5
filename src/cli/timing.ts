import { briefly, newProfile, type Profile } from '../db/profile.ts'
import { noteSlow } from '../db/slow-log.ts'
import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

/** From here on an operation is slow and says so, in milliseconds. */
const slowFrom = 1000

/** The statement in which a writer waits its turn: others' work, not this operation's. */
const begin = 'begin immediate'

/** A run's stopwatch: opening, the operation, and every statement. Waiting for a person, a pipe or another larry does not count as slow. */
export class Timing {
  readonly profile: Profile
  /** Where the time went has been told already. */
  isTold = false
  readonly #elapsed: Runtime['elapsed']
  #openMs = 0
  #operationMs = 0

  constructor(elapsed: Runtime['elapsed']) {
    this.#elapsed = elapsed
    this.profile = newProfile(elapsed)
  }

  async opening<T>(run: () => Promise<T>): Promise<T> {
    const start = this.#elapsed()
    try {
      return await run()
    } finally {
      this.#openMs += this.#elapsed() - start
    }
  }

  async operation<T>(run: () => Promise<T>): Promise<T> {
    const start = this.#elapsed()
    try {
      return await run()
    } finally {
      this.#operationMs += this.#elapsed() - start
    }
  }

  /** The same pages, the taking of each counted as part of the operation. */
  pages<P>(pages: AsyncIterable<P>): AsyncIterable<P> {
    const source = pages[Symbol.asyncIterator]()
    const timed: AsyncIterableIterator<P> = {
      next: () => this.operation(() => source.next()),
      return: async () => source.return?.() ?? { done: true, value: undefined },
      [Symbol.asyncIterator]: () => timed,
    }
    return timed
  }

  /** Runs something that waits for a person. */
  waiting(run: () => void): void {
    const start = this.#elapsed()
    try {
      run()
    } finally {
      this.#operationMs -= this.#elapsed() - start
    }
  }

  /** As `waiting`, for another program. */
  async aside<T>(run: () => Promise<T>): Promise<T> {
    const start = this.#elapsed()
    try {
      return await run()
    } finally {
      this.#operationMs -= this.#elapsed() - start
    }
  }

  /** What `--profile` prints: open time, each statement with count, milliseconds and rows, and the total; JSON lines for programs. */
  report(json: boolean): string {
    const statements = this.profile.statements()
    const total = statements.reduce((sum, { ms }) => sum + ms, 0)
    if (json)
      return [
        { open_ms: round(this.#openMs) },
        ...statements.map(({ sql, count, ms, rows }) => ({ sql: briefly(sql), count, ms: round(ms), rows })),
        { total_ms: round(total), operation_ms: round(this.#operationMs) },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
    const lines = statements.map(
      ({ sql, count, ms, rows }) =>
        `${count.toString().padStart(6)}x ${ms.toFixed(2).padStart(9)} ms ${rows.toString().padStart(8)} rows  ${briefly(sql)}`,
    )
    return [
      `profile: opened in ${this.#openMs.toFixed(2)} ms`,
      ...lines,
      `profile: ${statements.length} statements, ${total.toFixed(2)} ms; whole operation ${this.#operationMs.toFixed(2)} ms`,
      '',
    ].join('\n')
  }

  /** The warning for an operation past one second, noted in the slow log too; undefined when it was quick. */
  slowWarning(command: string, { paths, clock }: Settings): string | undefined {
    const waited = this.profile.statements().find(({ sql }) => sql === begin)?.ms ?? 0
    const ms = this.#operationMs - waited
    if (ms <= slowFrom) return undefined
    const slowest = this.profile.slowest(begin)
    const sql = slowest === undefined ? '' : briefly(slowest.sql)
    noteSlow(() => paths.state, {
      at: clock.now,
      command,
      ms: round(ms),
      slowest: sql,
      slowest_ms: round(slowest?.ms ?? 0),
    })
    const most = slowest === undefined ? '' : `; slowest statement, ${slowest.ms.toFixed(0)} ms: ${sql}`
    return `larry: warning: ${command} took ${(ms / 1000).toFixed(1)} s${most}\n`
  }
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
