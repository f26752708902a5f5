import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { shellWith, succeed } from './kit.ts'

const rootOf = (sh: Shell) => join(sh.folder, '.cache/larry')

/** The one folder of this program's code. */
function folderOf(sh: Shell): string {
  const [only, ...others] = readdirSync(rootOf(sh))
  expect(others).toEqual([])
  return join(rootOf(sh), only!)
}

const codeOf = (sh: Shell, verb: string) => join(folderOf(sh), verb)

test('a verb that has run once leaves its code for its owner alone, and the next run takes it', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry list; larry task --help; larry task list --json')
  expect(readdirSync(folderOf(sh)).sort()).toEqual(['add', 'list', 'task', 'task-list'])
  expect(statSync(rootOf(sh)).mode & 0o777).toBe(0o700)
  expect(statSync(codeOf(sh, 'list')).mode & 0o777).toBe(0o600)
  const before = statSync(codeOf(sh, 'list')).mtimeMs
  await succeed(sh, 'larry list; larry list --json')
  expect(statSync(codeOf(sh, 'list')).mtimeMs).toBe(before)
})

test('what is no verb, or fails, leaves nothing', async () => {
  const sh = shell()
  await sh.bash('larry lst; larry show 7; larry list due:nonsense; larry --version; larry ../../x; larry "a b"')
  expect(existsSync(rootOf(sh))).toBe(false)
})

/** Ways in which code on disk can be other than it was written. */
const harms: [string, (code: Buffer) => Buffer][] = [
  ['empty', () => Buffer.alloc(0)],
  ['cut short', (code) => code.subarray(0, code.length / 3)],
  ['cut to an even half', (code) => code.subarray(0, code.length / 2)],
  ['zeroed', (code) => Buffer.alloc(code.length)],
  [
    'zeroed from the middle on',
    (code) => Buffer.concat([code.subarray(0, code.length / 2), Buffer.alloc(code.length / 2)]),
  ],
  ['another text', () => Buffer.from('#!/bin/sh\necho owned\n'.repeat(2))],
  ...[0.1, 0.3, 0.45, 0.7, 0.95].map((part): [string, (code: Buffer) => Buffer] => [
    `flipped in a bit at ${part}`,
    (code) => {
      code[Math.floor(code.length * part)]! ^= 0x10
      return code
    },
  ]),
]

test.each(harms)('code that is %s is compiled anew, and the answer is the same', async (_, harm) => {
  const sh = await shellWith(['one'])
  const answer = await succeed(sh, 'larry list --json')
  const code = codeOf(sh, 'list')
  const whole = readFileSync(code)
  writeFileSync(code, harm(Buffer.from(whole)))
  expect(await sh.bash('larry list --json')).toEqual({ code: 0, stdout: answer, stderr: '' })
  expect(readFileSync(code).length).toBeGreaterThan(100_000)
})

test('a folder others can write is not trusted, and one that cannot be made is done without', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry list')
  const code = codeOf(sh, 'list')
  chmodSync(folderOf(sh), 0o777)
  writeFileSync(code, 'planted')
  expect(await sh.bash('larry list --count')).toMatchObject({ code: 0, stdout: '1\n', stderr: '' })
  expect(readFileSync(code, 'utf8')).toBe('planted')
  for (const place of ['/dev/null', '/proc/nowhere', 'relative'])
    expect(await sh.bash('larry list --count', { XDG_CACHE_HOME: place })).toMatchObject({
      code: 0,
      stdout: '1\n',
      stderr: '',
    })
  expect(await sh.bash('larry list --count', { HOME: '' })).toMatchObject({ code: 0, stdout: '1\n', stderr: '' })
})

test('code behind a link is not trusted, wherever the link stands', async () => {
  const sh = await shellWith(['one'])
  for (const link of ['.cache/larry', `.cache/larry/${folderOf(sh).split('/').at(-1)!}`]) {
    await succeed(sh, 'rm -rf .cache elsewhere; larry list')
    await succeed(sh, `mv ${link} elsewhere; ln -s "$PWD/elsewhere" ${link}`)
    const [planted] = (await succeed(sh, 'find elsewhere -name list')).trim().split('\n')
    expect(await succeed(sh, `printf planted > ${planted}; larry list --count; cat ${planted}`)).toBe('1\nplanted')
  }
})

test('values before the verb name no code, and a disk with no room is left as it was', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    'rm -rf .cache; cp larry.db work; larry --db work list; larry --format json list; larry -q task list',
  )
  expect(readdirSync(folderOf(sh)).sort()).toEqual(['list', 'task-list'])
  await succeed(sh, 'rm -rf .cache; (ulimit -f 100; larry list > /dev/null)')
  expect(readdirSync(folderOf(sh))).toEqual([])
})

test('other flags of V8 have code of their own, so that neither run drives out the other', async () => {
  const sh = await shellWith(['one'])
  const script = 'larry list -q; NODE_OPTIONS=--max-old-space-size=300 larry list -q'
  await succeed(sh, script)
  const times = () => readdirSync(rootOf(sh)).map((name) => statSync(join(rootOf(sh), name, 'list')).mtimeMs)
  const before = times()
  expect(before).toHaveLength(2)
  await succeed(sh, script)
  expect(times()).toEqual(before)
})

test('code of programs not run for a month goes when new code is kept, and fresh code stays', async () => {
  const sh = await shellWith(['one'])
  for (const [name, days] of [
    ['old', 31],
    ['fresh', 3],
  ] as const) {
    const folder = join(rootOf(sh), name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'list'), 'code')
    const when = Date.now() / 1000 - days * 86_400
    utimesSync(folder, when, when)
  }
  await succeed(sh, 'larry list')
  expect(readdirSync(rootOf(sh)).filter((name) => name.length < 10)).toEqual(['fresh'])
})

test.skipIf(lacks('jq'))('many first runs at once make one whole code', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    'for i in $(seq 8); do larry search one --json | jq -e ".[0].id == 1" > /dev/null & done; wait; larry search one',
  )
  expect(readdirSync(folderOf(sh)).filter((name) => name.startsWith('.'))).toEqual([])
})
