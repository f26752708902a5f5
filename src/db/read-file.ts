import { existsSync, readFileSync } from 'node:fs'
import { faultOf } from './faults.ts'

/** What a file holds; undefined when there is none. */
export function readFile(file: string): Uint8Array | undefined {
  try {
    return existsSync(file) ? readFileSync(file) : undefined
  } catch (error) {
    throw faultOf(error, file) ?? error
  }
}
