import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { numbered, shellWith, succeed } from './kit.ts'

test('--profile speaks on stderr and leaves stdout byte for byte', async () => {
  const sh = await shellWith(numbered(200))
  for (const line of ['list', 'list --json', 'list --format csv', 'show 1 --json', 'history list', 'db info --json'])
    await succeed(
      sh,
      `larry ${line} | cmp - <(larry ${line} --profile 2>> said); cmp <(larry ${line}) <(LARRY_PROFILE=1 larry ${line} 2> /dev/null)`,
    )
  expect(readFileSync(join(sh.folder, 'said'), 'utf8')).toMatch(/statements, [\d.]+ ms/)
})

test('--profile tells open time, statements and the whole, and never a value', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash('larry add "the secret word" p:high --profile')
  expect(ran.stderr).toMatch(/open/i)
  expect(ran.stderr).toMatch(/insert into "tasks"/)
  expect(ran.stderr).not.toContain('secret')
  const programs = await sh.bash('larry list --json --profile > rows')
  for (const line of programs.stderr.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object')
})

test('an operation past one second warns on stderr and is noted in the slow log', async () => {
  const sh = await shellWith()
  const ran = await sh.bash('seq 1 130000 | larry add - --literal -q | wc -l')
  expect(ran).toMatchObject({ code: 0, stdout: '130000\n' })
  expect(ran.stderr).toMatch(/^larry: warning: task add took \d+\.\d s; slowest statement, \d+ ms: \w[^\n]*\n$/)
  const log = join(sh.folder, '.local/state/larry/slow.ndjson')
  expect(JSON.parse(readFileSync(log, 'utf8').split('\n')[0]!)).toMatchObject({
    command: 'task add',
    ms: expect.any(Number),
  })
  expect(statSync(log).mode & 0o777).toBe(0o600)
})

test('a quick operation says nothing', async () => {
  const sh = await shellWith(['one'])
  expect(await sh.bash('larry list')).toMatchObject({ stderr: '' })
  await succeed(sh, '[ ! -e .local/state/larry/slow.ndjson ]')
})

test('a slow log that cannot be written does not fail the command', async () => {
  const sh = await shellWith()
  await succeed(sh, 'mkdir -p .local/state; touch .local/state/larry')
  expect(await sh.bash('seq 1 130000 | larry add - --literal -q | wc -l')).toMatchObject({
    code: 0,
    stdout: '130000\n',
  })
})
