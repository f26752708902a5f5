import { expect, test } from 'vitest'
import { inFile, insertInto } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'
import { addClients, type EntryJson, worked } from './time-seed.ts'

/** Stores entries as [task, beginning, seconds, billable]. */
function enter({ file }: Bench, ...entries: readonly (readonly [number, string, number, number?])[]): void {
  inFile(file, (handle) => {
    for (const [task_id, started_at, seconds, billable = 1] of entries) {
      const ended_at = new Date(Date.parse(started_at) + seconds * 1000).toISOString()
      handle.exec(insertInto('time_entries', { task_id, started_at, ended_at, billable }))
    }
  })
}

test('a report sums this month for each client and project, and totals all hours and each currency beneath', async () => {
  const b = await worked()
  await b.json('time', 'log', '3', '20m', '--at', 'yesterday 10:00')
  const ran = await b.larry('time', 'report', '--format', 'table')
  expect(ran).toEqual({
    code: 0,
    stdout: `client          project  entries  hours  billable_hours  amount  currency
Acme            work     2        1:15   1:15            106.88  EUR
Bolt                     1        0:30   0:00            0.00    USD
                         1        0:20   0:20                    ${''}
total                    4        2:05   1:35                    ${''}
in EUR                   2        1:15   1:15            106.88  EUR
in USD                   1        0:30   0:00            0.00    USD
without a rate           1        0:20   0:20                    ${''}
`,
    stderr: 'Work begun 2026-11-01 to 2026-11-30\n',
  })
})

test('in JSON and CSV a report is its rows alone, in Markdown the total stands beneath', async () => {
  const b = await worked()
  expect(await b.json('time', 'report', '--client', 'acme', '--by', 'task,day')).toEqual([
    {
      task_id: 1,
      title: 'Build site',
      day: '2026-11-23',
      entries: 2,
      seconds: 4500,
      billable_seconds: 4500,
      hours: 1.25,
      billable_hours: 1.25,
      amount_cents: 10_688,
      amount: '106.88',
      currency: 'EUR',
    },
  ])
  const csv = await b.larry('time', 'report', '--by', 'client', '--format', 'csv')
  expect(csv.stdout).toBe(
    'client,entries,hours,billable_hours,amount,currency\r\nAcme,2,1.25,1.25,106.88,EUR\r\nBolt,1,0.5,0,0.00,USD\r\n',
  )
  const md = await b.larry('time', 'report', '--by', 'client', '--format', 'md')
  expect(md.stdout).toBe(`| client | entries | hours | billable_hours | amount | currency |
| --- | --- | --- | --- | --- | --- |
| Acme | 2 | 1:15 | 1:15 | 106.88 | EUR |
| Bolt | 1 | 0:30 | 0:00 | 0.00 | USD |
| total | 3 | 1:45 | 1:15 |  |  |
| in EUR | 2 | 1:15 | 1:15 | 106.88 | EUR |
| in USD | 1 | 0:30 | 0:00 | 0.00 | USD |
`)
  expect((await b.larry('time', 'report', '--by', 'client', '--ids')).stdout).toBe('Acme\nBolt\n')
  expect((await b.larry('time', 'report', '--by', 'client', '--format', 'ndjson')).stdout.split('\n')).toHaveLength(3)
})

test('a report of nothing is empty in every format, exit 0', async () => {
  const b = bench()
  expect(await b.larry('time', 'report', '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  expect(await b.larry('time', 'report', '--format', 'table')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'No time entries.\nWork begun 2026-11-01 to 2026-11-30\n',
  })
})

test('each amount is rounded once, so that the total is right to the cent though its rows show less', async () => {
  const b = bench()
  addClients(b)
  await seed(b, 'One client:acme', 'Two client:acme', 'Three client:acme')
  // 7 s at 85.50 an hour are 16.625 cents, and 21 s 49.875.
  enter(b, [1, '2026-11-02T08:00:00.000Z', 7], [2, '2026-11-02T09:00:00.000Z', 7], [3, '2026-11-02T10:00:00.000Z', 7])
  const { stdout } = await b.larry('time', 'report', '--by', 'task', '--format', 'table', '--fields', 'task_id,amount')
  expect(stdout).toBe('task_id  amount\n1        0.17\n2        0.17\n3        0.17\ntotal    0.50\n')
  expect(await b.json('time', 'report', '--by', 'client')).toMatchObject([{ amount_cents: 50 }])
})

test('--round takes each entry up to the next whole stretch, and a whole one stays', async () => {
  const b = bench()
  addClients(b)
  await seed(b, 'One client:acme')
  enter(
    b,
    [1, '2026-11-02T08:00:00.000Z', 1],
    [1, '2026-11-02T09:00:00.000Z', 900],
    [1, '2026-11-02T10:00:00.000Z', 901],
    [1, '2026-11-02T11:00:00.000Z', 0],
    [1, '2026-11-02T12:00:00.000Z', 60, 0],
  )
  const ran = await b.larry(
    'time',
    'report',
    '--round',
    '15m',
    '--format',
    'table',
    '--fields',
    'seconds,billable_seconds,amount',
  )
  expect(ran.stdout).toBe('seconds  billable_seconds  amount\n4500     3600              85.50\n')
  expect(ran.stderr).toContain('Work begun 2026-11-01 to 2026-11-30, each rounded up to 15m\n')
  expect(await b.json('time', 'report')).toMatchObject([{ entries: 5, seconds: 1862, amount_cents: 4280 }])
})

