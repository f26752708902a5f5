import { expect, test } from 'vitest'
import { inFile, insertInto } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { rows } from './agency.ts'

/** Projects of these names, each with a task of the same name. */
async function projects(...names: string[]): Promise<Bench> {
  const b = bench()
  for (const name of names) await b.json('add', '--literal', name, '--project', name)
  return b
}

const names = async (b: Bench) => (await b.json<{ name: string }[]>('project', 'list', '--all')).map(({ name }) => name)

test.each<[string[], string, string, string[]]>([
  [
    ['work', 'work/site', 'work/site/blog', 'workshop'],
    'work',
    'web',
    ['web', 'web/site', 'web/site/blog', 'workshop'],
  ],
  [['work', 'work/site', 'work/site/a'], 'work/site', 'site', ['site', 'site/a', 'work']],
  [['a', 'a/b', 'a/b/c'], 'a', 'a/b', ['a/b', 'a/b/b', 'a/b/b/c']],
  [['a/a', 'a/a/a', 'a/a/a/a'], 'a/a', 'a', ['a', 'a/a', 'a/a/a']],
  [['Straße', 'STRASSE/Süd', 'strasse/Nord/x'], 'STRASSE', 'Weg', ['Weg', 'Weg/Nord/x', 'Weg/Süd']],
  [['İstanbul', 'i\u0307stanbul/x', 'istanbul/y'], 'İstanbul', 'Rom', ['istanbul/y', 'Rom', 'Rom/x']],
  [['a', 'a/b'], 'a', 'A', ['A', 'A/b']],
])('of %j, %s renamed to %s leaves %j', async (before, from, to, after) => {
  const b = await projects(...before)
  const stored = rows(b)
  const tasks = await b.tasks()
  expect((await b.larry('project', 'edit', from, '--name', to)).stderr).toBe('')
  expect(await names(b)).toEqual(after)
  expect((await b.tasks()).map(({ project_id }) => project_id)).toEqual(tasks.map(({ project_id }) => project_id))
  await b.json('undo')
  expect(rows(b)).toEqual(stored)
  await b.json('redo')
  expect(await names(b)).toEqual(after)
})

test('a name that is taken anywhere below is a conflict that names it, and nothing moves', async () => {
  const b = await projects('work', 'work/site', 'web/SITE')
  const before = rows(b)
  expect(await b.larry('project', 'edit', 'work', '--name', 'web')).toEqual({
    code: 4,
    stdout: '',
    stderr: 'larry: project "web/SITE" exists already\n  hint: larry project show 3\n',
  })
  expect(rows(b)).toEqual(before)
})

test('a path that would become too long to be typed is refused', async () => {
  const b = await projects('a', `a/${'x'.repeat(150)}`)
  expect(await b.larry('project', 'edit', 'a', '--name', 'y'.repeat(100))).toMatchObject({ code: 2, stdout: '' })
})

test('a name in another spelling goes through to those below', async () => {
  const b = await projects('Straße', 'STRASSE/x')
  const ran = await b.larry('project', 'edit', 'strasse', '--name', 'Straße', '--format', 'table')
  expect(ran).toEqual({ code: 0, stdout: '1 project below moved along\n', stderr: '' })
  expect(await names(b)).toEqual(['Straße', 'Straße/x'])
})

test('the same name again changes nothing', async () => {
  const b = await projects('a', 'a/b')
  expect(await b.larry('project', 'edit', 'a', '--name', 'a', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'Nothing changed: it was so already\n',
  })
})

test('two thousand projects below move in one statement', async () => {
  const b = await projects('work')
  inFile(b.file, (handle) => {
    handle.transaction(() => {
      for (let i = 0; i < 2000; i++)
        handle.exec(insertInto('projects', { name: `work/${i}/Ü`, name_folded: `work/${i}/ü` }))
    })()
  })
  const ran = await b.larry('project', 'edit', 'work', '--name', 'web', '--profile', '--json')
  const statements = ran.stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { sql?: string; count?: number })
  expect(statements.filter(({ sql }) => sql?.startsWith('update "projects"'))).toMatchObject([{ count: 1 }])
  expect(statements.reduce((sum, { count = 0 }) => sum + count, 0)).toBeLessThan(20)
  expect(JSON.parse(ran.stdout)).toHaveLength(2001)
  expect(await b.json('project', 'show', 'web/1999/ü')).toMatchObject({ name: 'web/1999/Ü' })
})
