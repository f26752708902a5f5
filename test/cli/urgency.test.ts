import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

interface Explained {
  readonly urgency: { readonly total: number; readonly terms: Readonly<Record<string, number>> } | null
}

async function urgencyOf(b: Bench, ...words: string[]): Promise<Explained['urgency']> {
  const [{ id }] = (await b.json<{ id: number }[]>('add', 'task', ...words)) as [{ id: number }]
  return (await b.json<Explained>('show', String(id))).urgency
}

const nothing = { priority: 2, due: 0, blocking: 0, blocked: 0, active: 0, tags: 0, age: 0 }

test.each([
  [[], 2, {}],
  [['p:low'], 0, { priority: 0 }],
  [['p:urgent'], 8, { priority: 8 }],
  [['due:2026-11-16'], 14, { due: 12 }],
  [['due:2020-01-01'], 14, { due: 12 }],
  [['due:2026-11-17'], 13.54, { due: 11.54 }],
  [['due:today'], 10.8, { due: 8.8 }],
  [['due:2026-11-23T23:00'], 10.8, { due: 8.8 }],
  [['due:2026-11-30'], 7.6, { due: 5.6 }],
  [['due:2026-12-07'], 4.4, { due: 2.4 }],
  [['due:2030-01-01'], 4.4, { due: 2.4 }],
  [['status:in-progress'], 6, { active: 4 }],
  [['status:blocked'], -3, { blocked: -5 }],
  [['+a'], 2.8, { tags: 0.8 }],
  [['+a', '+b', '+c', '+d'], 4.4, { tags: 2.4 }],
])('a task with %j has urgency %d', async (words, total, terms) => {
  expect(await urgencyOf(bench(), ...words)).toEqual({ total, terms: { ...nothing, ...terms } })
})

test('a task that others wait for gains, one that waits loses, and neither does when the other is finished', async () => {
  const b = bench()
  await b.larry('add', 'first')
  await b.larry('add', 'second', 'depends:1')
  const both = async () => [
    (await b.json<Explained>('show', '1')).urgency?.total,
    (await b.json<Explained>('show', '2')).urgency?.total,
  ]
  expect(await both()).toEqual([10, -3])
  await b.larry('done', '1')
  expect(await both()).toEqual([undefined, 2])
  expect(await b.json('show', '1')).toMatchObject({ urgency: null })
})

test('age adds up to 2 over a year', async () => {
  const b = bench()
  await b.larry('add', 'old')
  const at = async (now: string) =>
    (JSON.parse((await b.with({ now })('show', '1', '--json')).stdout) as Explained).urgency?.terms['age']
  expect(await at('2027-05-24T21:00:00.000Z')).toBe(1)
  expect(await at('2027-11-23T09:00:00.000Z')).toBe(2)
  expect(await at('2036-11-23T09:00:00.000Z')).toBe(2)
  expect(await at('2026-11-22T09:00:00.000Z')).toBe(0)
})

test('the days of a due date are those of the calendar of the user', async () => {
  const b = bench()
  await b.larry('add', 'soon', 'due:2026-11-24')
  const due = async (tz: string) => {
    const { stdout } = await b.with({ now: '2026-11-23T20:00:00.000Z' })('show', '1', '--json', '--tz', tz)
    return (JSON.parse(stdout) as Explained).urgency?.terms['due']
  }
  expect([await due('America/New_York'), await due('Asia/Tokyo')]).toEqual([8.34, 8.8])
})

test('a list sorts and filters by urgency; the finished come last and are in no range', async () => {
  const b = bench()
  for (const words of [['low', 'p:low'], ['mid'], ['late', 'due:2026-11-01'], ['done', 'p:urgent']])
    await b.larry('add', ...words)
  await b.larry('done', '4')
  const ids = async (...words: string[]) => (await b.json<{ id: number }[]>('list', ...words)).map(({ id }) => id)
  expect(await ids('--all', '--sort', '-urgency')).toEqual([3, 2, 1, 4])
  expect(await ids('--sort', 'urgency', '-l', '2')).toEqual([1, 2])
  expect(await ids('urgency:2..')).toEqual([3, 2])
  expect(await ids('urgency>2')).toEqual([3])
  expect(await ids('urgency:..2', '--all')).toEqual([2, 1])
  expect(await ids('urgency:14')).toEqual([3])
})

test('show words the sum by its terms that count', async () => {
  const b = bench()
  await b.larry('add', 'Pay rent', '+home', 'p:high', 'due:tomorrow')
  const { stdout } = await b.larry('show', '1', '--format', 'table')
  expect(stdout).toContain('urgency     13.14 = priority 4 + due 8.34 + tags 0.8\n')
})

test('next lists what can be done now, the most urgent first, with its reasons', async () => {
  const b = bench()
  await b.larry('add', 'Pay rent', 'due:2026-11-20', 'p:high', 'est:20m')
  await b.larry('add', 'Ask for the receipt', 'depends:1', 'p:urgent')
  await b.larry('add', 'Later', 'wait:2026-12-01', 'p:urgent')
  await b.larry('add', 'Parent', 'p:urgent')
  await b.larry('add', 'Part', 'parent:4')
  expect((await b.larry('next', '--format', 'table')).stdout).toBe(
    [
      'id  urgency  due         estimate_minutes  project  title     why',
      '1   22.17    2026-11-20  20m                        Pay rent  overdue since Fri 20 Nov, others wait for it, high',
      '5   2                                               Part      ',
      '',
    ].join('\n'),
  )
  expect((await b.json<unknown[]>('next', '-l', '1')).length).toBe(1)
  expect(await b.json('next', 'p:low')).toEqual([])
})

test('pick names the most urgent that fits, and what it passed over', async () => {
  const b = bench()
  await b.larry('add', 'Write the book', 'p:urgent', 'est:3h')
  await b.larry('add', 'Pay rent', 'p:high', 'est:20m')
  await b.larry('add', 'Water', 'est:5m')
  await b.larry('add', 'Unknown')
  const picked = await b.larry('task', 'pick', '--for', '25m', '--format', 'table')
  expect(picked).toMatchObject({
    code: 0,
    stdout: '2 "Pay rent" · 20m · urgency 4: high\n',
    stderr: '1 "Write the book" is more urgent (8) but takes 3h.\n1 other task would fit too.\n',
  })
  expect(await b.json('task', 'pick', '--for', '25m')).toMatchObject([{ id: 2, urgency: 4, why: 'high' }])
  expect(await b.json('task', 'pick', '--for', '1m')).toEqual([])
  expect(await b.larry('task', 'pick', '--for', '1m', '--exit-code')).toMatchObject({ code: 1, stdout: '' })
  expect(await b.larry('task', 'pick')).toMatchObject({ code: 2, stderr: expect.stringContaining('--for 25m') })
  expect(await b.larry('task', 'pick', '--for', 'soon')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"soon"'),
  })
})
