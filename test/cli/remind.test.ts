import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { tailOf } from '../support/uid.ts'
import { at, type ReminderJson, reminded, reminders } from './remind-seed.ts'

test('a reminder of a task and one with a message, in JSON', async () => {
  const b = await reminded()
  const [tea, , , rent] = await reminders(b)
  expect(tea).toEqual({
    id: 3,
    uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    task_id: null,
    title: 'Tea is ready',
    message: 'Tea is ready',
    at: '2026-11-23T09:05:00.000Z',
    civil_at: '2026-11-23T09:05',
    zone: 'UTC',
    before_due_minutes: null,
    rule: null,
    status: 'pending',
    fired_at: null,
    snoozed_until: null,
    created_at: '2026-11-23T09:00:00.000Z',
    updated_at: '2026-11-23T09:00:00.000Z',
  })
  expect(Object.keys(tea!)).toEqual(Object.keys(rent!))
  expect(rent).toMatchObject({ task_id: 1, title: 'Pay rent', message: null, before_due_minutes: 1440 })
})

test.each([
  [
    'table',
    [
      'id  at                snoozed_until  status   rule           task_id  title',
      '3   2026-11-23 09:05                 pending                          Tea is ready',
      '4   2026-11-23 09:30                 pending  every weekday           Standup',
      '2   2026-11-23 10:00                 pending                 2        Call Bob',
      '1   2026-11-26 09:00                 pending                 1        Pay rent',
      '',
    ].join('\n'),
  ],
  ['ids', '3\n4\n2\n1\n'],
  [
    'csv',
    [
      'id,at,snoozed_until,status,rule,task_id,title',
      '3,2026-11-23T09:05:00.000Z,,pending,,,Tea is ready',
      '4,2026-11-23T09:30:00.000Z,,pending,"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",,Standup',
      '2,2026-11-23T10:00:00.000Z,,pending,,2,Call Bob',
      '1,2026-11-26T09:00:00.000Z,,pending,,1,Pay rent',
      '',
    ].join('\r\n'),
  ],
])('remind list as %s', async (format, stdout) => {
  const b = await reminded()
  expect(await b.larry('remind', 'list', '--format', format)).toEqual({ code: 0, stdout, stderr: '' })
})

test('remind list is of tasks, of a page, and without any says so', async () => {
  const b = await reminded()
  const ids = async (...argv: string[]) => (await b.larry('remind', 'list', '--ids', ...argv)).stdout
  expect(await ids('1,2')).toBe('2\n1\n')
  expect(await ids('--limit', '1', '--offset', '1')).toBe('4\n')
  await b.json('remind', 'dismiss', '3')
  expect(await ids()).toBe('4\n2\n1\n')
  expect(await ids('--all')).toBe('3\n4\n2\n1\n')
  expect(await b.larry('remind', 'list', '9')).toMatchObject({ code: 3, stdout: '' })
  expect(await bench().larry('remind', 'list')).toEqual({ code: 0, stdout: '', stderr: 'No reminders.\n' })
  expect(await bench().json('remind', 'list')).toEqual([])
})

test.each([
  [['remind', 'add', '1', '-1d'], 'Added reminder 5 on 1 "Pay rent" · Thu 26 Nov 09:00 · 1d before it is due'],
  [
    ['remind', 'add', '1', '2', 'hours', 'before'],
    'Added reminder 5 on 1 "Pay rent" · Fri 27 Nov 07:00 · 2h before it is due',
  ],
  [['remind', 'add', '2', 'tomorrow', '9am'], 'Added reminder 5 on 2 "Call Bob" · tomorrow 09:00 (Tue 24 Nov)'],
  [['remind', 'add', '2', 'in 90 min'], 'Added reminder 5 on 2 "Call Bob" · today 10:30 (Mon 23 Nov)'],
  [['remind', 'add', '--message', '--', '+1h'], 'Added reminder 5 "--" · today 10:00 (Mon 23 Nov)'],
  [
    ['remind', 'add', '2', '--every', 'month on the 31st'],
    'Added reminder 5 on 2 "Call Bob" · Mon 30 Nov 09:00 · every month on the 31st',
  ],
  [['remind', 'snooze', '3', '1h'], 'Snoozed reminder 3 "Tea is ready" · today 10:00 (Mon 23 Nov) · snoozed'],
  [['remind', 'snooze', '3', 'an', 'hour'], 'Snoozed reminder 3 "Tea is ready" · today 10:00 (Mon 23 Nov) · snoozed'],
  [['remind', 'snooze', '3', 'half an hour'], 'Snoozed reminder 3 "Tea is ready" · today 09:30 (Mon 23 Nov) · snoozed'],
  [['remind', 'snooze', '3', 'a', 'week'], 'Snoozed reminder 3 "Tea is ready" · Mon 30 Nov 09:00 · snoozed'],
  [['remind', 'snooze', '1-3', 'tomorrow', '9am'], 'Snoozed 3 reminders'],
  [['remind', 'dismiss', '3'], 'Dismissed reminder 3 "Tea is ready" · today 09:05 (Mon 23 Nov) · dismissed'],
  [['remind', 'edit', '1', 'thu', '8am'], 'Changed reminder 1 on 1 "Pay rent" · Thu 26 Nov 08:00'],
  [['remind', 'edit', '1', '-2h'], 'Changed reminder 1 on 1 "Pay rent" · Fri 27 Nov 07:00 · 2h before it is due'],
  [['remind', 'edit', '4', '--every', 'none'], 'Changed reminder 4 "Standup" · today 09:30 (Mon 23 Nov)'],
  [['remind', 'edit', '4', '9:45'], 'Changed reminder 4 "Standup" · today 09:45 (Mon 23 Nov) · every weekday'],
  [['remind', 'edit', '3', '--message', 'Coffee'], 'Changed reminder 3 "Coffee" · today 09:05 (Mon 23 Nov)'],
  [['remind', 'remove', '3', '--yes'], 'Removed reminder 3 "Tea is ready" · today 09:05 (Mon 23 Nov)'],
  [['remind', 'rm', '1-4', '--yes'], 'Removed 4 reminders'],
])('larry %j says what it did, and undo takes it back', async (argv, sentence) => {
  const b = await reminded()
  const before = await reminders(b)
  expect(await b.larry(...argv, '--dry-run', '--format', 'table')).toMatchObject({ code: 0, stdout: `${sentence}\n` })
  expect(await reminders(b)).toEqual(before)
  expect(await b.larry(...argv, '--format', 'table')).toEqual({ code: 0, stdout: `${sentence}\n`, stderr: '' })
  const after = await reminders(b)
  await b.json('undo')
  expect(await reminders(b)).toEqual(before)
  await b.json('redo')
  expect(await reminders(b)).toEqual(after)
})

