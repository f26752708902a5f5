import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { numbered, program, shellWith, succeed } from '../shell/kit.ts'
import { type Finished, type Shell, shell } from '../support/shell.ts'
import { contentsOf } from './contents.ts'

/** A command that is disturbed again and again on the same files. */
export interface Trial {
  readonly name: string
  /** A shell whose folder the command is run on, in copies. */
  readonly prepared: Shell
  /** The command line of larry, with what is piped into it. */
  readonly line: string
  /** A line that makes what the command may leave half way, such as the migration before it. */
  readonly via?: string
  /** Lines of larry that must do afterwards. */
  readonly goOn?: readonly string[]
  /** Answers what else is wrong with what was left. */
  readonly also?: (left: Left) => Promise<string | undefined> | string | undefined
}

/** What a disturbed command left. */
interface Left {
  readonly sh: Shell
  readonly code: number
  /** The change is in the file. */
  readonly stored: boolean
}

/** Runs one disturbed command on fresh files; `wrap` makes the bash script of the undisturbed one. Answers its exit code and what was wrong. */
type Disturb = (wrap: (command: string) => string, nth: number) => Promise<{ code: number; told?: string }>

/** Every how many runs the built program looks at the file first, and afterwards writes to it. */
const often = 6

/** A shell with so many tasks, and a file `many` of titles, after these lines of larry. */
export async function preparedBy(tasks: number, ...lines: readonly string[]): Promise<Shell> {
  const sh = await shellWith(numbered(tasks))
  await succeed(sh, [`seq 1 ${tasks} > many`, ...lines.map((line) => `larry ${line} > /dev/null`)].join('\n'))
  return sh
}

/** A line of larry after which nothing unfinished may lie about. */
export const swept = (line: string) =>
  `${line} -q > /dev/null && [ -z "$(find . -name '*.tmp*' -o -name 'larry-work*')" ]`

/** Makes a folder to disturb the command in, runs it once undisturbed within `wrap`, and gives what disturbs it and how long it took. */
export async function trialOf(trial: Trial, wrap = (command: string) => command) {
  const { prepared, line, via, goOn = ['add afterwards', 'undo'], also = () => undefined } = trial
  const sh = shell()
  const env = { TMPDIR: sh.folder }
  const begin = () => {
    for (const entry of readdirSync(sh.folder)) rmSync(join(sh.folder, entry), { recursive: true })
    cpSync(prepared.folder, sh.folder, { recursive: true })
  }
  const printAfter = async (script: string) => {
    begin()
    const ran = await sh.bash(script, env)
    expect(ran.code, `${script}\n${ran.stderr}`).toBe(0)
    return contentsOf(sh.file).print
  }
  const before = await printAfter(':')
  const between = via === undefined ? before : await printAfter(`larry ${via}`)
  const start = performance.now()
  const after = await printAfter(wrap(`${program} ${line}`))
  const ms = performance.now() - start

  const disturb: Disturb = async (how, nth) => {
    begin()
    const ran = await sh.bash(how(`${program} ${line}`), env)
    const asked = nth % often === 0
    let told = asked ? await refused(sh, ['db check'], env) : undefined
    const { problems, print } = contentsOf(sh.file)
    if (print !== before && print !== between && print !== after) told ??= 'half of it is there'
    if (print === after && print !== before && ran.stderr.includes('nothing was changed')) told ??= 'it was changed'
    told ??= problems[0] ?? (ran.code === 0 && print !== after ? 'exit 0, but it is not there' : oddMessage(ran))
    told ??= await also({ sh, code: ran.code, stored: print === after })
    told ??= asked ? await refused(sh, goOn, env) : undefined
    return told === undefined ? { code: ran.code } : { code: ran.code, told: `${told}\n${ran.stderr}` }
  }
  return { sh, ms, disturb }
}

/** A failure is told as people meet it: lines of `larry: `, perhaps hints, and never as a bug. */
function oddMessage({ code, stderr }: Finished): string | undefined {
  if (/unforeseen|^ +at /m.test(stderr)) return 'a fault larry does not know'
  const plain =
    /^(larry: [^\n]+\n|larry [^\n]+\n| {2}hint: [^\n]+\n|what was there before: [^\n]+\n|backup: [^\n]+\n)*$/
  return code === 137 || plain.test(stderr) ? undefined : 'an odd message'
}

async function refused(sh: Shell, lines: readonly string[], env: Record<string, string>): Promise<string | undefined> {
  for (const line of lines) {
    const ran = await sh.bash(`larry ${line}`, env)
    if (ran.code !== 0 && !ran.stderr.includes('there is nothing to check'))
      return `larry ${line}: exit ${ran.code}, ${ran.stdout}${ran.stderr}`
  }
  return undefined
}
