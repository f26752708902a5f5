import { existsSync, lstatSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../../domain/errors.ts'
import type { CopyOptions } from '../backup.ts'
import { unfinishedName } from '../copy.ts'
import { sync, Taken } from '../publish.ts'
import { carry } from './carry.ts'
import { attachedInCopy } from './contents.ts'
import { storeOf } from './store.ts'

/** The attached files that went with a backup; null where none were asked for. */
export interface CopiedFiles {
  readonly attachments: number | null
  readonly attachment_bytes: number | null
}

/** No files were asked for. */
export const noFiles: CopiedFiles = { attachments: null, attachment_bytes: null }

/**
 * Copies the files that a finished copy of `source` speaks of beside `target`, the name it is to get, and then runs
 * `publish`, which gives it that name: a backup that says it has its files has them all. One that the source lacks is
 * refused, and of what was copied in vain nothing stays.
 */
export function withFiles(
  copy: string,
  source: string,
  target: string,
  options: CopyOptions,
  publish: () => void,
): CopiedFiles {
  const contents = attachedInCopy(copy)
  const store = storeOf(target)
  const isNew = lstatSync(store, { throwIfNoEntry: false }) === undefined
  const unfinished = isNew ? unfinishedName(store, options.maker) : store
  let given = false
  try {
    const lacking = carry(contents, storeOf(source), unfinished, options)
    if (lacking.length > 0) throw refuse(lacking.length, contents.length, storeOf(source))
    if (isNew && contents.length > 0) {
      rename(unfinished, store)
      given = true
    }
    publish()
  } catch (error) {
    if (given && (error instanceof Taken || !existsSync(target))) rmSync(store, { recursive: true, force: true })
    throw error
  } finally {
    if (isNew) rmSync(unfinished, { recursive: true, force: true })
  }
  return { attachments: contents.length, attachment_bytes: contents.reduce((sum, { size }) => sum + size, 0) }
}

function refuse(lacking: number, all: number, store: string): Failure {
  return new Failure(
    'unavailable',
    `${lacking} of ${all} attached files ${lacking === 1 ? 'is' : 'are'} missing or damaged in ${store}; no backup was made`,
    'larry attachment verify names them; without --with-attachments the tasks alone are copied',
  )
}

/** Another larry may have taken the name meanwhile. */
function rename(unfinished: string, store: string): void {
  try {
    renameSync(unfinished, store)
  } catch (error) {
    if (existsSync(store)) throw new Taken(store, { cause: error })
    throw error
  }
  sync(dirname(store))
}
