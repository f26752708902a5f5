import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { type Maker, sweep } from './copy.ts'
import { createFolder } from './create-folder.ts'
import { faultOf } from './faults.ts'
import { sync, writeBeside } from './publish.ts'
import { readFile } from './read-file.ts'

/**
 * Gives a file another content: all of it or nothing, on disk, its owner's alone. A link stays one, and the file it leads to
 * is replaced. Answers false where it holds something else than `before` by then: somebody changed it, and it is left so.
 */
export function replaceFile(file: string, text: string, before: Uint8Array | undefined, maker: Maker): boolean {
  try {
    const target = leadingTo(file)
    createFolder(dirname(target))
    sweep(dirname(target), maker)
    const isReplaced = writeBeside(target, text, maker, () => isSame(readFile(target), before))
    sync(dirname(target))
    return isReplaced
  } catch (error) {
    const fault = faultOf(error, file)
    if (fault === undefined) throw error
    throw new Failure(fault.kind, `${file} cannot be changed: ${fault.message}`, fault.hint, { cause: error })
  }
}

function isSame(now: Uint8Array | undefined, before: Uint8Array | undefined): boolean {
  return now === undefined || before === undefined ? now === before : Buffer.compare(now, before) === 0
}

/** The file a link leads to, whether it is there or not. */
function leadingTo(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
    return isLink ? leadingTo(resolve(dirname(file), readlinkSync(file))) : file
  }
}
