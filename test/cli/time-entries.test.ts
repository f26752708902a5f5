import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { tailOf } from '../support/uid.ts'
import { seed } from './seed.ts'
import { type EntryJson, stored, worked } from './time-seed.ts'

const idsOf = async (b: Bench, ...words: string[]) =>
  (await b.json<EntryJson[]>('time', 'list', ...words)).map(({ id }) => id)

test('a list comes last begun first, the same rows in every format', async () => {
  const b = await worked()
  expect((await b.larry('time', 'list', '--format', 'table')).stdout).toBe(
    `id  started_at        ended_at  hours  billable  client  project  task_id  title       note
3   2026-11-23 08:45            0:15             Acme    work     1        Build site${'  '}
2   2026-11-23 08:00  08:30     0:30   no        Bolt             2        Call Bob    about the site
1   2026-11-23 07:00  08:00     1:00             Acme    work     1        Build site${'  '}
`,
  )
  expect(
    (await b.larry('time', 'ls', '--format', 'csv', '--fields', 'id,ended_at,seconds,billable,rate_cents')).stdout,
  ).toBe(
    'id,ended_at,seconds,billable,rate_cents\r\n3,,900,true,8550\r\n2,2026-11-23T08:30:00.000Z,1800,false,10000\r\n1,2026-11-23T08:00:00.000Z,3600,true,8550\r\n',
  )
  expect((await b.larry('time', 'list', '--ids')).stdout).toBe('3\n2\n1\n')
  const lines = (await b.larry('time', 'list', '--format', 'ndjson')).stdout.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await b.json('time', 'list'))
  expect((await b.larry('time', 'list', '--format', 'md')).stdout.split('\n')).toHaveLength(6)
})

test.each<[string[], number[]]>([
  [['-l', '1'], [3]],
  [['-l', '1', '--offset', '1'], [2]],
  [['--offset', '9'], []],
  [['+phone'], [2]],
  [['site'], [3, 1]],
  [['is:running'], [3, 1]],
  [
    ['--client', 'acme'],
    [3, 1],
  ],
  [['--client', 'none'], []],
  [
    ['--project', 'work'],
    [3, 1],
  ],
  [['--project', 'none'], [2]],
  [
    ['--task', '1,2'],
    [3, 2, 1],
  ],
  [['--task', '1', '--no-billable'], []],
  [['--no-billable'], [2]],
  [['--billable', '--to', '8:00'], [1]],
  [
    ['--from', '8:00'],
    [3, 2],
  ],
  [['--from', '8:00', '--to', '8:44'], [2]],
  [['--to', 'yesterday'], []],
  [
    ['--from', 'today', '--to', 'today'],
    [3, 2, 1],
  ],
])('time list %j finds %j', async (words, ids) => {
  expect(await idsOf(await worked(), ...words)).toEqual(ids)
})

test('an empty list says so on stderr, exit 0', async () => {
  expect(await bench().larry('time', 'list', '--format', 'table')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'No time entries.\n',
  })
})

test('another zone reads and shows its own times', async () => {
  const b = bench()
  await seed(b, 'One')
  const ran = await b.larry('time', 'log', '1', '--from', '9:00', '--to', '10:00', '--tz', 'Europe/Vienna')
  expect(ran.code).toBe(0)
  expect(await b.json('time', 'list')).toMatchObject([{ started_at: '2026-11-23T08:00:00.000Z' }])
  const table = await b.larry(
    'time',
    'list',
    '--tz',
    'Asia/Tokyo',
    '--format',
    'table',
    '--fields',
    'started_at,ended_at',
  )
  expect(table.stdout).toBe('started_at        ended_at\n2026-11-23 17:00  18:00\n')
})

test('edit takes a time alone for one of the day the entry began', async () => {
  const b = bench()
  await seed(b, 'One')
  await b.json('time', 'log', '1', '1h', '--at', 'yesterday 22:00')
  expect(await b.json('time', 'edit', '1', '--from', '21:30', '--to', '23:30')).toMatchObject([
    { started_at: '2026-11-22T21:30:00.000Z', ended_at: '2026-11-22T23:30:00.000Z', seconds: 7200 },
  ])
  expect(await b.json('time', 'edit', '1', '--to', 'today 1:00')).toMatchObject([{ seconds: 12_600 }])
  expect(await b.json('time', 'split', '1', '0:30')).toMatchObject([{ seconds: 10_800 }, { seconds: 1800 }])
})

test('what JSON shows of an entry is taken back to the millisecond', async () => {
  const b = bench()
  await seed(b, 'One')
  await b.with({ now: '2026-11-23T08:00:00.123Z' })('time', 'start', '1')
  await b.with({ now: '2026-11-23T08:30:00.456Z' })('time', 'stop')
  const [entry] = await b.json<EntryJson[]>('time', 'list')
  expect(entry).toMatchObject({
    started_at: '2026-11-23T08:00:00.123Z',
    ended_at: '2026-11-23T08:30:00.456Z',
    seconds: 1800,
  })
  expect(await b.json('time', 'edit', '1', '--from', entry!.started_at, '--to', entry!.ended_at!)).toEqual([])
})