test.each<[string, string, [string, number][]]>([
  [
    'when it begins',
    '2026-10-24T22:00:00.000Z',
    [
      ['2026-10-24', 2],
      ['2026-10-25', 2],
    ],
  ],
  [
    'when it ends',
    '2026-10-25T23:00:00.000Z',
    [
      ['2026-10-24', 1],
      ['2026-10-25', 2],
      ['2026-10-26', 1],
    ],
  ],
])('in Vienna work counts whole on the day it began, on the day of 25 hours too, %s', async (_, next, days) => {
  const b = bench()
  await seed(b, 'One')
  const before = new Date(Date.parse(next) - 1).toISOString()
  // From the last millisecond of a day across its midnight; and from the first of the next.
  enter(b, [1, before, 7200], [1, next, 60], [1, '2026-10-24T21:00:00.000Z', 60], [1, '2026-10-25T22:59:59.999Z', 60])
  const rows = await b.json<{ day: string; entries: number }[]>(
    'time',
    'report',
    '--by',
    'day',
    '--from=2026-10-23',
    '--to=2026-10-27',
    '--tz=Europe/Vienna',
  )
  expect(rows.map(({ day, entries }) => [day, entries])).toEqual(days)
})

test('days, weeks and months can stand together, and the words of a filter choose among tasks', async () => {
  const b = bench()
  await seed(b, 'One +a', 'Two')
  enter(
    b,
    [1, '2026-10-31T08:00:00.000Z', 60],
    [1, '2026-11-01T08:00:00.000Z', 60],
    [2, '2026-11-02T08:00:00.000Z', 60],
  )
  const rows = await b.json<Record<string, unknown>[]>(
    'time',
    'report',
    '--by',
    'month,week,day',
    '--from=2026-10-01',
    '+a',
  )
  expect(rows.map(({ month, week, day }) => [month, week, day])).toEqual([
    ['2026-10', '2026-10-26', '2026-10-31'],
    ['2026-11', '2026-10-26', '2026-11-01'],
  ])
  expect(await b.json('time', 'report', '--by', 'week', '--from', '2026-10-01')).toMatchObject([
    { week: '2026-10-26', entries: 2 },
    { week: '2026-11-02', entries: 1 },
  ])
})

test("a task's own client goes before its project's, and work for one without a rate has no amount", async () => {
  const b = bench()
  addClients(b)
  await seed(b, 'Own project:work client:bolt', 'By project project:work', 'Free client:cera')
  enter(
    b,
    [1, '2026-11-02T08:00:00.000Z', 3600],
    [2, '2026-11-02T09:00:00.000Z', 3600],
    [3, '2026-11-02T10:00:00.000Z', 3600],
  )
  expect(await b.json('time', 'report', '--by', 'client')).toMatchObject([
    { client: 'Acme', amount_cents: 8550, currency: 'EUR' },
    { client: 'Bolt', amount_cents: 10_000, currency: 'USD' },
    { client: 'Cera', amount_cents: null, currency: null },
  ])
  expect(await b.json('time', 'report', '--by', 'project')).toMatchObject([
    { project: 'work', currency: 'EUR', amount: '85.50' },
    { project: 'work', currency: 'USD', amount: '100.00' },
    { project: null, currency: null, amount: null },
  ])
})

test('the amounts can be had from time list alone', async () => {
  const b = bench()
  addClients(b)
  await seed(b, 'One client:acme', 'Two client:bolt', 'Three project:work')
  const second = (i: number) => new Date(Date.parse('2026-11-02T00:00:00.000Z') + i * 7_000_000).toISOString()
  enter(
    b,
    ...Array.from({ length: 200 }, (_, i) => [(i % 3) + 1, second(i), (i * 7919) % 6999, i % 5 === 0 ? 0 : 1] as const),
  )
  const exact = new Map<string, bigint>()
  for (const { seconds, rate_cents, currency, billable } of await b.json<EntryJson[]>('time', 'list'))
    if (billable === true)
      exact.set(String(currency), (exact.get(String(currency)) ?? 0n) + BigInt(seconds) * BigInt(rate_cents!))
  const rows = await b.json<{ currency: string; amount_cents: number }[]>('time', 'report', '--by', 'month')
  expect(rows.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
  for (const { currency, amount_cents } of rows)
    expect(BigInt(amount_cents)).toBe((exact.get(currency)! + 1800n) / 3600n)
})

test('a running timer counts until now', async () => {
  const b = await worked()
  expect(await b.json('time', 'report', 'is:running', '--by', 'task')).toMatchObject([{ entries: 2, seconds: 4500 }])
})
