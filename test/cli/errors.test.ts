import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

const failures: readonly [line: string[], code: number, kind: string][] = [
  [['lst'], 2, 'usage'],
  [['list', '--lmit', '5'], 2, 'usage'],
  [['list', 'due:someday'], 2, 'usage'],
  [['add'], 2, 'usage'],
  [['rm', '1'], 2, 'usage'],
  [['show', '99'], 3, 'not-found'],
  [['list', 'project:nowhere'], 3, 'not-found'],
  [['done', '1'], 4, 'conflict'],
  [['edit', '1', 'parent:2'], 4, 'conflict'],
]

test.each(failures)('larry %j fails with %i in one line, a hint, and nothing on stdout', async (line, code) => {
  const b = bench()
  await seed(b, 'One', 'Two parent:1')
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: [^\n]+[^.\n]\n( {2}hint: [^\n]+\n)?$/)
  expect(ran.stderr).not.toMatch(/SQLITE|select |insert | at .*\.ts/)
})

test.each(failures)(
  'larry %j --json fails with %i and one JSON object of kind %s on stderr',
  async (line, code, kind) => {
    const b = bench()
    await seed(b, 'One', 'Two parent:1')
    for (const flags of [['--json'], ['--format', 'ndjson'], ['--format=json']]) {
      const ran = await b.larry(...flags, ...line)
      expect(ran).toMatchObject({ code, stdout: '' })
      const { error, ...rest } = JSON.parse(ran.stderr)
      expect(rest).toEqual({})
      expect(Object.keys(error)).toEqual(['kind', 'message', 'hint', 'line'])
      expect(error.kind).toBe(kind)
    }
    const ran = await b.with({ env: { LARRY_FORMAT: 'json' } })(...line)
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: { kind } })
  },
)

test('what is no database is unavailable, exit 5, and left as it is', async () => {
  const b = bench({ empty: true })
  writeFileSync(b.file, 'these are my notes, not a database\n'.repeat(100))
  const ran = await b.larry('list')
  expect(ran).toMatchObject({ code: 5, stdout: '' })
  expect(ran.stderr).toMatch(/^larry: .*larry\.db is not a database\n/)
  expect(await b.larry('list', '--db', '/nowhere/at/all.db')).toMatchObject({ code: 5, stdout: '' })
})

test('a stack is shown only to who asks for it', async () => {
  const b = bench()
  expect((await b.larry('show', '99', '--debug')).stderr).toMatch(/\n +at /)
  expect((await b.with({ env: { LARRY_DEBUG: '1' } })('show', '99')).stderr).toMatch(/\n +at /)
  expect((await b.larry('show', '99')).stderr).not.toMatch(/\n +at /)
})

test('hostile text in an error is shown escaped', async () => {
  const ran = await bench().larry('list', 'project:\u202Ex')
  expect(ran.code).toBeGreaterThan(1)
  expect(ran.stderr).not.toContain('\u202E')
  const name = await bench().larry('\u001b]52;c;AAAA\u0007')
  expect(name.stderr).not.toMatch(/[\u001b\u0007]/)
  expect(name).toMatchObject({ code: 2 })
})

test('--profile tells on stderr, as JSON lines under --json, and leaves stdout alone', async () => {
  const b = bench()
  await seed(b, 'One')
  const plain = await b.larry('list')
  const profiled = await b.larry('list', '--profile')
  expect(profiled.stdout).toBe(plain.stdout)
  expect(profiled.stderr).toMatch(/opened in .* ms/)
  const lines = (await b.larry('list', '--profile', '--json')).stderr.trim().split('\n')
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  expect((await b.with({ env: { LARRY_PROFILE: '1' } })('list')).stderr).not.toBe('')
})

test('--profile tells of a command that fails, too', async () => {
  const b = bench()
  await b.larry('add', 'alone')
  const ran = await b.larry('task', 'depend', '1', '1', '--profile')
  expect(ran.code).toBe(4)
  expect(ran.stderr).toMatch(/opened in .* ms\n[^]*rollback\n[^]*larry: task 1 would wait for itself/)
})
