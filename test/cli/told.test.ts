import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

test('add --file of a folder names the folder', async () => {
  const b = bench()
  const ran = await b.larry('add', '--file', b.folder)
  expect(ran.code).toBeGreaterThan(1)
  expect(ran.stderr).toContain(`${b.folder} is a folder`)
  writeFileSync(join(b.folder, 'f'), 'x')
  expect((await b.larry('add', '--file', 'f/below')).stderr).toContain(join('f', 'below'))
  expect(await b.tasks()).toEqual([])
})

test.each([['reopen'], ['cancel'], ['duplicate'], ['comments']])('larry %s 1 hints at the noun', async (verb) => {
  const ran = await bench().larry(verb, '1')
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(`larry task ${verb}`)
})

test('help of every noun names the aliases of its verbs', async () => {
  const { larry } = bench()
  for (const noun of ['task', 'client', 'project', 'tag', 'time', 'comment', 'view', 'history', 'db']) {
    const { stdout } = await larry(noun, '--help')
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  }
  const { stdout } = await larry('help', 'task')
  expect(stdout).toMatch(/\blist\b.*\bls\b/)
  expect(stdout).toMatch(/\bremove\b.*\brm\b/)
})

test.each([[['-q']], [['-q', '--json']], [['--json']], [[]]])(
  'a dry run says that it was one with %j',
  async (flags) => {
    const b = bench()
    await seed(b, 'One')
    expect((await b.larry('done', '1', '-n', ...flags)).stderr).toBe('dry run: nothing was written\n')
    expect(await b.tasks()).toMatchObject([{ status: 'todo' }])
  },
)