test('entries that touch do not overlap, an empty one overlaps nothing, and --allow-overlap keeps both', async () => {
  const b = bench()
  await seed(b, 'One')
  await b.json('time', 'log', '1', '--from', '7:00', '--to', '8:00')
  await b.json('time', 'log', '1', '--from', '8:00', '--to', '8:30')
  await b.json('time', 'log', '1', '--from', '6:00', '--to', '7:00')
  await b.json('time', 'log', '1', '--from', '7:30', '--to', '7:30')
  expect(await b.larry('time', 'log', '1', '--from', '5:00', '--to', '8:59')).toMatchObject({ code: 4 })
  expect(await b.json('time', 'log', '1', '--from', '5:00', '--to', '8:59', '--allow-overlap')).toHaveLength(1)
  expect(await b.larry('time', 'log', '1', '--from', '8:40', '--to', '8:50')).toMatchObject({ code: 4 })
})

test('an entry that began long before is found to overlap, though later ones have ended', async () => {
  const b = bench()
  await seed(b, 'Long', 'Short')
  await b.json('time', 'log', '1', '--from', '2025-01-01 8:00', '--to', '2026-11-23 8:00')
  await b.json('time', 'log', '2', '1h', '--at', '2026-11-20 8:00', '--allow-overlap')
  const ran = await b.larry('time', 'log', '2', '1h', '--at', '2026-11-21 8:00')
  expect(ran).toMatchObject({ code: 4 })
  expect(ran.stderr).toContain('overlaps entry 1 on 1 "Long", 2025-01-01 08:00 to 2026-11-23 08:00')
})

test('entries are named by ids, runs of them, the end of a uid, and by a pipe', async () => {
  const b = await worked()
  const [last] = await b.json<{ uid: string }[]>('time', 'list')
  expect(await b.json('time', 'edit', tailOf(last!.uid), '--note', 'by uid')).toMatchObject([{ id: 3 }])
  expect(await b.larry('time', 'edit', 'ffffffff', '--note', 'x')).toMatchObject({ code: 3 })
  const piped = b.with({ stdin: '3\t2026\n1\n' })
  expect(await piped('time', 'rm', '-', '--yes', '--ids')).toMatchObject({ code: 0, stdout: '1\n3\n' })
  expect(await b.with({ stdin: '' })('time', 'edit', '-', '--note', 'n', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'No time entries, nothing changed\n',
  })
  expect(await b.with({ stdin: '' })('time', 'rm', '-', '--yes', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'No time entries, nothing removed\n',
  })
})

test('removing asks on a terminal, naming what goes, and no changes nothing', async () => {
  const b = await worked()
  const before = stored(b)
  const ran = await b.with({ answers: ['n'] })('time', 'rm', '1', '3')
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Remove 2 time entries · 1h15m\? \[y\/N\] /) })
  expect(stored(b)).toEqual(before)
  expect(await b.with({ answers: ['y'] })('time', 'rm', '1', '3')).toMatchObject({ code: 0 })
})

test('a note is kept as typed and shown safely', async () => {
  const b = bench()
  await seed(b, 'One')
  const note = 'a\tb\u001b[31m "c" \u202ed'
  expect(await b.json('time', 'log', '1', '5m', '--note', note)).toMatchObject([{ note }])
  expect((await b.larry('time', 'list', '--format', 'table')).stdout).not.toContain('\u001b')
})

test('ten thousand entries are listed, changed and removed in a few statements, and undone', async () => {
  const b = bench()
  await seed(b, 'One')
  inFile(b.file, (handle) =>
    handle.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < 10000)
      insert into time_entries (uid, created_at, updated_at, task_id, started_at, ended_at)
      select printf('%036d', i), '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z', 1,
        strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || (i * 40) || ' minutes'),
        strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || (i * 40 + 30) || ' minutes') from n`),
  )
  const before = stored(b)
  const statements = async (...line: string[]) => {
    const { stderr, code } = await b.larry('time', ...line, '--ids', '--profile')
    expect(code).toBe(0)
    return Number(/(\d+) statements/.exec(stderr)?.[1])
  }
  expect((await b.larry('time', 'list', '--ids')).stdout.split('\n')).toHaveLength(10_001)
  expect(await statements('list')).toBeLessThan(20)
  expect(await statements('edit', '1-10000', '--no-billable')).toBeLessThan(40)
  expect(await statements('rm', '1-10000', '--yes')).toBeLessThan(40)
  expect(await idsOf(b)).toEqual([])
  await b.json('undo', '2')
  expect(stored(b).entries).toEqual(before.entries)
})
