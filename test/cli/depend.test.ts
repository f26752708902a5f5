import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'

async function four(): Promise<Bench> {
  const b = bench()
  await b.with({ stdin: 'one\ntwo\nthree\nfour\n' })('add', '-')
  return b
}

const links = async (b: Bench) => Object.fromEntries((await b.tasks()).map(({ id, depends_on }) => [id, depends_on]))

test('depend adds to what a task waits for, undepend takes away, and undo restores both', async () => {
  const b = await four()
  const said = async (...argv: string[]) => (await b.larry(...argv, '--format', 'table')).stdout
  expect(await said('task', 'depend', '3', '1', '2')).toBe('3 "three" waits for 1 "one", 2 "two"\n')
  expect(await said('task', 'depend', '3', '2')).toBe('3 "three" waits for 2 "two" already\n')
  expect(await said('task', 'depend', '3', '2', '4')).toBe('3 "three" waits for 2 "two", 4 "four"\n')
  expect(await links(b)).toEqual({ 1: [], 2: [], 3: [1, 2, 4], 4: [] })
  expect(await said('task', 'undepend', '3', '1,2')).toBe('3 "three" waits no more for 1 "one", 2 "two"\n')
  expect(await said('task', 'undepend', '3', '4')).toBe('3 "three" waits no more for 4 "four"\nNow ready: 3 "three"\n')
  expect(await said('task', 'undepend', '3', '4')).toBe('3 "three" did not wait for 4 "four"\n')
  await b.larry('undo', '2')
  expect(await links(b)).toEqual({ 1: [], 2: [], 3: [1, 2, 4], 4: [] })
})

test('a circle is refused and shown, and changes nothing', async () => {
  const b = await four()
  await b.larry('task', 'depend', '2', '1')
  await b.larry('task', 'depend', '3', '2')
  expect(await b.larry('task', 'depend', '1', '3')).toMatchObject({
    code: 4,
    stderr: 'larry: task 1 would wait for itself: 1 -> 3 -> 2 -> 1\n',
  })
  expect(await b.larry('task', 'depend', '1', '1')).toMatchObject({ code: 4 })
  expect(await links(b)).toEqual({ 1: [], 2: [1], 3: [2], 4: [] })
})

test.each([
  [['depend'], 2],
  [['depend', '3'], 2],
  [['depend', '3,4', '1'], 2],
  [['depend', '-', '1'], 2],
  [['depend', '99', '1'], 3],
  [['depend', '3', '1', '99'], 3],
  [['undepend', '3', 'one'], 2],
])('task %j is refused with %d', async (argv, code) => {
  const b = await four()
  expect((await b.larry('task', ...argv)).code).toBe(code)
  expect(await links(b)).toEqual({ 1: [], 2: [], 3: [], 4: [] })
})

test('blockers may come from a pipe; an empty one changes nothing', async () => {
  const b = await four()
  await b.with({ stdin: '1\ttodo\n2\ttodo\n' })('task', 'depend', '4', '-')
  expect(await links(b)).toMatchObject({ 4: [1, 2] })
  expect(await b.with({ stdin: '' })('task', 'depend', '4', '-', '--json')).toMatchObject({ code: 0, stdout: '[]\n' })
})

test('a circle through ten thousand tasks is found, and told by its ends', async () => {
  const b = bench()
  const lines = Array.from({ length: 10_000 }, (_, i) => `task ${i + 1}`).join('\n')
  await b.with({ stdin: lines })('add', '-', '-q')
  const chain = Array.from({ length: 9_999 }, (_, i) => `{"task_id":${i + 2},"depends_on_id":${i + 1}}`)
  inFile(b.file, (handle) => {
    handle
      .prepare("insert into task_dependencies select value ->> 'task_id', value ->> 'depends_on_id' from json_each(?)")
      .run(`[${chain.join(',')}]`)
  })
  expect(await b.larry('task', 'depend', '1', '10000')).toMatchObject({
    code: 4,
    stderr:
      'larry: task 1 would wait for itself: 1 -> 10000 -> 9999 -> 9998 -> 9997 -> 9996 -> 9995 -> 9994 -> ... 9989 more ... -> 4 -> 3 -> 2 -> 1\n',
  })
})

test('tree shows each task below its parent with what it comes to, in every format the same rows', async () => {
  const b = bench()
  await b.larry('add', 'Move house')
  await b.larry('add', 'Pack', 'parent:1', 'est:2h')
  await b.larry('add', 'Books', 'parent:2', 'est:30m')
  await b.larry('add', 'Clean', 'parent:1', 'est:1h', 'due:tomorrow')
  await b.larry('add', 'Alone')
  await b.larry('done', '3')
  expect((await b.larry('task', 'tree', '--format', 'table')).stdout).toBe(
    [
      'id  status  due         progress_total  estimate_total  tracked_total  title',
      '1   todo                50%             3h30m                          Move house',
      '4   todo    2026-11-24  0%              1h                               Clean',
      '2   todo                100%            2h30m                            Pack',
      '3   done                100%            30m                                Books',
      '',
    ].join('\n'),
  )
  const rows = await b.json<{ id: number; depth: number; leaves: number }[]>('task', 'tree')
  expect(rows.map(({ id, depth, leaves }) => [id, depth, leaves])).toEqual([
    [1, 0, 2],
    [4, 1, 1],
    [2, 1, 1],
    [3, 2, 1],
  ])
  expect((await b.larry('task', 'tree', '2', '--ids')).stdout).toBe('2\n3\n')
  await b.larry('done', '1', '--cascade')
  expect(await b.json('task', 'tree')).toEqual([])
  expect(await b.json<unknown[]>('task', 'tree', '--all')).toHaveLength(4)
  expect((await b.larry('task', 'tree', '99')).code).toBe(3)
})

test('moving a task takes along all below it, but never under itself', async () => {
  const b = bench()
  for (const words of [['a'], ['b', 'parent:1'], ['c', 'parent:2'], ['d']]) await b.larry('add', ...words)
  await b.larry('edit', '2', 'parent:4')
  expect((await b.larry('task', 'tree', '4', '--ids')).stdout).toBe('4\n2\n3\n')
  expect(await b.larry('edit', '4', 'parent:3')).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('4 -> 3 -> 2 -> 4'),
  })
})

test('the tasks of a tree may come from a pipe', async () => {
  const b = await four()
  await b.larry('edit', '2', 'parent:1')
  expect((await b.with({ stdin: '1\n' })('task', 'tree', '-', '--ids')).stdout).toBe('1\n2\n')
  expect((await b.with({ stdin: '' })('task', 'tree', '-', '--ids')).stdout).toBe('')
})
