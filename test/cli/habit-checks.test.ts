import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'

const checks = (b: Bench) =>
  inFile(b.file, (handle) =>
    handle.prepare('select habit_id, "on", amount, note, skipped from habit_checks').raw().all(),
  )

/** Run three times a week, Water eight glasses a day, Read once a day. */
async function three(): Promise<Bench> {
  const b = bench()
  await b.json('habit', 'add', 'Run', '--target', '3', '--period', 'week')
  await b.json('habit', 'add', 'Water', '--target', '8', '--unit', 'glasses')
  await b.json('habit', 'add', 'Read')
  return b
}

const said = async (b: Bench, ...line: string[]) => (await b.larry('habit', ...line, '--format', 'table')).stdout

test('done says how the period and the streak stand', async () => {
  const b = await three()
  expect(await said(b, 'done', 'Read')).toBe('Read: done today · streak 1 day\n')
  expect(await said(b, 'done', 'run', '--on', 'fri')).toBe(
    'Run: done Fri 20 Nov · 1 of 3 that week · now starts 2026-11-20\n',
  )
  expect(await said(b, 'done', 'run', '--on', 'sat')).toBe('Run: done Sat 21 Nov · 2 of 3 that week\n')
  expect(await said(b, 'done', 'run', '--on', 'sun')).toBe(
    'Run: done yesterday (Sun 22 Nov) · 3 of 3 that week · streak 1 week\n',
  )
  expect(await said(b, 'done', 'Run', 'read')).toBe(
    'Run: done today · 1 of 3 this week · streak 1 week\nRead was done already today · streak 1 day\n',
  )
})

test('done twice says so and changes nothing; an amount is added, a note replaced', async () => {
  const b = await three()
  await said(b, 'done', 'water')
  const before = checks(b)
  expect(await said(b, 'done', 'water')).toBe(
    'Water was checked already today · 1 of 8 glasses · --amount adds to it\n',
  )
  expect(await b.json('habit', 'done', 'water')).toEqual([])
  expect(checks(b)).toEqual(before)
  expect(await said(b, 'done', 'water', '--amount', '2.5')).toBe(
    'Water: 2.5 glasses more today, 3.5 glasses in all · 3.5 of 8 glasses\n',
  )
  expect(await said(b, 'done', 'water', '--note', 'tea')).toBe('Water: note changed today · 3.5 of 8 glasses\n')
  expect(await said(b, 'done', 'water', '--amount', '4.5', '--note', 'soup')).toBe(
    'Water: 4.5 glasses more today, 8 glasses in all · 8 of 8 glasses · streak 1 day\n',
  )
  expect(await said(b, 'done', 'water')).toBe('Water was done already today · 8 of 8 glasses · streak 1 day\n')
  expect(checks(b)).toEqual([[2, '2026-11-23', 8, 'soup', 0]])
})

test('a skip can be done, a day that is done not skipped, and both taken back', async () => {
  const b = await three()
  expect(await said(b, 'skip', 'read', 'run', '--note', 'a cold')).toBe(
    'Read: skipped today\nRun: skipped today · 0 of 3 this week\n',
  )
  expect(await said(b, 'skip', 'read')).toBe('Read was skipped already today\n')
  expect(await said(b, 'skip', 'read', '--note', 'flu')).toBe('Read: note changed today\n')
  expect(await said(b, 'done', 'read')).toBe('Read: done today, not skipped · streak 1 day\n')
  expect(checks(b)).toEqual([
    [1, '2026-11-23', null, 'a cold', 1],
    [3, '2026-11-23', null, 'flu', 0],
  ])
  expect(await b.larry('habit', 'skip', 'run', 'read')).toEqual({
    code: 4,
    stdout: '',
    stderr: 'larry: "Read" is done on 2026-11-23\n  hint: larry habit undo 3 --on 2026-11-23 takes it back\n',
  })
  expect(await said(b, 'undo', 'read', 'run')).toBe(
    'Read: not done today any more\nRun: not skipped today any more · 0 of 3 this week\n',
  )
  expect(checks(b)).toEqual([])
  expect(await said(b, 'undo', 'read')).toBe('Read was neither done nor skipped today\n')
  expect(await b.json('habit', 'undo', 'read')).toEqual([])
})

