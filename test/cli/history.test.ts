import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

async function past() {
  const b = bench()
  await seed(b, 'Pay rent +home', 'Call Bob')
  await b.larry('edit', '1', 'p:high', '+x')
  await b.larry('rm', '2', '--yes')
  await b.larry('undo')
  return b
}

test('history list tells the newest first: what was typed, how many rows, what took it back', async () => {
  const b = await past()
  const rows = await b.json<Record<string, unknown>[]>('history', 'list')
  expect(Object.keys(rows[0]!).sort()).toEqual([
    'arguments',
    'command',
    'created_at',
    'id',
    'kind',
    'rows',
    'undone_by',
  ])
  expect(rows).toMatchObject([
    { id: 5, kind: 'undo', command: 'history undo', arguments: ['undo'], rows: 1, undone_by: null },
    { id: 4, kind: 'change', command: 'task remove', arguments: ['rm', '2', '--yes'], undone_by: 5 },
    { id: 3, command: 'task edit', rows: 2, undone_by: null },
    { id: 2, rows: 1 },
    { id: 1, rows: 2, created_at: '2026-11-23T09:00:00.000Z' },
  ])
})

test.each([
  ['csv', 'id,rows\r\n4,1\r\n3,2\r\n'],
  ['tsv', '4\t1\n3\t2\n'],
  ['ndjson', '{"id":4,"rows":1}\n{"id":3,"rows":2}\n'],
  ['table', 'id  rows\n4   1\n3   2\n'],
])('history list pages and picks fields as %s', async (format, stdout) => {
  const b = await past()
  const line = ['history', 'list', '-l', '2', '--offset', '1', '--fields', 'id,rows', '--format', format]
  expect(await b.larry(...line)).toEqual({ code: 0, stdout, stderr: '' })
})

test('history show tells each row as it was and as it became', async () => {
  const b = await past()
  const rows = await b.json<Record<string, unknown>[]>('history', 'show', '3')
  expect(Object.keys(rows[0]!)).toEqual(['table', 'key', 'change', 'before', 'after'])
  expect(rows).toMatchObject([
    { table: 'tasks', key: [1], change: 'update', before: { priority: 'medium' }, after: { priority: 'high' } },
    { table: 'task_tags', key: [1, 'x'], change: 'insert', before: null, after: { task_id: 1, tag: 'x' } },
  ])
  expect(await b.json('history', 'show', '4')).toMatchObject([{ change: 'delete', after: null, key: [2] }])
})

test.each(['table', 'csv', 'tsv', 'ndjson', 'ids', 'json'])('history show speaks %s', async (format) => {
  const b = await past()
  const ran = await b.larry('history', 'show', '3', '--format', format)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout).not.toBe('')
})

test('an action that is not there is exit 3, what is no number exit 2', async () => {
  const { larry } = await past()
  expect(await larry('history', 'show', '99')).toMatchObject({ code: 3, stdout: '' })
  expect(await larry('history', 'show', 'x')).toMatchObject({ code: 2, stdout: '' })
})

test('reading leaves no trace in the history, and neither does what changed nothing', async () => {
  const b = bench()
  await seed(b, 'One')
  await b.larry('list')
  await b.larry('edit', '1', 'p:medium')
  await b.larry('start', '99')
  await b.larry('add', 'Two', '-n')
  expect(await b.json('history', 'list')).toHaveLength(1)
})

test('an empty history is told on stderr, exit 0', async () => {
  const { larry } = bench()
  expect(await larry('history', 'list')).toEqual({ code: 0, stdout: '', stderr: 'No actions.\n' })
})

test('a table shows the time of an action in the zone of --tz', async () => {
  const b = await past()
  const { stdout } = await b.larry('history', 'list', '--format', 'table', '--tz', 'Asia/Tokyo', '-l', '1')
  expect(stdout).toContain('2026-11-23 18:00')
})
