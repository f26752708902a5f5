import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { at, reminded, reminders } from './remind-seed.ts'

/** Id, moment and status of each reminder, by id. */
async function moments(b: Bench): Promise<string[]> {
  const all = await reminders(b)
  return all.toSorted((x, y) => x.id - y.id).map(({ id, civil_at, status }) => `${id} ${civil_at} ${status}`)
}

test.each([
  ['add Pay due:fri remind:-1d', 'Added 1 "Pay" · due Fri 27 Nov · reminder Thu 26 Nov 09:00 · 1d before it is due'],
  ['add remind:-1d Pay due:fri', 'Added 1 "Pay" · due Fri 27 Nov · reminder Thu 26 Nov 09:00 · 1d before it is due'],
  [
    'add Pay tomorrow remind:-2h',
    'Added 1 "Pay" · due tomorrow (Tue 24 Nov) · reminder tomorrow 07:00 (Tue 24 Nov) · 2h before it is due',
  ],
  ['add Call --remind +30m', 'Added 1 "Call" · reminder today 09:30 (Mon 23 Nov)'],
  ['add Call remind:noon', 'Added 1 "Call" · reminder today 12:00 (Mon 23 Nov)'],
  ['task log Call remind:noon', 'Logged 1 "Call"'],
])('larry %s says what was understood', async (line, sentence) => {
  const ran = await bench().larry(...line.split(' '), '--format', 'table')
  expect(ran).toEqual({ code: 0, stdout: `${sentence}\n`, stderr: '' })
})

test.each([
  [['add', 'x', 'remind:yesterday'], 2, '2026-11-22 09:00 is in the past'],
  [['add', 'x', 'remind:-1d'], 2, 'a reminder before the due date needs one'],
  [['add', 'x', 'due:today', 'remind:-1d'], 2, '2026-11-22 09:00 is in the past'],
  [['add', 'x', 'remind:foo'], 2, 'cannot read "foo" as a date'],
  [['add', 'x', 'remind:noon', 'remind:-1h'], 2, 'remind is given twice: remind:noon and remind:-1h'],
  [['add', 'x', 'remind:noon', '--remind', '+1h'], 2, 'remind is given twice: remind:noon and --remind +1h'],
  [['add', 'x', 'remnd:noon'], 2, 'did you mean remind:'],
  [['edit', '1', 'remind:yesterday'], 2, '2026-11-22 09:00 is in the past'],
  [['edit', '1', '2', 'remind:-1h'], 2, 'a reminder before the due date needs one'],
  [['list', 'remind:noon'], 2, '"remind:noon" does not filter'],
  [['list', 'has:reminder'], 2, 'did you mean reminders?'],
])('larry %j ends with %i', async (argv, code, why) => {
  const b = await reminded()
  const before = [await b.tasks(), await reminders(b)]
  const ran = await b.larry(...argv)
  expect(ran.code).toBe(code)
  expect(ran.stderr).toContain(why)
  expect([await b.tasks(), await reminders(b)]).toEqual(before)
})

test('a sentence that only speaks of reminding stays a title', async () => {
  const b = bench()
  await b.json('add', 'Setting remind:me on')
  expect(await b.tasks()).toMatchObject([{ title: 'Setting remind:me on' }])
})

test('each line of a pipe may have its own, one bad line adds none', async () => {
  const b = bench()
  const piped = (stdin: string) => b.with({ stdin })('add', '-', '--format', 'table')
  expect(await piped('a remind:noon\nb due:fri remind:-1d\nc\n')).toMatchObject({
    stdout: 'Added 3 tasks (1 to 3) · 2 reminders\n',
  })
  expect(await piped('d remind:noon\ne remind:yesterday\n')).toMatchObject({ code: 2 })
  expect(await moments(b)).toEqual(['1 2026-11-23T12:00 pending', '2 2026-11-26T09:00 pending'])
})

