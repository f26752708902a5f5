import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { toldHow } from '../../src/cli/failure.ts'
import { main } from '../../src/cli/main.ts'
import { holdToSchema } from './answers.ts'
import { type RunOptions, runtimeIn } from './runtime.ts'

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Bench {
  /** A folder of this test's own: home and working folder of its runs. */
  readonly folder: string
  /** The database, a fresh copy of the migrated template. */
  readonly file: string
  /** Runs one command line in this process on the real file; what it answers as JSON is held to its schema. */
  readonly larry: (...argv: string[]) => Promise<Ran>
  /** As `larry`, with stdin, a terminal, another time or environment. */
  readonly with: (options: RunOptions) => (...argv: string[]) => Promise<Ran>
  /** Runs with --json and gives what stdout holds; fails the test when the run failed. */
  readonly json: <T = unknown>(...argv: string[]) => Promise<T>
  /** The tasks of `task list --all`, by id. */
  readonly tasks: () => Promise<TaskJson[]>
}

/** The keys tests look at. */
export interface TaskJson {
  readonly id: number
  readonly uid: string
  readonly title: string
  readonly status: string
  readonly priority: string
  readonly due: string | null
  readonly tags: readonly string[]
  readonly project: string | null
  readonly parent_id: number | null
  readonly depends_on: readonly number[]
  readonly completed_at: string | null
  readonly progress: number
  readonly [key: string]: unknown
}

/** A place to work in for one test: a real file, removed afterwards. What a damaged one answers is held to no schema. */
export function bench({ empty = false, damaged = false } = {}): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'larry-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'larry.db')
  if (!empty) copyFileSync(inject('template'), file)
  const using =
    (options: RunOptions) =>
    async (...argv: string[]): Promise<Ran> => {
      const run = runtimeIn({ folder, file }, options)
      const code = await main(argv, run.runtime)
      const ran = { code, stdout: run.stdout(), stderr: run.stderr() }
      if (!damaged && toldHow(argv, run.runtime.env).json) await holdToSchema(argv, ran.stdout)
      return ran
    }
  const larry = using({})
  const json = async <T>(...argv: string[]): Promise<T> => {
    const ran = await larry(...argv, '--json')
    if (ran.code !== 0) throw new Error(`larry ${argv.join(' ')} answered ${ran.code}: ${ran.stderr}`)
    return JSON.parse(ran.stdout) as T
  }
  return { folder, file, larry, with: using, json, tasks: () => json('task', 'list', '--all', '--sort', 'id') }
}
