import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { inFile } from './stores.ts'

/** A file with these tasks and a backup of it, b.db. */
export async function backedUp(...titles: string[]): Promise<Bench & { backup: string }> {
  const place = bench()
  for (const title of titles) await place.larry('add', title)
  expect((await place.larry('db', 'backup', 'b.db')).code).toBe(0)
  return { ...place, backup: join(place.folder, 'b.db') }
}

/** Changes a backup and takes the hash away that would tell. */
export function tamper(backup: string, ...statements: string[]): void {
  inFile(backup, (handle) => {
    for (const statement of statements) handle.exec(statement)
  })
  writeFileSync(`${backup}.sha256`, '')
}
