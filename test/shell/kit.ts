import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import { type Finished, type Shell, shell } from '../support/shell.ts'

/** The built program without the shell function around it, for `&`, `kill`, `script` and `setpriv`. */
export const program = `'${process.execPath}' '${resolve('dist/larry.cjs')}'`

/** Ten thousand titles of every kind, one a line. */
export const titles = resolve('test/fixtures/titles.txt')

/** Runs a command as a user who owns nothing here. */
export const asNobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups'

/** What a file holds, or that it is not there or empty. */
export function printOf(file: string): string {
  return existsSync(file) && statSync(file).size > 0
    ? createHash('sha256').update(readFileSync(file)).digest('hex')
    : 'none'
}

/** A shell whose file holds tasks of these titles already. */
export async function shellWith(lines: readonly string[] = []): Promise<Shell> {
  const sh = shell()
  const script = lines.length === 0 ? 'larry list' : `printf '%s\\n' "$LINES_TO_ADD" | larry add - --literal -q`
  await succeed(sh, script, { LINES_TO_ADD: lines.join('\n') })
  return sh
}

/** A shell with a good backup `good.db` in its folder. */
export async function withBackup(lines: readonly string[] = numbered(300)): Promise<Shell> {
  const sh = await shellWith(lines)
  await succeed(sh, 'larry db backup good.db')
  return sh
}

export function numbered(count: number, word = 'task'): string[] {
  return Array.from({ length: count }, (_, i) => `${word} ${i + 1}`)
}

/** Runs a script that must end well; gives its stdout. */
export async function succeed(sh: Shell, script: string, env: Record<string, string> = {}): Promise<string> {
  const ran = await sh.bash(script, env)
  expect(ran.code, `${script}\n${ran.stderr}`).toBe(0)
  return ran.stdout
}

export async function json<T>(sh: Shell, line: string, env: Record<string, string> = {}): Promise<T> {
  return JSON.parse(await succeed(sh, `larry ${line} --json`, env)) as T
}

/** Everything about every task, as one text to compare. */
export function everything(sh: Shell, env: Record<string, string> = {}): Promise<string> {
  return succeed(sh, 'larry list --all --sort id --json', env)
}

export async function titlesOf(sh: Shell, env: Record<string, string> = {}): Promise<string[]> {
  return (JSON.parse(await everything(sh, env)) as { title: string }[]).map(({ title }) => title)
}

/** The file is sound and takes another task. */
export async function expectHealthy(sh: Shell): Promise<void> {
  const { stdout } = await sh.bash('larry db check; echo "check $?"; larry add afterwards -q >/dev/null; echo "add $?"')
  expect(stdout).toMatch(/check 0\nadd 0\n$/)
}

/** Messages but for those that say it took long: whose machine is busy is no fault. */
export function besidesSlowness(stderr: string): string {
  return stderr.replaceAll(/^larry: warning: .* took [^\n]+\n/gm, '')
}

/** A failure as people meet it: one line, perhaps a hint, never a stack. */
export function expectRefusal(ran: Finished, code: number, says: RegExp): void {
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: [^\n]+\n( {2}hint: [^\n]+\n)?$/)
  expect(ran.stderr).toMatch(says)
}
