import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder for its owner alone, with those above it that are missing. (Node's own `recursive` never ends where a
 * file system refuses with ENOENT, as /proc does.)
 */
export function createFolder(folder: string): void {
  try {
    makeUnlessThere(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error
    createFolder(dirname(folder))
    makeUnlessThere(folder)
  }
}

/** Another larry may be making it just now. */
function makeUnlessThere(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
