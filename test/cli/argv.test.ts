import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, three } from './seed.ts'

test.each<[string[][]]>([
  [
    [
      ['list', '--json'],
      ['--json', 'list'],
      ['task', '--json', 'list'],
      ['--format', 'json', 'task', 'list'],
      ['--format=json', 'list'],
    ],
  ],
  [
    [
      ['list', '-l', '1'],
      ['list', '--limit=1'],
      ['list', '--limit', '1'],
      ['list', '--limit', '1', '--yes', '-y'],
    ],
  ],
  [
    [
      ['list', '--sort', '-due'],
      ['list', '--sort=-due'],
    ],
  ],
  [
    [
      ['list', '-next'],
      ['list', 'not +next'],
      ['list', 'not', '+next'],
    ],
  ],
  [
    [
      ['list', '+next', '--tz', 'UTC', '-q'],
      ['--tz', 'UTC', '-q', 'list', '+next'],
      ['list', '-q', '--tz=UTC', '+next'],
    ],
  ],
  [
    [
      ['done', '1', '-n', '--json'],
      ['-n', '--json', 'done', '1'],
      ['done', '--json', '-n', '1'],
      ['done', '-n', '1', '--format', 'json'],
    ],
  ],
])('these lines are one: %j', async (lines) => {
  const b = await three()
  const first = await b.larry(...lines[0]!)
  expect(first.code).toBe(0)
  expect(first.stdout).not.toBe('')
  for (const line of lines.slice(1)) expect({ line, ...(await b.larry(...line)) }).toEqual({ line, ...first })
})

test.each<[string[], Record<string, unknown>]>([
  [['add', 'T', '--notes', '-y'], { title: 'T', notes: '-y' }],
  [['add', 'T', '--notes', '--json'], { title: 'T', notes: '--json' }],
  [['add', 'T', '--notes=a=b'], { title: 'T', notes: 'a=b' }],
  [['add', '--notes', 'x', 'T'], { title: 'T', notes: 'x' }],
  [['add', '-next', 'steps'], { title: '-next steps', tags: [] }],
  [['add', '--', '--not-a-flag', '-n', '5'], { title: '--not-a-flag -n 5' }],
  [['add', '+a', '--', 'x  +b due:fri', '--json'], { title: 'x  +b due:fri --json', tags: ['a'], due: null }],
  [['add', '--', '-'], { title: '-' }],
  [['add', 'T', '--', 'tomorrow'], { title: 'T tomorrow', due: null }],
  [['add', '--literal', 'Re:  due:fri', '+x'], { title: 'Re:  due:fri +x', due: null, tags: [] }],
  [['add', 'T', '--tag', 'a', '--tag', 'b', '+c', '--tag=a'], { title: 'T', tags: ['a', 'b', 'c'] }],
  [['add', 'done', 'list', 'undo'], { title: 'done list undo' }],
  [['add', 'help'], { title: 'help' }],
])('larry %j makes %j', async (line, task) => {
  const b = bench()
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(await b.tasks()).toMatchObject([task])
})

test.each([
  [['list', '--limit', '1', '--limit', '2'], '--limit'],
  [['list', '-l', '1', '--limit=1'], '--limit'],
  [['list', '--tz', 'UTC', '--tz', 'UTC'], '--tz'],
  [['--tz', 'UTC', 'list', '--tz', 'Asia/Tokyo'], '--tz'],
  [['list', '--format', 'json', '--format', 'csv'], '--format'],
  [['list', '--json', '--ids'], 'json and ids'],
  [['list', '--json', '--format', 'csv'], 'csv and json'],
  [['list', '--color', 'always', '--no-color'], '--no-color'],
  [['add', 'T', '--due', 'fri', '--due', 'sat'], '--due'],
  [['add', 'T', 'due:fri', '--due', 'fri'], 'due is given twice'],
  [['add', 'T', 'due:fri', 'due:sat'], 'due is given twice'],
  [['add', 'T', 'p:high', '--priority', 'low'], 'priority is given twice'],
  [['add', 'T', 'pri:high', 'priority:low'], 'priority is given twice'],
  [['add', 'T', 'est:1h', '--estimate', '2h'], 'given twice'],
  [['add', 'T', 'project:a', '--project', 'b'], 'project is given twice'],
  [['edit', '1', 'New', '--title', 'Newer'], 'title is given twice'],
  [['edit', '1', '+a', '-a'], 'tag is given twice'],
  [['edit', '1', '--notes', 'x', '--no-notes'], '--no-notes'],
])('larry %j says one thing twice and is refused, exit 2', async (line, message) => {
  const b = await three()
  const before = await everything(b)
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await everything(b)).toEqual(before)
})

test('short flags bundle where words are not taken', async () => {
  const b = await three()
  expect(await b.with({ columns: 80 })('done', '1', '-nq')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'dry run: nothing was written\n',
  })
  expect(await b.json('history', 'list', '-l1')).toHaveLength(1)
})
