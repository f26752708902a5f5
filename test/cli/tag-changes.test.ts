import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { rows } from './agency.ts'
import { seed } from './seed.ts'

async function tagged() {
  const b = bench()
  await seed(b, 'One +home', 'Two +home +house', 'Three +house', 'Four +Home', 'Five')
  return b
}

const tags = (b: Awaited<ReturnType<typeof tagged>>) => b.tasks().then((all) => all.map((task) => task.tags.join(' ')))

test('rename moves a tag on every task, and marks those tasks changed and no others', async () => {
  const b = await tagged()
  await b.with({ now: '2026-11-24T09:00:00Z' })('tag', 'rename', '+home', 'büro')
  expect(await tags(b)).toEqual(['büro', 'büro house', 'house', 'Home', ''])
  const changed = (await b.tasks()).filter((task) => task['updated_at'] === '2026-11-24T09:00:00.000Z')
  expect(changed.map(({ id }) => id)).toEqual([1, 2])
})

test('rename to a tag in use merges them, and a task that had both keeps one', async () => {
  const b = await tagged()
  const before = rows(b)
  expect(await b.larry('tag', 'rename', 'home', 'house', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Merged home into house · 2 tasks, 1 of which had both\n',
    stderr: '',
  })
  expect(await tags(b)).toEqual(['house', 'house', 'house', 'Home', ''])
  await b.json('undo')
  expect(rows(b)).toEqual(before)
})

test('rename to the same tag changes nothing, to another case does', async () => {
  const b = await tagged()
  expect(await b.json('tag', 'rename', 'home', 'home')).toEqual([])
  expect(await b.json('tag', 'rename', 'house', 'HOUSE')).toEqual([{ tag: 'HOUSE', open: 2, total: 2 }])
})

test('remove takes several tags away, asks first, and answers them as they were', async () => {
  const b = await tagged()
  const no = await b.with({ answers: [''] })('tag', 'remove', 'home', 'house')
  expect(no).toMatchObject({ code: 1, stdout: '' })
  expect(no.stderr).toMatch(/^Remove home, house from 3 tasks\? \[y\/N\] /)
  expect(await b.json('tag', 'remove', 'home', '+house', 'home', '--yes')).toEqual([
    { tag: 'home', open: 2, total: 2 },
    { tag: 'house', open: 2, total: 2 },
  ])
  expect(await tags(b)).toEqual(['', '', '', 'Home', ''])
})

test.each<[string[], number, string, string]>([
  [['rename', 'hous', 'x'], 3, 'no task has the tag "hous"', 'did you mean house?'],
  [['rename', 'home'], 2, 'new', ''],
  [['rename', 'home', 'a', 'b'], 2, '', ''],
  [['rename', 'home', 'two words'], 2, '"two words" cannot be a tag', ''],
  [['rename', 'home', ''], 2, '"" cannot be a tag', ''],
  [['rename', 'home', 'a\u0007'], 2, 'cannot be a tag', ''],
  [['remove'], 2, 'no tag is named', 'larry tag list'],
  [['remove', 'home', 'zzz', '--yes'], 3, 'no task has the tag "zzz"', 'larry tag list'],
  [['remove', 'home'], 2, 'Remove home from 2 tasks?', '--yes'],
])('larry tag %j answers %i: %s', async (line, code, message, hint) => {
  const b = await tagged()
  const before = rows(b)
  const ran = await b.larry('tag', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
  expect(rows(b)).toEqual(before)
})

test('a tag of ten thousand tasks is renamed in one insert and one delete', async () => {
  const b = bench()
  await b.with({ stdin: 'task +old\n'.repeat(10_000) })('add', '-', '-q')
  const ran = await b.larry('tag', 'rename', 'old', 'new', '--profile', '--json')
  const statements = ran.stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { sql?: string; count?: number })
  const counts = (verb: string) => statements.filter(({ sql }) => sql?.startsWith(verb)).map(({ count }) => count)
  expect([counts('insert into "task_tags"'), counts('delete'), counts('update "tasks"')]).toEqual([[1], [1], [1]])
  expect(JSON.parse(ran.stdout)).toEqual([{ tag: 'new', open: 10_000, total: 10_000 }])
})
