import { describe, expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { everything, statuses } from './seed.ts'

async function nine(): Promise<Bench> {
  const b = bench()
  await b.with({ stdin: 'a\nb\nc\nd\ne\nf\ng\nh\ni\n' })('add', '-')
  return b
}

async function doneIds(b: Bench): Promise<number[]> {
  return (await b.tasks()).filter(({ status }) => status === 'done').map(({ id }) => id)
}

test.each<[string[], number[]]>([
  [['3'], [3]],
  [
    ['3', '4', '7-9'],
    [3, 4, 7, 8, 9],
  ],
  [['3,4'], [3, 4]],
  [
    ['3,7-9', '1'],
    [1, 3, 7, 8, 9],
  ],
  [
    ['3', '3', '2-4', '3,3'],
    [2, 3, 4],
  ],
  [['5-5'], [5]],
  [['003'], [3]],
])('done %j completes %j', async (words, ids) => {
  const b = await nine()
  expect(await b.larry('done', ...words)).toMatchObject({ code: 0, stderr: '' })
  expect(await doneIds(b)).toEqual(ids)
})

/** The end of a uid, longer where it would be all digits (which is an id) or all letters (which edit takes for a title). */
function tailOf(uid: string, length: number): string {
  const tail = uid.slice(-length)
  return /[a-f]/.test(tail) && /\d/.test(tail) ? tail : tailOf(uid, length + 1)
}

test('the last letters of a uid, six or more and in either case, name a task in every verb', async () => {
  const b = await nine()
  const [one, two, three] = await b.tasks()
  expect(await b.larry('done', tailOf(one!.uid, 8), two!.uid)).toMatchObject({ code: 0 })
  expect(await b.larry('done', tailOf(three!.uid, 8).toUpperCase())).toMatchObject({ code: 0 })
  expect(await doneIds(b)).toEqual([1, 2, 3])
  expect(await b.json('show', tailOf(two!.uid, 12))).toMatchObject({ id: 2 })
  expect(await b.json('edit', tailOf(three!.uid, 12), 'p:high')).toMatchObject([{ id: 3, priority: 'high' }])
})

test('a uid ending of letters alone is looked up like any other', async () => {
  const b = await nine()
  expect(await b.larry('show', 'abcdef')).toMatchObject({ code: 3, stdout: '' })
})

test.each<[string, number[]]>([
  ['3\n4\n', [3, 4]],
  ['3\ttodo\tmedium\n4\tx', [3, 4]],
  ['3\r\n\n3\n', [3]],
  ['7-9\n3,4\n', [3, 4, 7, 8, 9]],
  ['3\x004\x00', [3, 4]],
])('done - reads ids from a pipe holding %j', async (stdin, ids) => {
  const b = await nine()
  expect(await b.with({ stdin })('done', '-')).toMatchObject({ code: 0, stderr: '' })
  expect(await doneIds(b)).toEqual(ids)
})

test('a pipe and typed ids add up, in edit too', async () => {
  const b = await nine()
  await b.with({ stdin: '3\n' })('done', '5', '-')
  expect(await doneIds(b)).toEqual([3, 5])
  expect(await b.with({ stdin: '3\n' })('edit', '-', 'p:low')).toMatchObject({ code: 0 })
  expect(await b.with({ stdin: '4\n' })('edit', '5', '-', 'p:low')).toMatchObject({ code: 0 })
  const low = (await b.tasks()).filter(({ priority }) => priority === 'low')
  expect(low.map(({ id }) => id)).toEqual([3, 4, 5])
})

test('the output of list pipes into a changing verb', async () => {
  const b = await nine()
  const { stdout } = await b.larry('list', 'id:2-4')
  expect(await b.with({ stdin: stdout })('done', '-')).toMatchObject({ code: 0 })
  expect(await doneIds(b)).toEqual([2, 3, 4])
})

describe.each([
  [['done', '-']],
  [['start', '-']],
  [['task', 'cancel', '-']],
  [['task', 'reopen', '-']],
  [['rm', '-']],
  [['edit', '-', 'p:high']],
  [['task', 'duplicate', '-']],
])('larry %j', (line) => {
  test('with an empty pipe does nothing, exit 0', async () => {
    const b = await nine()
    const before = await everything(b)
    expect(await b.with({ stdin: '' })(...line, '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
    expect(await everything(b)).toEqual(before)
  })

  test('with one unknown id changes nothing and names it, exit 3', async () => {
    const b = await nine()
    const before = await everything(b)
    const ran = await b.with({ stdin: '1\n99\n2\n' })(...line, '--yes')
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(ran.stderr).toBe('larry: task 99 does not exist\n  hint: larry task list --all\n')
    expect(await everything(b)).toEqual(before)
  })
})

test.each([[['edit']], [['task', 'duplicate']]])('larry %j of an empty pipe makes no project either', async (verb) => {
  const b = await nine()
  expect(await b.with({ stdin: '' })(...verb, '-', 'project:new')).toMatchObject({ code: 0 })
  expect(await b.json('db', 'info')).toMatchObject({ rows: { projects: 0 } })
})

test.each([
  [['done'], 2, 'no task is named'],
  [['done', 'zz'], 2, '"zz" is not a task id'],
  [['done', '9-7'], 2, 'ends before it begins'],
  [['done', '0'], 3, 'task 0 does not exist'],
  [['done', '8-11'], 3, 'tasks 10, 11 do not exist'],
  [['done', '99999999999999999999'], 3, 'task 99999999999999999999 does not exist'],
  [['done', ''], 2, ''],
  [['done', ','], 2, ''],
  [['show'], 2, ''],
  [['show', '1', '2'], 2, ''],
  [['show', '1-2'], 2, '"1-2" does not name one task'],
  [['show', '99'], 3, 'task 99 does not exist'],
])('larry %j answers %i: %s', async (line, code, message) => {
  const b = await nine()
  const ran = await b.larry(...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(new Set(await statuses(b))).toEqual(new Set(['todo']))
})

test('ids behind the words of edit are not taken for a title', async () => {
  const b = bench()
  for (const title of ['one', 'two']) await b.larry('add', title)
  expect(await b.larry('edit', '+zz', '1', '2')).toMatchObject({
    code: 2,
    stderr: 'larry: no task is named\n  hint: ids come first: larry edit 3 4 due:fri +home, or --where\n',
  })
  expect(await b.tasks()).toMatchObject([
    { title: 'one', tags: [] },
    { title: 'two', tags: [] },
  ])
})
