import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

test.each([
  [['add', '\u0085'], 'a task needs a title'],
  [['add', ' \u0085\u0085 '], 'a task needs a title'],
  [['add', '--', '\u0085'], 'a task needs a title'],
  [['edit', '1', '--', '\u0085'], 'a task needs a title'],
  [['list', '--tz', ''], 'unknown time zone ""'],
  [['add', 'Two', '--tz', ''], 'unknown time zone ""'],
  [['add', 'Two', 'est:"4 5m"'], '"4 5m"'],
  [['add', 'Two est:"4 5m"'], '"4 5m"'],
  [['add', 'Two', '--estimate', '4 5m'], '"4 5m"'],
  [['list', 'due:2026-12-01..today'], 'ends before it begins'],
  [['list', 'created:tomorrow..yesterday'], 'ends before it begins'],
])('larry %j is a usage error and changes nothing', async (line, message) => {
  const b = bench()
  await seed(b, 'One')
  const before = await everything(b)
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await everything(b)).toEqual(before)
})

test.each<[string[], Record<string, unknown>]>([
  [['T', '--notes', '-h'], { title: 'T', notes: '-h' }],
  [['T', '--notes', '--help'], { title: 'T', notes: '--help' }],
  [['--notes', '--help', 'T'], { title: 'T', notes: '--help' }],
  [['--help prints to stdout'], { title: '--help prints to stdout' }],
  [['-', 'Changes', 'to', 'the', 'build'], { title: '- Changes to the build' }],
  [['- Changes to the build'], { title: '- Changes to the build' }],
])('add %j makes %j', async (words, task) => {
  const b = bench()
  expect(await b.with({ stdin: 'not read\n' })('add', ...words)).toMatchObject({ code: 0, stderr: '' })
  expect(await b.tasks()).toMatchObject([task])
})

test.each([[['-', '+x']], [['-', 'p:high']], [['-', '--tag', 'x']]])(
  'add %j, without a word of a title, reads lines',
  async (words) => {
    const b = bench()
    expect(await b.with({ stdin: 'One\nTwo +y\n' })('add', ...words)).toMatchObject({ code: 0, stderr: '' })
    const tasks = await b.tasks()
    expect(tasks.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(tasks.every(({ tags, priority }) => tags.includes('x') || priority === 'high')).toBe(true)
  },
)

test('five thousand lines may each name a project of their own', async () => {
  const b = bench()
  const stdin = Array.from({ length: 5000 }, (_, i) => `task ${i} project:p${i}\n`).join('')
  expect((await b.with({ stdin })('add', '-', '-q')).code).toBe(0)
  const tasks = await b.tasks()
  expect(tasks).toHaveLength(5000)
  expect(tasks.filter(({ project }, i) => project !== `p${i}`)).toEqual([])
  await b.json('undo')
  expect(await b.tasks()).toEqual([])
})

test('ranges by weekday and to the end of time find what lies in them and nothing without a date', async () => {
  const b = bench()
  await seed(b, 'Wed due:2026-11-25', 'Sat due:2026-11-28', 'None', 'Last due:9999-12-31', 'Later due:2026-12-02')
  const found = async (...line: string[]) => {
    const ran = await b.larry('list', ...line, '--sort', 'id', '--ids')
    return { line, code: ran.code, stderr: ran.stderr, ids: ran.stdout.split('\n').filter(Boolean).join(' ') }
  }
  for (const [filter, ids] of [
    ['due:tue..fri', '1'],
    ['due:mon..fri', '5'],
    ['due:..9999-12-31', '1 2 4 5'],
    ['due:2026-11-28..9999-12-31', '2 4 5'],
    ['due:9999-12-31', '4'],
    ['due>9999-12-31', ''],
    ['due<9999-12-31', '1 2 5'],
    ['created>9999-12-31', ''],
    ['created<9999-12-31', '1 2 3 4 5'],
    ['created:9999-12-31..', ''],
    ['created:..9999-12-31', '1 2 3 4 5'],
    ['created:9999-12-31', ''],
    ['completed:..9999-12-31', ''],
    ['completed>9999-12-31T23:00', ''],
  ] as const)
    for (const zone of [[], ['--tz', 'Asia/Tokyo'], ['--tz', 'America/New_York']]) {
      const line = [filter, ...zone]
      expect.soft(await found(...line)).toEqual({ line, code: 0, stderr: '', ids })
    }
})

test.each([
  [['add', '-'], 'larry task add -'],
  [['add', '--file', 'café.txt'], 'larry task add --file -'],
  [['sql', '--file', '-'], 'larry data sql --file -'],
  [['import', '-', '--as', 'csv'], 'larry import - --as csv'],
  [['import', 'café.txt'], 'larry import - --as todotxt'],
  [['apply', '-'], 'larry apply -'],
])('%j of another encoding is refused with how to convert it', async (line, again) => {
  const b = bench()
  const stdin = Buffer.from('title\ncaf\xe9\n', 'latin1')
  writeFileSync(join(b.folder, 'café.txt'), stdin)
  const { stderr } = await b.with({ stdin })(...line)
  expect(stderr).toMatch(/^larry: .* is not UTF-8 \(line 2\)\n/)
  expect(stderr).toContain(`  hint: save it as UTF-8, or: iconv -f cp1252 -t utf-8 FILE | ${again}\n`)
})
