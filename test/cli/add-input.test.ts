import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

const titles = async (b: ReturnType<typeof bench>) => (await b.tasks()).map(({ title }) => title)

test('lines of a pipe become tasks in their order; blank lines, CRLF, a BOM and a missing last newline are taken', async () => {
  const b = bench()
  const stdin = '\uFEFFPay rent +home\r\n\n   \nCall Bob tomorrow'
  expect(await b.with({ stdin })('add', '-', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Added 2 tasks (1 to 2)\n',
    stderr: '',
  })
  expect(await b.tasks()).toMatchObject([
    { title: 'Pay rent', tags: ['home'] },
    { title: 'Call Bob', due: '2026-11-24' },
  ])
})

test('a line that cannot be read is named by its number and no line is added', async () => {
  const b = bench()
  const ran = await b.with({ stdin: 'One\n\nTwo due:zz\n' })('add', '-')
  expect(ran.code).toBe(2)
  expect(ran.stderr).toMatch(/^larry: line 3: cannot read "zz" as a date\n/)
  expect(await b.tasks()).toEqual([])
})

test('an empty pipe adds nothing, exit 0', async () => {
  const b = bench()
  expect(await b.with({ stdin: '' })('add', '-', '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  expect(await b.json('history', 'list')).toEqual([])
})

test('bytes that are not UTF-8 are refused with their line', async () => {
  const b = bench()
  const ran = await b.with({ stdin: Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x0a]) })('add', '-')
  expect(ran.code).toBe(2)
  expect(ran.stderr).toContain('line 2')
  expect(await b.tasks()).toEqual([])
})

test('--file reads a file beside the working folder; options hold for every line', async () => {
  const b = bench()
  writeFileSync(join(b.folder, 'titles.txt'), 'One\nTwo\n')
  await b.json('add', '--file', 'titles.txt', '--tag', 'bulk', '--priority', 'low')
  expect(await b.tasks()).toMatchObject([
    { title: 'One', tags: ['bulk'], priority: 'low' },
    { title: 'Two', tags: ['bulk'], priority: 'low' },
  ])
})

test('--literal keeps lines as they stand', async () => {
  const b = bench()
  await b.with({ stdin: '  Re:  due:fri +x tomorrow\n' })('add', '-', '--literal')
  expect(await b.tasks()).toMatchObject([{ title: '  Re:  due:fri +x tomorrow', due: null, tags: [] }])
})

test.each([[[]], [['--priority', 'high']], [['due:fri']]])(
  'add %j without a title is refused, exit 2',
  async (words) => {
    const b = bench()
    const ran = await b.larry('add', ...words)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('a task needs a title')
    expect(await b.tasks()).toEqual([])
  },
)

test('a missing file and "-" on a terminal are refused', async () => {
  const b = bench()
  expect((await b.larry('add', '--file', 'nowhere.txt')).stderr).toContain('nowhere.txt does not exist')
  expect(await b.with({ answers: [] })('add', '-')).toMatchObject({ code: 2 })
  await b.with({ stdin: 'One\n' })('add', '-', 'more')
  expect(await b.tasks()).toMatchObject([{ title: '- more' }])
})

test('every attribute option says what its word says', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const words = 'T p:high due:fri project:work +a status:review est:30m parent:1 depends:2 wait:thu'
  const options = ['--priority', 'high', '--due', 'fri', '--project', 'work', '--tag', 'a', '--status', 'review']
  const more = ['--estimate', '30m', '--parent', '1', '--depends', '2', '--wait', 'thu']
  await b.json('add', words)
  await b.json('add', 'T', ...options, ...more)
  const [, , first, second] = await b.tasks()
  expect({ ...second, id: 0, uid: '' }).toEqual({ ...first, id: 0, uid: '' })
  expect(first).toMatchObject({ due: '2026-11-27', wait_until: '2026-11-26', estimate_minutes: 30, depends_on: [2] })
})

test('what a failed add needed is not left behind', async () => {
  const b = bench()
  expect(await b.with({ stdin: 'One project:new\nTwo parent:99\n' })('add', '-')).toMatchObject({ code: 3 })
  expect(await b.larry('list', 'project:new')).toMatchObject({ code: 3 })
  expect(await titles(b)).toEqual([])
})

test('a line cannot refer to a line before it, however far down it stands', async () => {
  const b = bench()
  const lines = (count: number, last: string) =>
    [...Array.from({ length: count }, (_, i) => `task ${i}`), last].join('\n')
  for (const [count, last] of [
    [3, 'waits depends:1'],
    [2500, 'waits depends:1'],
    [2500, 'below parent:2400'],
  ] as const)
    expect(await b.with({ stdin: lines(count, last) })('add', '-')).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/does not exist/),
    })
  expect(await b.tasks()).toEqual([])
})
