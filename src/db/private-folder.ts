import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Maker } from './copy.ts'

const shape = /^larry-work-(\d+)-/

/** A folder in the temporary place that only its owner can read; those that killed runs left are removed. */
export function privateFolder(maker: Maker): { readonly path: string; readonly remove: () => void } {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(shape.exec(name)?.[1] ?? maker.pid)
    if (pid !== maker.pid && !maker.isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
  const path = mkdtempSync(join(tmpdir(), `larry-work-${maker.pid}-`))
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}
