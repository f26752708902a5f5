import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench, type TaskJson } from '../support/larry.ts'
import { everything, seed } from './seed.ts'

const later = '2026-12-01T09:00:00.000Z'

/** 2 and 3 are part of 1, 4 of 2; 3 waits for 4 and for 5; 2 is done, so 4 lies below a closed task. */
async function move(): Promise<Bench> {
  const b = bench()
  await b.json(
    'add',
    'Move house',
    'p:high',
    'due:fri',
    'wait:2026-11-20',
    'est:2h',
    'project:home',
    '+big',
    '--notes',
    'boxes\n',
  )
  await seed(b, 'Pack parent:1', 'Drive parent:1 +car', 'Books parent:2', 'Rent van')
  await b.json('edit', '3', 'depends:4,5')
  await b.json('done', '2', '--force')
  await b.json('start', '1')
  await b.json('task', 'comment', '1', 'said')
  return b
}

test('a copy has all that is said of a task, but is new: to do, without comments, hours or progress', async () => {
  const b = await move()
  const [original] = await b.tasks()
  const ran = await b.with({ now: later })('task', 'duplicate', '1', '--json')
  const [copy] = JSON.parse(ran.stdout) as TaskJson[]
  expect(copy).toEqual({
    ...original!,
    id: 6,
    uid: expect.not.stringMatching(original!.uid),
    status: 'todo',
    started_at: null,
    created_at: later,
    updated_at: later,
  })
  expect(await b.json('task', 'comments', '6')).toEqual([])
  expect((await b.tasks()).slice(0, 5)).toHaveLength(5)
})

test('the words of edit are given to the copy and not to the task', async () => {
  const b = await move()
  const before = await b.tasks()
  const ran = await b.larry(
    'task',
    'duplicate',
    '1',
    'due:"next friday"',
    '-big',
    '+again',
    'Move on',
    '--format',
    'table',
  )
  expect(ran).toEqual({
    code: 0,
    stdout: 'Added 6 "Move on" · due Fri 4 Dec · hidden until Fri 20 Nov · project home · +again · high · about 2h\n',
    stderr: '',
  })
  expect((await b.tasks()).slice(0, 5)).toEqual(before)
  expect(await b.json('task', 'duplicate', '3', '4', 'p:low', 'project:new/one', '--no-notes')).toMatchObject([
    { id: 7, priority: 'low', project: 'new/one', tags: ['car'], parent_id: 1, depends_on: [5, 8] },
    { id: 8, priority: 'low', project: 'new/one', parent_id: 2 },
  ])
})

test('--cascade copies the open tasks below, their parents and dependencies among the copies', async () => {
  const b = await move()
  const ran = await b.larry('task', 'duplicate', '1', '--cascade', '+next', '--format', 'table')
  expect(ran.stdout).toMatch(/^Added 6 "Move house" · .* · 2 subtasks\n$/)
  expect((await b.tasks()).slice(5)).toMatchObject([
    { id: 6, title: 'Move house', tags: ['big', 'next'], parent_id: null },
    { id: 7, title: 'Drive', tags: ['car'], parent_id: 6, depends_on: [5, 8] },
    { id: 8, title: 'Books', tags: [], parent_id: 6, depends_on: [] },
  ])
})

test('tasks copied together belong to and wait for each other as the originals do', async () => {
  const b = await move()
  expect(await b.json('task', 'duplicate', '4', '3', '2', '--format', 'json')).toMatchObject([
    { id: 6, title: 'Pack', status: 'todo', parent_id: 1 },
    { id: 7, title: 'Drive', parent_id: 1, depends_on: [5, 8] },
    { id: 8, title: 'Books', parent_id: 6 },
  ])
  expect((await b.larry('task', 'duplicate', '1-5', '--format', 'table')).stdout).toBe('Added 5 copies (9 to 13)\n')
})

test('a copy is told by its id with -q, and a dry run makes none', async () => {
  const b = await move()
  expect(await b.larry('task', 'duplicate', '5', '-q')).toEqual({ code: 0, stdout: '6\n', stderr: '' })
  const before = await everything(b)
  expect(await b.json('task', 'duplicate', '1', '--cascade', '-n')).toHaveLength(3)
  expect(await everything(b)).toEqual(before)
})

test('tasks are named by a filter or a pipe too, and an empty pipe is none', async () => {
  const b = await move()
  expect(await b.json('task', 'duplicate', '--where', '+car', 'p:low')).toMatchObject([
    { title: 'Drive', priority: 'low' },
  ])
  expect((await b.with({ stdin: '4\n5\n' })('task', 'duplicate', '-', '+x', '--ids')).stdout).toBe('7\n8\n')
  expect(await b.with({ stdin: '' })('task', 'duplicate', '-', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'No tasks, nothing copied\n',
    stderr: '',
  })
})

test('one undo takes all copies away and one redo brings back the same', async () => {
  const b = await move()
  const tables = ['tasks', 'task_tags', 'task_dependencies', 'projects', 'task_comments']
  const rows = () => inFile(b.file, (handle) => tables.map((name) => handle.prepare(`select * from ${name}`).all()))
  const before = rows()
  await b.json('task', 'duplicate', '1', '5', '--cascade', 'project:new')
  const after = rows()
  for (let round = 0; round < 2; round++) {
    await b.json('undo')
    expect(rows()).toEqual(before)
    await b.json('redo')
    expect(rows()).toEqual(after)
  }
})

test.each([
  [['1', '99'], 3, 'task 99 does not exist'],
  [[], 2, 'no task is named'],
  [['1', '2', 'One title'], 2, '"One title" cannot be the title of 2 tasks'],
  [['1', 'due:someday'], 2, 'cannot read "someday" as a date'],
  [['1', 'client:acme'], 3, 'client "acme" does not exist'],
  [['1', 'due:fri', '--due', 'sat'], 2, 'given twice'],
  [['1', '--where', '+car'], 2, 'are both given'],
])('task duplicate %j answers %i: %s, and copies nothing', async (line, code, message) => {
  const b = await move()
  const before = await everything(b)
  const ran = await b.larry('task', 'duplicate', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await everything(b)).toEqual(before)
})
