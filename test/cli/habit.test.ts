import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'

/** Every habit and check as stored, and how many actions there are. */
const stored = (b: Bench) =>
  inFile(b.file, (handle) => ({
    habits: handle.prepare('select * from habits order by id').all(),
    checks: handle.prepare('select * from habit_checks').all(),
    actions: handle.prepare('select count(*) from actions').pluck().get(),
  }))

const rowsOf = (b: Bench) => {
  const { habits, checks } = stored(b)
  return { habits, checks }
}

/** Run three times a week, done on the last two Sundays; Water eight glasses a day; Read a book, which ends on Friday. */
async function three(): Promise<Bench> {
  const b = bench()
  await b.json('habit', 'add', 'Run', '--target', '3', '--period', 'week')
  await b.json('habit', 'add', 'Water', '--target', '8', '--unit', 'glasses')
  await b.json('habit', 'add', 'Read a book', '--ends', 'fri')
  for (const day of ['2026-11-15', '2026-11-22']) await b.json('habit', 'done', 'run', '--on', day)
  return b
}

const said = async (b: Bench, ...line: string[]) => (await b.larry('habit', ...line, '--format', 'table')).stdout

test.each([
  [['add', 'Floss'], 'Added habit 4 "Floss" · once a day\n'],
  [['add', 'Long', 'walk', '--target', '2', '--period', 'w'], 'Added habit 4 "Long walk" · 2 times a week\n'],
  [
    [
      'add',
      'Swim',
      '--target',
      '2.5',
      '--unit',
      'km',
      '--period',
      'month',
      '--starts',
      'tomorrow',
      '--ends',
      '2027-01-01',
    ],
    'Added habit 4 "Swim" · 2.5 km a month · from tomorrow (Tue 24 Nov) · until Fri 1 Jan 2027\n',
  ],
  [['add', 'Old', '--starts', '2026-11-01'], 'Added habit 4 "Old" · once a day · since Sun 1 Nov\n'],
  [['edit', 'run', '--target', '4'], 'Changed habit 1 "Run" · 4 times a week · since Sun 15 Nov\n'],
  [['edit', 'WATER', '--name', 'water', '--unit', 'none'], 'Changed habit 2 "water" · 8 times a day\n'],
  [['edit', '1', 'wat', '--archive'], 'Changed 2 habits\n'],
  [['edit', 'read', '--ends', 'none'], 'Changed habit 3 "Read a book" · once a day\n'],
  [['edit', 'run', '--target', '3', '--unarchive'], 'Nothing changed: it was so already\n'],
  [['remove', 'run', '-y'], 'Removed Run · 2 checks went with it\n'],
  [['rm', 'read', 'water', 'Read a book', '-y'], 'Removed Read a book, Water\n'],
])('larry habit %j says so, and undo and redo bring back every row', async (line, sentence) => {
  const b = await three()
  const before = rowsOf(b)
  const [dry, actions] = [await said(b, ...line, '--dry-run'), stored(b).actions]
  expect(rowsOf(b)).toEqual(before)
  expect(await said(b, ...line)).toBe(sentence)
  expect(dry).toBe(sentence)
  const after = stored(b)
  const isChange = after.actions !== actions
  expect(isChange).toBe(sentence !== 'Nothing changed: it was so already\n')
  for (const [verb, rows] of [
    ['undo', before],
    ['redo', after],
  ] as const) {
    if (isChange) await b.json(verb)
    expect(rowsOf(b)).toEqual({ habits: rows.habits, checks: rows.checks })
  }
})

const water = {
  id: 2,
  uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
  name: 'Water',
  status: 'active',
  period: 'day',
  target: 8,
  unit: 'glasses',
  starts_on: '2026-11-23',
  ends_on: null,
  archived_at: null,
  done_this_period: 0,
  current_streak: 0,
  longest_streak: 0,
  rate: null,
  last_on: null,
  created_at: '2026-11-23T09:00:00.000Z',
  updated_at: '2026-11-23T09:00:00.000Z',
}