test.each([
  [['remind', 'add'], 2, 'neither a task nor a message is named'],
  [['remind', 'add', '1'], 2, 'when to remind is not said'],
  [['remind', 'add', '99', 'tomorrow'], 3, 'task 99 does not exist'],
  [['remind', 'add', '1', 'yesterday'], 2, '2026-11-22 09:00 is in the past'],
  [['remind', 'add', '1', '2', 'tomorrow'], 2, 'cannot read "2 tomorrow" as a date'],
  [['remind', 'add', '2', '-1d'], 2, 'a reminder before the due date needs one'],
  [['remind', 'add', '1', '-1d', '--every', 'week'], 2, 'cannot both stand before the due date (-1d) and repeat'],
  [['remind', 'add', '--message', ' ', '+5m'], 2, 'the message is empty'],
  [['remind', 'add', '--message', 'a', '--message', 'b', '+5m'], 2, '--message=a and --message=b are both given'],
  [['remind', 'add', '--message', 'a'], 2, 'when to remind is not said'],
  [['remind', 'add', '--message', 'a', '-1d'], 2, 'a reminder before the due date needs one'],
  [['remind', 'add', '1', '+5m', '--every', 'blue moon'], 2, 'blue moon'],
  [['remind', 'snooze', '3'], 2, 'until when is not said'],
  [['remind', 'snooze', '3', '-1d'], 2, '"-1d" counts from a due date'],
  [['remind', 'snooze', '3', 'yesterday'], 2, 'is in the past'],
  [['remind', 'snooze', 'tomorrow'], 2, 'no reminder is named'],
  [['remind', 'snooze', '99', '+5m'], 3, 'reminder 99 does not exist'],
  [['remind', 'dismiss'], 2, 'no reminder is named'],
  [['remind', 'edit', '3'], 2, 'nothing to change'],
  [['remind', 'edit'], 2, 'nothing to change'],
  [['remind', 'edit', '--message', 'a'], 2, 'no reminder is named'],
  [['remind', 'edit', '1', '--message', 'a'], 4, 'reminder 1 is of task 1 and has no message'],
  [['remind', 'edit', '3', '--message', 'a\u0000b'], 2, 'NUL'],
  [['remind', 'remove', '3'], 2, 'this needs a yes'],
  [['remind', 'due', '--notify'], 2, '--notify shows what is fired'],
  [['remind', 'due', '--exec', ' '], 2, '--exec is empty'],
  [['remind', 'due', '--fire', '--timeout', '1m'], 2, 'there is none'],
  [['remind', 'due', '--fire', '--fields', 'nothing'], 2, 'nothing'],
  [['remind', 'watch', '--every', '0s'], 2, '--every "0s" is not a length'],
  [['remind', 'watch', '--every', '30'], 2, '--every 30s'],
  [['remind', 'watch', '--every', '25h'], 2, '--every "25h" is not a length from 1s to 24h'],
  [['remind', 'due', '--exec', 'true', '--timeout', '30'], 2, '--timeout 30s'],
  [['remind', 'watch', '--exec', 'true', '--timeout', '30'], 2, '--timeout "30" is not a length from 1s to 24h'],
  [['remind', 'due', '--exec', 'true', '--timeout', ' '], 2, '--timeout " " is not a length'],
  [['remind', 'due', '--exec', 'true', '--timeout', '99999999m'], 2, 'is not a length from 1s to 24h'],
  [['remind', 'watch', '--dry-run'], 2, 'a watch marks what it tells of'],
  [['remind', 'frobnicate'], 2, 'unknown command'],
])('larry %j is refused with %i, and nothing is changed', async (argv, code, why) => {
  const b = await reminded()
  const before = await reminders(b)
  const ran = await b.larry(...argv)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(why)
  expect(await reminders(b)).toEqual(before)
})

