import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { Bench } from '../support/larry.ts'
import { randomFor } from './figures.ts'
import { fillVaried } from './varied.ts'

/** A database as a crash leaves it, its last commits only in the -wal. */
export interface Crashed {
  readonly file: Buffer
  readonly wal: Buffer
  readonly shm: Buffer
  /** What `dumpOf` said before the first of the commits in the -wal and after each. */
  readonly states: readonly string[]
}

/** All tasks of the file as one text. */
export async function dumpOf({ larry }: Bench): Promise<string> {
  const { code, stdout, stderr } = await larry('list', '--all', '--sort', 'id', '--json')
  return code === 0 ? stdout : `${code}: ${stderr}`
}

const late = Array.from({ length: 15 }, (_, nth) => [
  ['add', `late ${nth}`, '+late'],
  ['edit', String(51 + nth), '--notes', 'changed late '.repeat(nth * 30)],
]).flat()

/** A crash of a file with fifty varied tasks whose last thirty commits are in the -wal. */
export async function lateCrash(b: Bench): Promise<Crashed> {
  await fillVaried(b, randomFor('a crash'), { tasks: 50, changes: 10 })
  return crash(b, late)
}

/** Makes commits while somebody else holds the file open, so that none of them leaves the -wal, and keeps the three files. */
async function crash(b: Bench, lines: readonly (readonly string[])[]): Promise<Crashed> {
  const holder = new Sqlite(b.file)
  try {
    holder.pragma('wal_checkpoint(truncate)')
    const states = [await dumpOf(b)]
    for (const line of lines) {
      const ran = await b.larry(...line)
      if (ran.code !== 0) throw new Error(`larry ${line.join(' ')}: ${ran.stderr}`)
      states.push(await dumpOf(b))
    }
    const [wal, shm] = [readFileSync(`${b.file}-wal`), readFileSync(`${b.file}-shm`)]
    return { file: readFileSync(b.file), wal, shm, states }
  } finally {
    holder.close()
  }
}

/** Lays the files of a crash where the database is; one that is undefined is left out. */
export function layOut(
  place: string,
  {
    file,
    wal,
    shm,
  }: { readonly file?: Buffer | undefined; readonly wal?: Buffer | undefined; readonly shm?: Buffer | undefined },
): void {
  const files = { '': file, '-wal': wal, '-shm': shm, '-journal': undefined }
  for (const [end, bytes] of Object.entries(files)) {
    rmSync(`${place}${end}`, { recursive: true, force: true })
    if (bytes !== undefined) writeFileSync(`${place}${end}`, bytes, { mode: 0o600 })
  }
}