test('a list has the habits by name in every format', async () => {
  const b = await three()
  const listed = await b.json<Record<string, unknown>[]>('habit', 'list')
  expect(listed.map(({ name }) => name)).toEqual(['Read a book', 'Run', 'Water'])
  expect(listed[2]).toEqual(water)
  expect(Object.keys(listed[2]!)).toEqual(Object.keys(water))
  expect(listed[1]).toMatchObject({ done_this_period: 0, last_on: '2026-11-22', starts_on: '2026-11-15', rate: 0 })
  const as = async (...flags: string[]) => (await b.larry('habit', 'ls', ...flags)).stdout
  expect(await as('--format', 'table')).toBe(
    [
      'id  period  target     done_this_period  current_streak  rate  name',
      '3   day     1          0                 0                     Read a book',
      '1   week    3          0                 0               0%    Run',
      '2   day     8 glasses  0                 0                     Water',
      '',
    ].join('\n'),
  )
  expect(await as()).toBe('3\tday\t1\t0\t0\t\tRead a book\n1\tweek\t3\t0\t0\t0\tRun\n2\tday\t8\t0\t0\t\tWater\n')
  expect(await as('--format', 'csv', '--fields', 'name,unit,ends_on')).toBe(
    'name,unit,ends_on\r\nRead a book,,2026-11-27\r\nRun,,\r\nWater,glasses,\r\n',
  )
  expect(await as('--ids')).toBe('3\n1\n2\n')
  expect(await as('--format', 'md')).toContain('| 2 | day | 8 glasses | 0 | 0 |  | Water |\n')
  expect((await as('--format', 'ndjson')).split('\n')).toHaveLength(4)
  expect((await b.larry('habit', 'add', 'Floss', '-q')).stdout).toBe('4\n')
})

test('what ended or was archived is listed only when told, and has its status', async () => {
  const b = await three()
  await b.larry('habit', 'add', 'Later', '--starts', '2026-12-24')
  await b.larry('habit', 'edit', 'water', '--archive')
  const later = b.with({ now: '2026-11-28T09:00:00.000Z' })
  const statuses = async (...flags: string[]) =>
    (await later('habit', 'list', '--fields', 'name,status', ...flags)).stdout
  expect(await statuses()).toBe('Later\tplanned\nRun\tactive\n')
  expect(await statuses('--all')).toBe('Later\tplanned\nRead a book\tended\nRun\tactive\nWater\tarchived\n')
  const archived = rowsOf(b)
  expect((await later('habit', 'edit', 'water', '--archive', '--format', 'table')).stdout).toBe(
    'Nothing changed: it was so already\n',
  )
  expect(rowsOf(b)).toEqual(archived)
  expect((await later('habit', 'edit', 'water', '--unarchive', '--json')).stdout).toContain('"archived_at": null')
})

test('without habits a list says so', async () => {
  const b = bench()
  expect(await b.larry('habit', 'list')).toEqual({ code: 0, stdout: '', stderr: 'No habits.\n' })
  expect(await b.json('habit', 'list')).toEqual([])
})

test('show has one habit with its last checks, newest first', async () => {
  const b = await three()
  await b.larry('habit', 'done', 'water', '--amount', '2.5', '--note', 'a\nbottle', '--on', 'yesterday')
  await b.larry('habit', 'skip', 'water')
  expect(await b.json('habit', 'show', 'wat')).toEqual({
    ...water,
    starts_on: '2026-11-22',
    last_on: '2026-11-22',
    rate: 0,
    last_checks: [
      { on: '2026-11-23', amount: null, note: null, skipped: true },
      { on: '2026-11-22', amount: 2.5, note: 'a\nbottle', skipped: false },
    ],
  })
  expect(await said(b, 'show', 'wat')).toContain(
    'last_checks       2026-11-23  skipped\n                  2026-11-22  2.5 glasses · a\n                  bottle\n',
  )
  expect(await said(b, 'show', 'Read', 'a', 'book')).toContain('ends_on           2026-11-27\n')
  expect(await said(b, 'show', '1', '--fields', 'last_checks')).toContain('2026-11-15  done\n')
})

test('removing asks, and says how many checks go', async () => {
  const b = await three()
  const before = stored(b)
  expect(await b.larry('habit', 'remove', 'run')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Remove Run? 2 checks go with it.'),
  })
  expect(await b.with({ answers: ['n'] })('habit', 'remove', 'run', 'water')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Remove Run, Water? 2 checks go with them.'),
  })
  expect(stored(b)).toEqual(before)
  expect(await b.json('habit', 'rm', 'run', '-y')).toMatchObject([{ id: 1, name: 'Run', last_on: '2026-11-22' }])
  expect(rowsOf(b).checks).toEqual([])
})

