import Sqlite, { type Database as Handle } from 'better-sqlite3'
import { applicationId } from './application-id.ts'
import { checkName } from './location.ts'

/** How long others may hold it, in milliseconds. */
const patience = 100

/** Asks a larry database that is there, for who would rather know nothing than wait: nothing is created, recovered or migrated, and what is no such file throws. */
export function glance<T>(file: string, ask: (handle: Handle) => T): T {
  const handle = new Sqlite(checkName(file), { readonly: true, fileMustExist: true, timeout: patience })
  try {
    if (handle.pragma('application_id', { simple: true }) !== applicationId) throw new Error(`${file} is not larry's`)
    return ask(handle)
  } finally {
    handle.close()
  }
}
