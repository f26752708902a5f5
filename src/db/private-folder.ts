import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Maker } from './copy.ts'

const shape = /^larry-work-(\d+)-/

/** A folder in the temporary place that only its owner can read; those that killed runs of the same user left are removed. */
export function privateFolder(maker: Maker): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `larry-work-${maker.pid}-`))
  const mine = statSync(path).uid
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(shape.exec(name)?.[1] ?? maker.pid)
    if (pid === maker.pid || maker.isAlive(pid)) continue
    const left = join(tmpdir(), name)
    if (lstatSync(left, { throwIfNoEntry: false })?.uid === mine) rmSync(left, { recursive: true, force: true })
  }
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}
