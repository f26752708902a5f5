import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { Failure } from '../domain/errors.ts'
import { storeOf } from './attachments/store.ts'
import { createFolder } from './create-folder.ts'
import { isBusy } from './faults.ts'
import { createFile } from './location.ts'
import { hashFile, readSidecar, verifyCopy } from './verify.ts'

/** What a copy was made for, when nobody asked for it. */
export type Occasion = 'before-migrate' | 'before-restore'

const nameShape =
  /^larry-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z(?:-(before-migrate|before-restore))?(?:-(\d+))?\.db$/

/** The folder backups go to unless another is named. */
export function backupFolder(state: string): string {
  return join(state, 'backups')
}

/** A backup's file name by its UTC instant: `larry-20261123T051740Z.db`; the second of that second ends in `-2`. */
export function backupName(now: string, occasion?: Occasion, nth = 1): string {
  const time = now.slice(0, 19).replaceAll(/[-:]/g, '')
  return `larry-${time}Z${occasion === undefined ? '' : `-${occasion}`}${nth > 1 ? `-${nth}` : ''}.db`
}

/** A backup in the folder; `sound` when it is as it was written. */
export interface Backup {
  readonly file: string
  readonly created_at: string
  readonly bytes: number
  readonly occasion: Occasion | null
  /** The path of the database it is a copy of; null where that is not known. */
  readonly database: string | null
  readonly sound: boolean
}

/** The backups in a folder, newest first, each compared with the hash beside it; none when there is no folder yet. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const match = nameShape.exec(name)
      return match === null ? [] : [{ name, match, nth: Number(match[8] ?? 1) }]
    })
    .sort((a, b) =>
      instantOf(a.match) < instantOf(b.match) ? 1 : instantOf(a.match) > instantOf(b.match) ? -1 : b.nth - a.nth,
    )
    .flatMap(({ name, match }) => {
      const file = join(folder, name)
      const occasion = (match[7] as Occasion | undefined) ?? null
      return unlessGone(() => {
        const { sha256, database } = readSidecar(file)
        const sound = isSound(file, sha256)
        return { file, created_at: instantOf(match), bytes: statSync(file).size, occasion, database, sound }
      })
    })
}

/** Nothing for a backup that another larry let go of while this one was looking. */
function unlessGone(look: () => Backup): Backup[] {
  try {
    return [look()]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Its bytes are those that were written; one that a crash left without a hash is opened and read instead. */
function isSound(file: string, sha256: string | null): boolean {
  if (sha256 !== null) return sha256 === hashFile(file)
  try {
    verifyCopy(file)
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

function instantOf(match: RegExpExecArray): string {
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}.000Z`
}

/**
 * Removes the oldest of the backups of `database` that were asked for, until `keep` sound ones remain. `newest` is the
 * one just made and verified; it stays whatever the clock says. Damaged ones, those of other databases and those that do
 * not tell are not counted and not removed. Answers what went and what is damaged. To be called with the folder held.
 */
export function rotate(
  folder: string,
  { keep, newest, database }: { readonly keep: number; readonly newest: string; readonly database: string },
): { removed: string[]; damaged: string[] } {
  const asked = listBackups(folder).filter((backup) => backup.occasion === null && backup.database === database)
  const damaged = asked.filter(({ sound }) => !sound).map(({ file }) => file)
  const others = asked.filter((backup) => backup.sound && backup.file !== newest).map(({ file }) => file)
  const removed = others.slice(Math.max(keep - 1, 0))
  for (const file of removed) {
    rmSync(file, { force: true })
    rmSync(`${file}.sha256`, { force: true })
    rmSync(storeOf(file), { recursive: true, force: true })
  }
  return { removed, damaged }
}

/** Removes the attached files of backups that were killed before they had a name. To be called with the folder held. */
export function sweepFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    const backup = /^(.*\.db)\.attachments$/.exec(name)?.[1]
    if (backup !== undefined && nameShape.test(backup) && !existsSync(join(folder, backup)))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function take(lock: Handle, folder: string): void {
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    if (isBusy(error))
      throw new Failure('unavailable', `another larry is busy with the backups in ${folder}`, 'try again', {
        cause: error,
      })
    throw error
  }
}

/**
 * Runs something while no other larry rotates in the folder, so that two at once cannot let go of each other's copy. The
 * lock is SQLite's own on an empty file: it ends with the process, however that ends.
 */
export function holding<T>(folder: string, run: () => T): T {
  createFolder(folder)
  const file = `${folder}.lock`
  createFile(file, false)
  const lock = new Sqlite(file, { timeout: 60_000 })
  try {
    take(lock, folder)
    return run()
  } finally {
    lock.close()
  }
}
