import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { faultOf } from '../db/faults.ts'
import { Failure } from '../domain/errors.ts'
import { toLines } from '../domain/lines.ts'
import type { Call } from './run.ts'
import type { Runtime } from './runtime.ts'

/**
 * The lines a command is given to work on: of `--file`, or of standard input when an argument is `-` (among ids, or as
 * the first of words). They are read before any lock is taken: a pipe may take its time.
 */
export function inputFor({ role, name, words, options: { file } }: Call, runtime: Runtime): string[] | undefined {
  if (file !== undefined && file !== '-') return readFile(resolve(runtime.cwd, file), `larry ${name} --file -`)
  if (file !== '-' && !role.asksInput(words)) return undefined
  return readStdin(runtime, role, `larry ${name} ${file === '-' ? '--file -' : '-'}`)
}

function readFile(file: string, again: string): string[] {
  if (!existsSync(file)) throw new Failure('not-found', `${file} does not exist`)
  try {
    return toLines(readFileSync(file), file, { again })
  } catch (error) {
    throw faultOf(error, file) ?? error
  }
}

function readStdin(
  { stdin }: Runtime,
  { isText, pipe = 'larry list --ids | larry done -' }: Call['role'],
  again: string,
): string[] {
  if (stdin.isTTY) throw new Failure('usage', '"-" reads from a pipe, and there is none', `such as: ${pipe}`)
  return toLines(stdin.readAll(), 'standard input', { asIs: isText === true, again })
}
