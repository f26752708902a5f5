import { statSync } from 'node:fs'
import { join } from 'node:path'
import { printOf } from '../shell/kit.ts'
import type { Shell } from '../support/shell.ts'

/** Every kind of command there is for a file larry must not touch. */
const lines = ['list', 'add x', 'undo', 'db migrate', 'db info', 'db backup copy.db', 'db restore good.db --yes']

/** Runs commands on a file that must refuse them all; answers what went wrong, or changed. */
export async function complaints(
  sh: Shell,
  name: string,
  says: RegExp,
  commands: readonly string[] = lines,
): Promise<string[]> {
  const file = join(sh.folder, name)
  const state = () =>
    `${['', '-wal', '-journal'].map((end) => printOf(file + end)).join(' ')} ${statSync(file).mtimeMs}`
  const before = state()
  const wrong: string[] = []
  for (const line of commands) {
    const { code, stdout, stderr } = await sh.bash(`larry --db ${name} ${line}`)
    if (code !== 5 || stdout !== '' || !says.test(stderr)) wrong.push(`${name}: ${line}: ${code} ${stderr}`)
    if (state() !== before) wrong.push(`${name}: ${line}: changed the file`)
  }
  return wrong
}