test('edit adds one to each task, and remind:none takes the pending ones away', async () => {
  const b = await reminded()
  const said = async (...argv: string[]) => (await b.larry(...argv, '--format', 'table')).stdout
  expect(await said('edit', '1', '2', 'remind:noon')).toBe('Changed 2 tasks\nAdded 2 reminders\n')
  expect(await said('edit', '1', 'remind:none')).toBe('Changed 1 "Pay rent" · due Fri 27 Nov\nRemoved 2 reminders\n')
  expect(await said('edit', '1', 'remind:none')).toBe('Nothing changed: it was so already\n')
  expect(await moments(b)).toEqual([
    '2 2026-11-23T10:00 pending',
    '3 2026-11-23T09:05 pending',
    '4 2026-11-23T09:30 pending',
    '6 2026-11-23T12:00 pending',
  ])
  await b.json('undo')
  expect(await moments(b)).toHaveLength(6)
})

test('those before a due date move with it, and undo moves them back', async () => {
  const b = await reminded()
  const before = await reminders(b)
  expect((await b.larry('edit', '1', 'due:2026-12-01T14:00', '--format', 'table')).stdout).toBe(
    'Changed 1 "Pay rent" · due Tue 1 Dec 14:00\nMoved 1 reminder with the due date\n',
  )
  expect(await moments(b)).toContain('1 2026-11-30T14:00 pending')
  expect(await moments(b)).toContain('2 2026-11-23T10:00 pending')
  await b.json('undo')
  expect(await reminders(b)).toEqual(before)
  expect((await b.larry('edit', '1', 'due:fri', '--format', 'table')).stdout).toBe(
    'Nothing changed: it was so already\n',
  )
})

test('without a due date they are dismissed, which is said', async () => {
  const b = await reminded()
  expect((await b.larry('edit', '1', '2', 'due:none', '--format', 'table')).stdout).toBe(
    'Changed 1 "Pay rent"\nDismissed 1 reminder\n',
  )
  expect(await moments(b)).toContain('1 2026-11-26T09:00 dismissed')
  await b.json('edit', '1', 'due:sun')
  expect(await moments(b)).toContain('1 2026-11-26T09:00 dismissed')
})

test('one that has fired is pending again when its due date is put off, not when its moment stays past', async () => {
  const b = await reminded()
  const later = b.with({ now: '2026-11-26T09:01:00.000Z' })
  await later('remind', 'due', '--fire')
  await later('edit', '1', 'due:2026-11-27T08:00')
  expect(await moments(b)).toContain('1 2026-11-26T09:00 fired')
  await later('edit', '1', 'due:2026-12-04')
  expect(await moments(b)).toContain('1 2026-12-03T09:00 pending')
  expect(await reminders(b)).toContainEqual(expect.objectContaining({ id: 1, fired_at: null }))
})

test('a snoozed one that moves with its due date is snoozed no more', async () => {
  const b = await reminded()
  await b.json('remind', 'snooze', '1', '2026-11-26 18:00')
  await b.json('edit', '1', 'due:2026-12-04')
  expect(await reminders(b)).toContainEqual(
    expect.objectContaining({ id: 1, snoozed_until: null, civil_at: '2026-12-03T09:00' }),
  )
})

test.each([
  ['done', 'Done: 1 "Pay rent"'],
  ['task cancel', 'Cancelled 1 "Pay rent"'],
])('larry %s dismisses what is pending; undo brings it back, reopening does not', async (verb, sentence) => {
  const b = await reminded()
  const before = await reminders(b)
  expect((await b.larry(...verb.split(' '), '1', '--format', 'table')).stdout).toBe(
    `${sentence}\nDismissed 1 reminder\n`,
  )
  expect(await moments(b)).toContain('1 2026-11-26T09:00 dismissed')
  await b.json('undo')
  expect(await reminders(b)).toEqual(before)
  await b.json(...verb.split(' '), '1')
  await b.json('task', 'reopen', '1')
  expect(await moments(b)).toContain('1 2026-11-26T09:00 dismissed')
})

