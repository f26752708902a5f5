import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'

interface Stats {
  readonly days: readonly { readonly on: string; readonly level: number }[]
  readonly [key: string]: unknown
}

/** Read, daily since 1 October 2026: done until 10 November but on 9 October, skipped on the 11th, done until today, twice as much on Fridays. */
async function reader(): Promise<Bench> {
  const b = bench()
  await b.json('habit', 'add', 'Read', '--target', '20', '--unit', 'pages', '--starts', '2026-10-01')
  inFile(b.file, (handle) =>
    handle.exec(`with recursive d ("on") as
        (select '2026-10-01' union all select date("on", '1 day') from d where "on" < '2026-11-23')
      insert into habit_checks (habit_id, "on", amount, skipped, created_at, updated_at)
      select 1, "on", iif("on" = '2026-11-11', null, iif(strftime('%w', "on") = '5', 40, 20)), "on" = '2026-11-11',
        '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z' from d where "on" <> '2026-10-09'`),
  )
  return b
}

test('statistics have streaks, milestones and every day', async () => {
  const b = await reader()
  const { days, ...stats } = await b.json<Stats>('habit', 'stats', 'read')
  expect(stats).toEqual({
    id: 1,
    name: 'Read',
    period: 'day',
    target: 20,
    unit: 'pages',
    current_streak: 44,
    longest_streak: 44,
    milestones: [
      { streak: 7, on: '2026-10-07' },
      { streak: 30, on: '2026-11-08' },
    ],
    from: '2025-11-24',
    to: '2026-11-23',
    total: 1180,
    done_days: 52,
    skipped_days: 1,
    rate: 0.9811,
    best_weekday: 'Friday',
  })
  expect(days).toHaveLength(365)
  expect(days[0]).toEqual({ on: '2025-11-24', amount: 0, skipped: false, level: 0 })
  expect(days.slice(-13, -10)).toEqual([
    { on: '2026-11-11', amount: 0, skipped: true, level: 0 },
    { on: '2026-11-12', amount: 20, skipped: false, level: 4 },
    { on: '2026-11-13', amount: 40, skipped: false, level: 4 },
  ])
})

test('--year and --months choose the days; streaks are those of all', async () => {
  const b = await reader()
  const year = await b.json<Stats>('habit', 'stats', 'read', '--year', '2026')
  expect(year).toMatchObject({ from: '2026-01-01', to: '2026-11-23', done_days: 52, current_streak: 44 })
  expect(year.days).toHaveLength(327)
  expect(await b.json('habit', 'stats', 'read', '--year', '2024')).toMatchObject({
    to: '2024-12-31',
    total: 0,
    rate: null,
    best_weekday: null,
    longest_streak: 44,
  })
  expect(await b.json('habit', 'stats', 'read', '--months', '1')).toMatchObject({
    from: '2026-10-24',
    done_days: 30,
    skipped_days: 1,
    rate: 1,
  })
})

test('a table has the figures and a map of the days the habit was there', async () => {
  const b = await reader()
  const { stdout } = await b.larry('habit', 'stats', 'read', '--format', 'table')
  expect(stdout.split('\n').slice(1)).toEqual([
    'name            Read',
    'period          day',
    'target          20 pages a day',
    'unit            pages',
    'current_streak  44 days',
    'longest_streak  44 days',
    'milestones      7 on 2026-10-07, 30 on 2026-11-08',
    'from            2025-11-24',
    'to              2026-11-23',
    'total           1180 pages',
    'done_days       52',
    'skipped_days    1',
    'rate            98%',
    'best_weekday    Friday',
    '',
    '    Oct Nov',
    'Mon  ████████',
    'Tue  ███████',
    'Wed  █████-█',
    'Thu ████████',
    'Fri █·██████',
    'Sat ████████',
    'Sun ████████',
    '',
    '    ░▒▓█ less to more  · nothing  - skipped',
    '',
  ])
  expect((await b.larry('habit', 'stats', '1', '--format', 'table', '--fields', 'rate,name')).stdout).toBe(
    'rate  98%\nname  Read\n',
  )
})

test('a year of every day fits 80 columns and 24 lines', async () => {
  const b = await reader()
  await b.json('habit', 'edit', 'read', '--starts', '2020-01-01')
  const { stdout } = await b.with({ columns: 80, env: { NO_COLOR: '1' } })('habit', 'stats', 'read', '--year', '2026')
  const lines = stdout.trimEnd().split('\n')
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80)
  expect(lines.at(-10)).toBe('    Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov')
  expect(lines.at(-9)).toMatch(/^Mon {2}·{39}████████$/)
})

