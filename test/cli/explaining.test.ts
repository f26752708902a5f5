import { expect, test } from 'vitest'
import { many } from './many.ts'

test('--explain answers with the reading of each word, what is added, the order and the number', async () => {
  const { json } = await many()
  expect(await json('list', '--explain', 'due:..sun', '+shop')).toEqual({
    filter: ['due before Mon 30 Nov 2026', 'tagged shop'],
    adds: ['open', 'not hidden until later'],
    sort: ['due', 'priority, descending', 'id'],
    count: 2,
  })
})

test.each<[string[], { filter: string[]; adds: string[]; sort: string[]; count: number }]>([
  [[], { filter: [], adds: ['open', 'not hidden until later'], sort: ['due', 'priority, descending', 'id'], count: 8 }],
  [['--all'], { filter: [], adds: [], sort: ['due', 'priority, descending', 'id'], count: 11 }],
  [['is:closed', '--sort', 'id'], { filter: ['done or cancelled'], adds: [], sort: ['id'], count: 2 }],
  [
    ['is:waiting', '--group', 'priority', '--sort', '-title'],
    {
      filter: ['hidden until later'],
      adds: ['open'],
      sort: ['in groups by priority', 'title, descending', 'id'],
      count: 1,
    },
  ],
  [
    ['--limit', '3', '--offset', '6'],
    { filter: [], adds: ['open', 'not hidden until later'], sort: ['due', 'priority, descending', 'id'], count: 2 },
  ],
])('list --explain %j tells the list that would come', async (line, explanation) => {
  const { json } = await many()
  expect(await json('list', '--explain', ...line)).toEqual(explanation)
  expect(await json('list', ...line)).toHaveLength(explanation.count)
})

test('a view is explained with the words beside it', async () => {
  const b = await many()
  await b.larry('view', 'save', 'w', '+home', 'or', '+shop', '--sort', '-created')
  expect(await b.json('list', '--explain', '--view', 'w', 'p:high..')).toEqual({
    filter: ['tagged home or tagged shop', 'priority any of high, critical, urgent'],
    adds: ['open', 'not hidden until later'],
    sort: ['created_at, descending', 'id'],
    count: 2,
  })
})

test('a person reads it as a card', async () => {
  const { larry } = await many()
  expect(await larry('list', '--explain', 'due:today', 'not', '+home', '--format', 'table')).toEqual({
    code: 0,
    stdout: [
      'filter  due on Mon 23 Nov 2026',
      '        not tagged home',
      'adds    open',
      '        not hidden until later',
      'sort    due',
      '        priority, descending',
      '        id',
      'count   1',
      '',
    ].join('\n'),
    stderr: '',
  })
  expect((await larry('list', '--explain', 'due:today', '--format', 'md')).stdout).toContain(
    '| adds | open<br>not hidden until later |',
  )
})

test('--explain refuses what a list would refuse, and --count', async () => {
  const { larry } = await many()
  expect(await larry('list', '--explain', 'due:someday')).toMatchObject({ code: 2, stdout: '' })
  expect(await larry('list', '--explain', 'project:wrok')).toMatchObject({ code: 3, stdout: '' })
  expect(await larry('list', '--explain', '--sort', 'duue')).toMatchObject({ code: 2, stdout: '' })
  expect(await larry('list', '--explain', '--count')).toMatchObject({ code: 2, stdout: '' })
  expect(await larry('list', '--explain', '+nowhere', '--exit-code')).toMatchObject({ code: 1 })
  expect(await larry('list', '--explain', '+home', '--exit-code')).toMatchObject({ code: 0 })
})