test('status:done by edit and a task added as done dismiss them too', async () => {
  const b = await reminded()
  await b.json('edit', '1', 'status:done')
  await b.json('add', 'Was done', 'status:done', 'remind:noon')
  expect(await moments(b)).toContain('1 2026-11-26T09:00 dismissed')
  expect(await moments(b)).toContain('5 2026-11-23T12:00 dismissed')
})

test('reminders go with their task, which is said, and come back with it', async () => {
  const b = await reminded()
  const before = await reminders(b)
  expect((await b.larry('rm', '1', '--yes', '--format', 'table')).stdout).toBe('Removed 1 "Pay rent" · 1 reminder\n')
  expect(await moments(b)).toHaveLength(3)
  await b.json('undo')
  expect(await reminders(b)).toEqual(before)
})

test('a copy of a task has none of its reminders', async () => {
  const b = await reminded()
  await b.json('task', 'duplicate', '1')
  expect(await moments(b)).toHaveLength(4)
})

test('has:reminders finds tasks with one to come', async () => {
  const b = await reminded()
  await b.json('add', 'Nothing to hear')
  const found = async (...words: string[]) => (await b.larry('list', '--ids', ...words)).stdout
  expect(await found('has:reminders')).toBe('1\n2\n')
  expect(await found('not', 'has:reminders')).toBe('3\n')
  await b.json('remind', 'dismiss', '1')
  expect(await found('has:reminders')).toBe('2\n')
  expect((await b.larry('list', 'has:reminders', '--explain', '--format', 'table')).stdout).toContain(
    'with a reminder to come',
  )
})

test('show has the reminders of a task', async () => {
  const b = await reminded()
  await b.json('remind', 'add', '1', 'thu', '--every', 'week')
  const { reminders: shown } = await b.json<{ reminders: object[] }>('show', '1')
  expect(shown).toMatchObject([
    { id: 1, before_due_minutes: 1440 },
    { id: 5, rule: 'FREQ=WEEKLY' },
  ])
  expect((await b.larry('show', '1', '--format', 'table')).stdout).toContain(
    'reminders   1 Thu 26 Nov 09:00 · 1d before it is due\n            5 Thu 26 Nov 09:00 · every week\n',
  )
})

test('today has what is due and what comes before midnight', async () => {
  const b = await reminded()
  await b.json('remind', 'add', '--message', 'At midnight', '2026-11-24', '00:00')
  const late = b.with({ now: at('09:45') })
  expect((await late('today', '--format', 'table')).stdout).toContain(
    [
      '',
      'reminders (3)',
      '                       Tea is ready  reminder 3 · 09:05',
      '                       Standup       reminder 4 · 09:30',
      '2   medium             Call Bob      reminder 2 · 10:00',
      '',
    ].join('\n'),
  )
  const rows = JSON.parse((await late('today', '--json')).stdout) as Record<string, unknown>[]
  expect(rows.filter(({ section }) => section === 'reminders')).toMatchObject([
    { id: null, title: 'Tea is ready', section_total: 3, why: 'reminder 3 · 09:05', tags: [] },
    { id: null, title: 'Standup' },
    { id: 2, title: 'Call Bob', status: 'todo' },
  ])
  expect(new Set(rows.slice(0, 3).map((row) => Object.keys(row).join())).size).toBe(1)
})

test('ten thousand tasks move their reminders in a handful of statements', async () => {
  const b = bench()
  const lines = Array.from({ length: 10_000 }, (_, i) => `task ${i} due:fri remind:-1d`)
  await b.with({ stdin: lines.join('\n') })('add', '-')
  const ran = await b.larry('edit', '--where', 'has:reminders', 'due:2026-12-04', '--profile', '--yes', '-q')
  const statements = Number(/(\d+) statements,/.exec(ran.stderr)?.[1])
  expect(statements).toBeLessThan(40)
  const all = await reminders(b)
  expect(new Set(all.map(({ civil_at }) => civil_at))).toEqual(new Set(['2026-12-03T09:00']))
  expect(all).toHaveLength(10_000)
})