test.each([
  [['add'], 2, 'a habit needs a name'],
  [['add', ' '], 2, '" " cannot name a habit'],
  [['add', 'a\tb'], 2, 'cannot name a habit'],
  [['add', 'a\0'], 2, 'the name holds a NUL character'],
  [['add', 'x'.repeat(201)], 2, 'cannot name a habit'],
  [['add', 'RUN'], 4, 'habit "Run" exists already\n  hint: larry habit show 1'],
  [['add', 'x', '--period', 'year'], 2, 'unknown period "year"'],
  [['add', 'x', '--period', 'wek'], 2, 'did you mean week?'],
  [['add', 'x', '--target', '0'], 2, '--target "0" is not an amount from 0.001 to 1000000'],
  [['add', 'x', '--target', '-3'], 2, '--target "-3" is not an amount'],
  [['add', 'x', '--target', '3', '--target', '4'], 2, 'are both given'],
  [['add', 'x', '--unit', ''], 2, '"" cannot be a unit'],
  [['add', 'x', '--unit', 'k\x1bm'], 2, 'cannot be a unit'],
  [['add', 'x', '--starts', '9:00'], 2, '"9:00" is a time'],
  [['add', 'x', '--starts', 'none'], 2, 'cannot read "none" as a date'],
  [['add', 'x', '--ends', 'yesterday'], 2, '"x" starts on 2026-11-23 and cannot end on 2026-11-22'],
  [['edit', 'run'], 2, 'nothing to change'],
  [['edit', '--target', '3'], 2, 'no habit is named'],
  [['edit', 'run', 'water', '--name', 'x'], 2, '"x" cannot be the name of 2 habits'],
  [['edit', 'run', '--name', 'water'], 4, 'habit "Water" exists already'],
  [['edit', 'run', '--archive', '--unarchive'], 2, '--archive and --unarchive are both given'],
  [['edit', 'run', '--starts', 'sat'], 4, '"Run" has a check on 2026-11-15, before 2026-11-28'],
  [['edit', 'water', 'run', '--ends', 'today', '--starts', '2026-11-16'], 4, 'larry habit undo 1 --on 2026-11-15'],
  [['edit', 'run', '--ends', '2026-11-20'], 4, '"Run" has a check on 2026-11-22, after 2026-11-20'],
  [['edit', 'run', '--ends', '2026-11-01'], 2, 'cannot end on 2026-11-01'],
  [['show'], 2, 'no habit is named'],
  [['show', 'rnu'], 3, 'habit "rnu" does not exist\n  hint: did you mean Run?'],
  [['show', '99'], 3, 'habit "99" does not exist'],
  [['show', 'zzz'], 3, 'hint: larry habit list --all'],
  [['remove', 'run', 'nothing', '-y'], 3, 'habit "nothing" does not exist'],
  [['remove', 'Read', 'a', 'book', '-y'], 3, 'quote a name of several words: "Read a book"'],
  [['list', '--fields', 'streak'], 2, 'a habit has no field "streak"'],
])('larry habit %j answers %i: %s, and changes nothing', async (line, code, message) => {
  const b = await three()
  const before = stored(b)
  const ran = await b.larry('habit', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(stored(b)).toEqual(before)
})

test('a beginning that several names share is a conflict, and an archived name is told as such', async () => {
  const b = await three()
  await b.larry('habit', 'add', 'Run far')
  await b.larry('habit', 'edit', 'water', '--archive')
  expect(await b.larry('habit', 'show', 'ru')).toMatchObject({
    code: 4,
    stderr: 'larry: several habits begin with "ru"\n  hint: Run, Run far\n',
  })
  expect(await b.larry('habit', 'add', 'water')).toMatchObject({
    code: 4,
    stderr: 'larry: habit "Water" exists already, archived\n  hint: larry habit edit 2 --unarchive\n',
  })
})

test.each([
  [['add', '5'], 'it is an id'],
  [['add', 'Stretch', 'every:day'], '"every:day" is no part of a habit\'s name'],
  [['done', 'Run', '--on', 'last week'], '"last week" is a week, not a day'],
])('larry habit %j is refused', async (line, message) => {
  const b = bench()
  await b.larry('habit', 'add', 'Run')
  const ran = await b.larry('habit', ...line)
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
})
