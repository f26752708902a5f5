import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { program, shellWith, succeed } from './kit.ts'

const typist = resolve('test/shell/type-in.py')

/** A name that would run something, had it not been quoted. */
const hostile = `a$(touch pwned)\`touch pwned\` "q" 'it''s' !x;touch pwned`

/** How each shell is told to show the arguments of a line in a file, and to complete larry. */
const setups = {
  bash: `show() { printf '%s\\n' "$@" >> seen; echo >> seen; }; source <(larry completion bash)`,
  zsh: `show() { printf '%s\\n' "$@" >> seen; echo >> seen; }; autoload -Uz compinit; compinit -D; source <(larry completion zsh)`,
  fish: `function show; printf '%s\\n' $argv >> seen; echo >> seen; end; larry completion fish | source`,
} as const

type ShellName = keyof typeof setups

/** A folder with tasks and names, and larry on the PATH. */
async function place(): Promise<Shell> {
  const sh = await shellWith(['Pay rent', 'evil $(touch pwned) `touch pwned` \u001b]0;x\u0007'])
  writeFileSync(join(sh.folder, 'larry'), `#!/bin/sh\nexec ${program} "$@"\n`)
  chmodSync(join(sh.folder, 'larry'), 0o755)
  await succeed(sh, `larry edit 1 +home project:'Web site'; larry project add "$NAME"; echo x > 'a file.txt'`, {
    NAME: hostile,
  })
  return sh
}

/** Types lines into a shell; each ends where its keys end. Answers what the terminal got. */
function type(sh: Shell, name: ShellName, lines: readonly string[]): Promise<string> {
  const keys = lines.map((_, at) => `"$KEYS_${at}"`).join(' ')
  const env = Object.fromEntries(lines.map((line, at) => [`KEYS_${at}`, line]))
  return succeed(sh, `PATH="$PWD:$PATH"; python3 ${typist} ${name} "$SETUP" ${keys}`, {
    SETUP: setups[name],
    TERM: 'xterm',
    LANG: 'C.UTF-8',
    ...env,
  })
}

const completed: readonly [line: string, words: string[]][] = [
  ['larry li', ['larry', 'list']],
  ['larry done 1', ['larry', 'done', '1']],
  ['larry done 2,1', ['larry', 'done', '2,1']],
  ['larry list --format j', ['larry', 'list', '--format', 'json']],
  ['larry list --format=j', ['larry', 'list', '--format=json']],
  ['larry list +ho', ['larry', 'list', '+home']],
  ['larry list pro', ['larry', 'list', 'project:']],
  ['larry list project:We', ['larry', 'list', 'project:Web site']],
  ['larry list "project:We', ['larry', 'list', 'project:Web site']],
  ['larry list project:"We', ['larry', 'list', 'project:Web site']],
  ['larry list project:Web\\ s', ['larry', 'list', 'project:Web site']],
  ['larry list project:a', ['larry', 'list', `project:${hostile}`]],
  ['larry list "project:a', ['larry', 'list', `project:${hostile}`]],
  ['larry project show a', ['larry', 'project', 'show', hostile]],
  ['larry add "Pay rent +ho', ['larry', 'add', 'Pay rent +home']],
  ['larry add --file a', ['larry', 'add', '--file', 'a file.txt']],
  ['larry list --db=a', ['larry', 'list', '--db=a file.txt']],
]

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (name) => {
  test.skipIf(lacks(name))('takes the script', async () => {
    const sh = await shellWith()
    expect(await succeed(sh, `larry completion ${name} > script; ${name} -n script 2>&1`)).toBe('')
  })

  test.skipIf(lacks(name, 'python3'))(
    'completes words as its user would have to type them, and runs none',
    async () => {
      const sh = await place()
      await type(
        sh,
        name,
        completed.map(([line]) => `${line}\t\u0001show `),
      )
      const seen = readFileSync(join(sh.folder, 'seen'), 'utf8').split('\n\n').slice(0, -1)
      expect(seen.map((words) => words.split('\n'))).toEqual(completed.map(([, words]) => words))
      expect(existsSync(join(sh.folder, 'pwned'))).toBe(false)
    },
  )
})

test.skipIf(lacks('bash', 'python3'))('bash completes the file that output goes to', async () => {
  const sh = await place()
  await type(sh, 'bash', ['larry list --ids > a\t'])
  expect(readFileSync(join(sh.folder, 'a file.txt'), 'utf8')).toBe('1\n2\n')
})

test.skipIf(lacks('bash', 'python3'))(
  'bash lists ids with their titles, which do nothing to the terminal',
  async () => {
    const sh = await place()
    const shown = await type(sh, 'bash', ['larry done \t\t\v\u0015'])
    expect(shown).toContain('1  (Pay rent)')
    expect(shown).toContain('2  (evil $(touch pwned) `touch pwned` \\x1b]0;x\\x07)')
    expect(existsSync(join(sh.folder, 'pwned'))).toBe(false)
  },
)

test.skipIf(lacks('zsh', 'python3'))('zsh lists ids with their titles, which do nothing to the terminal', async () => {
  const sh = await place()
  const shown = await type(sh, 'zsh', ['larry done \t\v\u0015'])
  expect(shown).toContain('1  -- Pay rent')
  expect(shown).toContain('2  -- evil $(touch pwned) `touch pwned` \\x1b]0;x\\x07')
  expect(existsSync(join(sh.folder, 'pwned'))).toBe(false)
})

test.skipIf(lacks('fish'))('fish lists ids with their titles', async () => {
  const sh = await place()
  const script = `larry completion fish | source; complete -C 'larry done '`
  expect(await succeed(sh, `PATH="$PWD:$PATH"; fish --no-config -c "$SCRIPT"`, { SCRIPT: script })).toBe(
    '2\tevil $(touch pwned) `touch pwned` \\x1b]0;x\\x07\n1\tPay rent\n',
  )
  expect(existsSync(join(sh.folder, 'pwned'))).toBe(false)
})

test('a shell without larry, or with one that fails, completes nothing and says nothing', async () => {
  const sh = await shellWith()
  const script = `larry completion bash > script; larry() { echo oops >&2; return 1; }; source ./script
    COMP_LINE='larry done ' COMP_POINT=11 _larry; echo "$? \${#COMPREPLY[@]}"`
  expect(await sh.bash(script)).toMatchObject({ stdout: '0 0\n', stderr: '' })
})