test('the rows are the checks that changed, with how the habit stands', async () => {
  const b = await three()
  const row = {
    habit_id: 2,
    name: 'Water',
    on: '2026-11-22',
    amount: 9,
    note: 'hot',
    skipped: false,
    period: 'day',
    target: 8,
    unit: 'glasses',
    done_this_period: 0,
    current_streak: 1,
    longest_streak: 1,
    milestone: null,
    created_at: '2026-11-23T09:00:00.000Z',
    updated_at: '2026-11-23T09:00:00.000Z',
  }
  const line = ['done', 'water', '--on', 'yesterday', '--amount', '9', '--note', 'hot']
  expect(await b.json('habit', ...line, '--dry-run')).toEqual([row])
  expect(checks(b)).toEqual([])
  const shown = await b.json<object[]>('habit', ...line)
  expect(shown).toEqual([row])
  expect(Object.keys(shown[0]!)).toEqual(Object.keys(row))
  expect((await b.larry('habit', 'done', 'run', 'read')).stdout).toBe(
    '1\t2026-11-23\t\tfalse\t1\t0\tRun\n3\t2026-11-23\t\tfalse\t1\t1\tRead\n',
  )
  expect((await b.larry('habit', 'undo', 'run', '--ids')).stdout).toBe('1\n')
  expect((await b.larry('habit', 'skip', 'run', '--format', 'csv')).stdout).toBe(
    'habit_id,on,amount,skipped,done_this_period,current_streak,name\r\n1,2026-11-23,,true,0,0,Run\r\n',
  )
  expect((await b.larry('habit', 'skip', 'run', '-q', '--on', 'sun', '--format', 'table')).stdout).toBe('')
  expect(await b.json('habit', 'undo', 'water', '--on', 'sun')).toEqual([
    { ...row, current_streak: 0, longest_streak: 0 },
  ])
})

test('undo and redo bring back checks and beginnings alike', async () => {
  const b = await three()
  const rows = () =>
    inFile(b.file, (handle) => [
      handle.prepare('select * from habits').all(),
      handle.prepare('select * from habit_checks').all(),
    ])
  const states = [rows()]
  for (const line of [
    ['done', 'run', 'read', '--on', '-9d'],
    ['done', 'read', '--on', '-9d', '--amount', '2', '--note', 'x'],
    ['undo', 'run', '--on', '-9d'],
    ['skip', 'water', 'run', '--on', '-30d'],
    ['done', 'water', '--on', '-30d'],
  ]) {
    await b.with({ now: '2026-11-23T10:00:00.000Z' })('habit', ...line)
    states.push(rows())
  }
  for (const state of states.slice(0, -1).toReversed()) {
    await b.json('undo')
    expect(rows()).toEqual(state)
  }
  for (const state of states.slice(1)) {
    await b.json('redo')
    expect(rows()).toEqual(state)
  }
})

test('a milestone is told by the check that reaches it, once', async () => {
  const b = await three()
  for (let day = 7; day > 1; day--) await b.json('habit', 'done', 'read', '--on', `-${day}d`)
  expect(await said(b, 'done', 'read')).toBe('Read: done today · streak 1 day (longest 6)\n')
  expect(await b.json('habit', 'done', 'read', '--on', 'yesterday', '-n')).toMatchObject([{ milestone: 7 }])
  expect(await said(b, 'done', 'read', '--on', 'yesterday')).toBe(
    'Read: done yesterday (Sun 22 Nov) · streak 8 days\nRead: a milestone, 7 days in a row\n',
  )
  expect(await said(b, 'done', 'read', '--on', 'yesterday')).toBe(
    'Read was done already yesterday (Sun 22 Nov) · streak 8 days\n',
  )
  expect(await said(b, 'done', 'read', '--amount', '1')).toBe('Read: 1 more today, 2 in all · streak 8 days\n')
})

test('the day is that of the user: half past eleven in Vienna is not yet tomorrow, in Tokyo it is', async () => {
  const b = await three()
  const at = b.with({ now: '2026-11-23T22:30:00.000Z' })
  await at('habit', 'done', 'read', '--tz', 'Europe/Vienna')
  expect(checks(b)).toEqual([[3, '2026-11-23', null, null, 0]])
  await at('habit', 'done', 'read', '--tz', 'Asia/Tokyo')
  expect(checks(b)).toHaveLength(2)
  const streak = async (tz: string) =>
    (await at('habit', 'list', '--tz', tz, '--fields', 'name,current_streak')).stdout.split('\n')[0]
  expect(await streak('Asia/Tokyo')).toBe('Read\t2')
  expect(await streak('Europe/Vienna')).toBe('Read\t2')
})