test('csv, tsv and ids have a row for each day', async () => {
  const b = await reader()
  const as = async (...flags: string[]) => (await b.larry('habit', 'stats', 'read', '--months', '1', ...flags)).stdout
  expect((await as('--format', 'csv')).split('\r\n').slice(0, 2)).toEqual([
    'on,amount,skipped,level',
    '2026-10-24,20,false,4',
  ])
  expect((await as()).split('\n')[18]).toBe('2026-11-11\t0\ttrue\t0')
  expect((await as('--ids')).split('\n')[0]).toBe('2026-10-24')
  expect((await as('--fields', 'on,level')).split('\n')[0]).toBe('2026-10-24\t4')
  expect(JSON.parse(await as('--format', 'ndjson'))).toMatchObject({ name: 'Read', best_weekday: 'Friday' })
  expect(await as('--format', 'md')).toContain('| best_weekday | Friday |\n')
})

test('a habit without a check has statistics too, one still to begin no map', async () => {
  const b = bench()
  await b.json('habit', 'add', 'Later', '--starts', 'tomorrow')
  expect(await b.json('habit', 'stats', 'later')).toMatchObject({ total: 0, rate: null, milestones: [] })
  expect((await b.larry('habit', 'stats', 'later', '--format', 'table')).stdout).not.toContain('Mon')
})

test.each([
  [['stats'], 2, 'no habit is named'],
  [['stats', 'raed'], 3, 'did you mean Read?'],
  [['stats', 'read', '--year', '2027'], 2, '--year 2027 is still to come'],
  [['stats', 'read', '--year', '2026', '--months', '3'], 2, 'are both given'],
  [['stats', 'read', '--format', 'table', '--fields', 'streak'], 2, 'a statistic of a habit has no field "streak"'],
])('larry habit %j answers %i: %s', async (line, code, message) => {
  const b = await reader()
  const ran = await b.larry('habit', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('today has the habits still to do, with what is missing, and no id a verb could take for a task', async () => {
  const b = bench()
  await b.json('add', 'Pay rent', 'due:today')
  for (const line of [
    ['Run', '--target', '3', '--period', 'week'],
    ['Walk', '--target', '2', '--period', 'week'],
    ['Swim', '--target', '5', '--unit', 'km', '--period', 'month', '--starts', '2026-11-01'],
    ['Water', '--target', '8', '--unit', 'glasses'],
    ['Read'],
    ['Floss'],
    ['Sleep'],
    ['Later', '--starts', 'tomorrow'],
    ['Gone'],
    ['Ended', '--starts', '2026-11-01', '--ends', '2026-11-22'],
  ])
    await b.json('habit', 'add', ...line)
  await b.json('habit', 'edit', 'gone', '--archive')
  await b.json('habit', 'done', 'run', 'floss', 'water')
  await b.json('habit', 'done', 'swim', '--on', '2026-11-02', '--amount', '3')
  await b.json('habit', 'skip', 'sleep')
  const { stdout, stderr } = await b.larry('today', '--format', 'table')
  expect([stdout, stderr]).toEqual([
    [
      'id  priority  project  title     why',
      '',
      'due today (1)',
      '1   medium             Pay rent  due today (Mon 23 Nov)',
      '',
      'habits (4)',
      '                       Read      once a day',
      '                       Swim      3 of 5 km this month',
      '                       Walk      2 times a week',
      '                       Water     1 of 8 glasses',
      '',
    ].join('\n'),
    '',
  ])
  const rows = await b.json<Record<string, unknown>[]>('today')
  expect(rows.map((row) => [row['id'], row['habit_id'], row['section'], row['section_total']])).toEqual([
    [1, null, 'due today', 1],
    [null, 5, 'habits', 4],
    [null, 3, 'habits', 4],
    [null, 2, 'habits', 4],
    [null, 4, 'habits', 4],
  ])
  expect(Object.keys(rows[1]!)).toEqual(Object.keys(rows[0]!))
  expect((await b.larry('today', '--ids')).stdout).toBe('1\n')
  const lines = (await b.larry('today')).stdout
  await b.with({ stdin: lines })('done', '-')
  expect((await b.tasks()).map(({ status }) => status)).toEqual(['done'])
  const tomorrow = await b.with({ now: '2026-11-24T09:00:00.000Z' })('today', '--fields', 'title,why')
  expect(tomorrow.stdout).toContain('Run\t1 of 3 this week\n')
  await b.json('habit', 'done', 'walk', 'read')
  await b.json('habit', 'done', 'swim', 'water', '--amount', '7')
  expect((await b.larry('today', '--format', 'table')).stderr).toBe('No tasks.\n')
})

test('many habits leave the screen of today its room', async () => {
  const b = bench()
  for (let i = 0; i < 30; i++) await b.json('habit', 'add', `Habit ${i}`)
  await b.with({ stdin: Array.from({ length: 40 }, (_, i) => `late ${i} due:2026-10-10`).join('\n') })('add', '-')
  const { stdout } = await b.larry('today', '--format', 'table')
  expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(22)
  expect(stdout).toMatch(/\nhabits \(\d of 30\)\n/)
  expect((await b.larry('today', '--all', '--fields', 'section')).stdout.match(/habits/g)).toHaveLength(30)
})