test('what is so already is said, exit 0', async () => {
  const b = await reminded()
  const same = { code: 0, stdout: 'Nothing changed: it was so already\n', stderr: '' }
  expect(await b.larry('remind', 'edit', '3', '+5m', '--format', 'table')).toEqual(same)
  await b.larry('remind', 'snooze', '3', '+1h')
  expect(await b.larry('remind', 'snooze', '3', '+1h', '--format', 'table')).toEqual(same)
})

test('add -q prints the bare id, and text behind -- says when', async () => {
  const b = await reminded()
  expect((await b.larry('remind', 'add', '-q', '1', '--', '-2h')).stdout).toBe('5\n')
  expect((await reminders(b)).at(-1)).toMatchObject({ id: 5, before_due_minutes: 120 })
})

test('ids come from a pipe and as the end of a uid; an empty pipe changes nothing', async () => {
  const b = await reminded()
  const [tea] = await reminders(b)
  expect(await b.json('remind', 'dismiss', tailOf(tea!.uid))).toMatchObject([{ id: 3, status: 'dismissed' }])
  const piped = (stdin: string, ...argv: string[]) => b.with({ stdin })('remind', ...argv, '--format', 'table')
  expect(await piped('1\n2\n', 'snooze', '-', '+1h')).toMatchObject({ stdout: 'Snoozed 2 reminders\n' })
  expect(await piped('', 'snooze', '-', '+1h')).toMatchObject({ stdout: 'No reminders, nothing snoozed\n' })
  expect(await piped('', 'dismiss', '-')).toMatchObject({ stdout: 'No reminders, nothing dismissed\n' })
  expect(await piped('', 'remove', '-')).toMatchObject({ stdout: 'No reminders, nothing removed\n' })
  expect(await piped('3\n1\n', 'dismiss', '-')).toMatchObject({
    stdout:
      'Dismissed reminder 1 on 1 "Pay rent" · Thu 26 Nov 09:00 · 1d before it is due · dismissed\n1 reminder was already dismissed\n',
  })
})

test('what a table shows is in the zone of the user, what is stored is the moment that was meant', async () => {
  const b = await reminded()
  await b.larry('remind', 'add', '2', '2027-07-01 9:00', '--tz', 'Europe/Vienna')
  const [mine] = (await reminders(b)).filter(({ id }) => id === 5)
  expect(mine).toMatchObject({ at: '2027-07-01T07:00:00.000Z', civil_at: '2027-07-01T09:00', zone: 'Europe/Vienna' })
  const { stdout } = await b.larry('remind', 'list', '--format', 'table', '--tz', 'America/New_York')
  expect(stdout).toContain('5   2027-07-01 03:00 ')
})

test('control characters of a message are shown escaped and kept exactly', async () => {
  const b = bench()
  await b.json('remind', 'add', '--message', 'a\u001b[31mb', '+5m')
  expect((await b.larry('remind', 'list', '--format', 'table')).stdout).toContain('a\\x1b[31mb')
  expect(await reminders(b)).toMatchObject([{ message: 'a\u001b[31mb' }])
})

test('a closed task is not reminded of', async () => {
  const b = await reminded()
  await b.json('done', '2')
  for (const argv of [
    ['remind', 'add', '2', '+1h'],
    ['remind', 'snooze', '2', '+1h'],
    ['remind', 'edit', '2', '+1h'],
    ['edit', '2', 'remind:+1h'],
  ])
    expect({ argv, ...(await b.larry(...argv)) }).toMatchObject({
      argv,
      code: 4,
      stderr: expect.stringContaining('task 2 is done'),
    })
})

test('a reminder that has fired can be snoozed, and is pending again', async () => {
  const b = await reminded()
  const now = at('09:06')
  await b.with({ now })('remind', 'due', '--fire')
  const snoozed = await b.with({ now })('remind', 'snooze', '3', '+30m', '--json')
  expect(JSON.parse(snoozed.stdout) as ReminderJson[]).toMatchObject([
    { id: 3, status: 'pending', snoozed_until: at('09:36'), at: at('09:05') },
  ])
  const due = async (time: string) => (await b.with({ now: at(time) })('remind', 'due', '--ids')).stdout
  expect(await due('09:35')).toBe('4\n')
  expect(await due('09:36')).toBe('4\n3\n')
})