test('where weeks begin on Sunday the week of a check does too', async () => {
  const b = await three()
  mkdirSync(`${b.folder}/.config/larry`, { recursive: true })
  writeFileSync(`${b.folder}/.config/larry/config.toml`, 'week_start = "sunday"\n')
  expect(await said(b, 'done', 'run', '--on', 'sun')).toBe(
    'Run: done yesterday (Sun 22 Nov) · 1 of 3 this week · now starts 2026-11-22\n',
  )
})

test('hundreds of habits are checked in as many statements as one', async () => {
  const b = bench()
  const names = Array.from({ length: 300 }, (_, i) => `h${i}`)
  inFile(b.file, (handle) => {
    const add = handle.prepare(
      "insert into habits (uid, created_at, updated_at, name, name_folded, starts_on) values (printf('%036d', ?), ?, ?, ?, ?, '2026-11-23')",
    )
    for (const [i, name] of names.entries()) {
      const now = '2026-11-23T09:00:00.000Z'
      add.run(i, now, now, name, name)
    }
  })
  const count = async (...line: string[]) => {
    const { stderr } = await b.larry('habit', ...line, '-q', '--profile', '--on', 'yesterday')
    return /profile: (\d+) statements/.exec(stderr)![1]
  }
  const few = await count('done', 'h7')
  await b.larry('habit', 'undo', 'h7', '--on', 'yesterday')
  expect(await count('done', ...names)).toBe(few)
  expect(checks(b)).toHaveLength(300)
})

test.each([
  [['done'], 2, 'no habit is named'],
  [['done', 'rnu'], 3, 'did you mean Run?'],
  [['done', 'read', 'nothing'], 3, 'habit "nothing" does not exist'],
  [['done', 'read', '--on', 'tomorrow'], 2, '"tomorrow" (2026-11-24) is still to come\n  hint: it is 2026-11-23'],
  [['skip', 'read', '--on', '2026-12-24'], 2, '"2026-12-24" (2026-12-24) is still to come'],
  [['done', 'read', '--on', 'noon'], 2, '"noon" is a time'],
  [['done', 'read', '--on', '2027-02-29'], 2, 'is not a date that exists'],
  [['done', 'read', '--on', 'sun', '--on', 'mon'], 2, 'are both given'],
  [['done', 'read', '--amount', '0'], 2, '--amount "0" is not an amount'],
  [['done', 'read', '--amount', 'two'], 2, '--amount "two" is not an amount'],
  [['done', 'read', '--note', ' '], 2, 'the note is empty'],
  [['done', 'read', '--note', 'a\0'], 2, 'NUL'],
  [['skip', 'read', '--amount', '2'], 2, 'unknown option'],
  [['undo', 'nothing'], 3, 'habit "nothing" does not exist'],
  [['done', 'read', 'ended'], 4, '"Ended" ended on 2026-11-20\n  hint: larry habit edit 4 --ends none'],
  [['skip', 'gone'], 4, '"Gone" is archived\n  hint: larry habit edit 5 --unarchive'],
])('larry habit %j answers %i: %s, and changes nothing', async (line, code, message) => {
  const b = await three()
  await b.json('habit', 'add', 'Ended', '--starts', '2026-11-01', '--ends', '2026-11-20')
  await b.json('habit', 'add', 'Gone')
  await b.json('habit', 'edit', 'Gone', '--archive')
  await b.json('habit', 'done', 'ended', '--on', '2026-11-20')
  const before = checks(b)
  const ran = await b.larry('habit', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(checks(b)).toEqual(before)
})

test('taking back the check that moved the start says that the start stays', async () => {
  const b = await three()
  await said(b, 'done', 'read', '--on', '2026-11-01')
  expect(await said(b, 'undo', 'read', '--on', '2026-11-01')).toBe(
    'Read: not done Sun 1 Nov any more · still starts 2026-11-01\n',
  )
})
