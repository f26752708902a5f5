import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { main } from '../../src/cli/main.ts'
import { runtimeIn } from './runtime.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
  }
}

/** Once for the whole suite: a migrated, empty database that tests copy, made by larry itself; and the built program must be there. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync('dist/larry.cjs')) throw new Error('dist/larry.cjs is missing: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'larry-template-'))
  const run = runtimeIn({ folder, file: join(folder, 'larry.db') })
  const code = await main(['list'], run.runtime)
  if (code !== 0) throw new Error(`the template could not be made: ${run.stderr()}`)
  project.provide('template', join(folder, 'larry.db'))
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
