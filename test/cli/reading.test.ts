import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed, small, taskKeys } from './seed.ts'

test('show answers one object with the keys of a task and more after them', async () => {
  const b = await small()
  const shown = await b.json<Record<string, unknown>>('show', '1')
  expect(Object.keys(shown).slice(0, taskKeys.length)).toEqual(taskKeys)
  expect(shown).toMatchObject({
    id: 1,
    tags: ['home'],
    due: null,
    notes: null,
    subtasks: [{ id: 3, title: 'Fix tap' }],
  })
})

test('list answers JSON with every key, null where there is nothing, numbers as numbers', async () => {
  const b = bench()
  await seed(b, 'Pay rent +zoo +alpha p:2 due:2026-12-24T14:00 est:90m')
  const [task] = await b.json<Record<string, unknown>[]>('list')
  expect(Object.keys(task!)).toEqual(taskKeys)
  expect(task).toMatchObject({
    id: 1,
    priority: 'medium',
    due: '2026-12-24T14:00',
    estimate_minutes: 90,
    progress: 0,
    tags: ['alpha', 'zoo'],
    depends_on: [],
    project: null,
    completed_at: null,
    created_at: '2026-11-23T09:00:00.000Z',
  })
})

test.each([
  [['ls'], ['list']],
  [
    ['task', 'ls'],
    ['task', 'list'],
  ],
  [
    ['show', '1'],
    ['task', 'show', '1'],
  ],
  [
    ['search', 'rent'],
    ['task', 'search', 'rent'],
  ],
  [
    ['tag', 'ls'],
    ['tag', 'list'],
  ],
  [
    ['history', 'ls'],
    ['history', 'list'],
  ],
  [
    ['rm', '1', '-n'],
    ['task', 'remove', '1', '-n'],
  ],
  [
    ['task', 'rm', '1', '-n'],
    ['task', 'remove', '1', '-n'],
  ],
  [
    ['add', 'x', '-n', '--fields', 'id,title'],
    ['task', 'add', 'x', '-n', '--fields', 'id,title'],
  ],
  [
    ['edit', '1', 'p:low', '-n'],
    ['task', 'edit', '1', 'p:low', '-n'],
  ],
  [
    ['start', '1', '-n'],
    ['task', 'start', '1', '-n'],
  ],
  [
    ['done', '2', '-n'],
    ['task', 'done', '2', '-n'],
  ],
  [
    ['undo', '-n'],
    ['history', 'undo', '-n'],
  ],
])('larry %j is larry %j', async (short, long) => {
  const { larry } = await small()
  const ran = await larry(...short)
  expect(ran.code).toBe(0)
  expect(ran).toEqual(await larry(...long))
})

test('an id before the verb is answered with the line to type', async () => {
  const { larry } = bench()
  expect(await larry('3', 'done')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'larry: "3" is no command\n  hint: the verb comes first: larry done 3\n',
  })
})

test('add -q prints the bare id and nothing else, whether a table was asked for or not', async () => {
  const { larry, with: using } = bench()
  expect(await larry('add', '-q', 'One')).toEqual({ code: 0, stdout: '1\n', stderr: '' })
  expect(await using({ stdin: 'Two\nThree\n' })('add', '-', '-q')).toEqual({ code: 0, stdout: '2\n3\n', stderr: '' })
  expect(await using({ env: { LARRY_FORMAT: 'table' } })('add', '-q', 'Four')).toMatchObject({ stdout: '4\n' })
})

test('tag list counts open and all tasks of each tag', async () => {
  const b = bench()
  await seed(b, 'One +home +shop', 'Two +home')
  await b.larry('done', '2')
  expect(await b.json('tag', 'list')).toEqual([
    { tag: 'home', open: 1, total: 2 },
    { tag: 'shop', open: 1, total: 1 },
  ])
})
