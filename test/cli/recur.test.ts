import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { lines, told } from './recurring-seed.ts'
import { everything, seed } from './seed.ts'

/** 1 is due today and repeats on Mondays and Thursdays; 2 counts from completion; 3 does not repeat. */
async function three(): Promise<Bench> {
  const b = bench()
  await seed(b, 'Gym every:mon,thu wait:2026-11-22', 'Filter after:"10 days" due:fri', 'Once')
  return b
}

test('skip moves the open occurrence to its next date in place, with what waits and is below', async () => {
  const b = await three()
  await seed(b, 'Shoes parent:1 due:2026-11-22')
  expect(await told(b, ['recur', 'skip', '1'])).toBe('Skipped 1 "Gym" · from today (Mon 23 Nov) to Thu 26 Nov\n')
  expect(await b.tasks()).toMatchObject([
    { due: '2026-11-26', wait_until: '2026-11-25', status: 'todo' },
    {},
    {},
    { due: '2026-11-25' },
  ])
  expect(await told(b, ['recur', 'skip', '2'])).toBe('Skipped 2 "Filter" · from Fri 27 Nov to Mon 7 Dec\n')
  expect(await b.json('recur', 'skip', '1', '2')).toMatchObject([
    { id: 1, due: '2026-11-30' },
    { id: 2, due: '2026-12-17' },
  ])
})

test('skip takes along the reminders that stand by themselves, but not those that repeat; dismissed is dismissed', async () => {
  const b = bench()
  await seed(b, 'Gym due:2026-11-27T18:00 every:week remind:"2026-11-27 12:00"', 'Bag parent:1')
  await b.json('remind', 'add', '1', '-1h')
  await b.json('remind', 'add', '2', '2026-11-26', '17:00')
  await b.json('remind', 'add', '1', '10:00', '--every', 'day')
  await b.json('remind', 'add', '1', '2026-11-25', '8:00')
  await b.json('remind', 'dismiss', '5')
  await b.json('remind', 'add', '1', '2026-11-24', '8:00')
  await told(b, ['remind', 'due', '--fire'], '2026-11-24T09:00')
  await told(b, ['recur', 'skip', '1'], '2026-11-24T09:00')
  const reminders = await b.json<{ id: number }[]>('remind', 'list', '--all')
  expect(reminders.sort((one, other) => one.id - other.id)).toMatchObject([
    { civil_at: '2026-12-04T12:00', status: 'pending' },
    { civil_at: '2026-12-04T17:00', status: 'pending' },
    { civil_at: '2026-12-03T17:00', status: 'pending' },
    { civil_at: '2026-11-24T10:00', rule: 'FREQ=DAILY', status: 'pending' },
    { civil_at: '2026-12-02T08:00', status: 'dismissed' },
    { civil_at: '2026-12-01T08:00', status: 'pending', fired_at: null },
  ])
})

test('skip moves the calendar of what repeats inside as far as its date', async () => {
  const b = bench()
  await seed(b, 'Week due:2026-11-27 every:week', 'Run parent:1 due:2026-11-25 every:"2 days"')
  await told(b, ['recur', 'skip', '1'])
  expect(await b.json('show', '1')).toMatchObject({ due: '2026-12-04', recurrence_anchor: '2026-11-27' })
  expect(await b.json('show', '2')).toMatchObject({
    due: '2026-12-02',
    recurrence_anchor: '2026-12-02',
    next_dates: ['2026-12-04', '2026-12-06', '2026-12-08'],
  })
})

test('skip of the last date cancels it, and says so', async () => {
  const b = bench()
  await seed(b, 'Course every:"week until 2026-11-29"', 'Exam depends:1')
  expect(await told(b, ['recur', 'skip', '1'])).toBe(
    'Cancelled 1 "Course": there is no further date\nNow ready: 2 "Exam"\n',
  )
  expect(await lines(b)).toEqual(['1 cancelled 2026-11-23', '2 todo -'])
})

test('what was skipped does not come again', async () => {
  const b = await three()
  await told(b, ['recur', 'skip', '1'])
  await told(b, ['done', '1'])
  expect((await lines(b)).at(-1)).toBe('4 todo 2026-11-30')
})

test('while it is paused nothing follows; resumed, it goes on from then', async () => {
  const b = await three()
  expect(await told(b, ['recur', 'pause', '1'])).toBe('Paused 1 "Gym": nothing follows until larry recur resume\n')
  expect(await told(b, ['recur', 'pause', '1'])).toBe('Paused already: 1 "Gym"\n')
  expect(await b.json('show', '1')).toMatchObject({ recurrence_paused_at: '2026-11-23T09:00:00.000Z', next_dates: [] })
  expect(await told(b, ['done', '1'])).toBe(
    'Done: 1 "Gym"\nNothing follows 1 "Gym": paused; larry recur resume 1 goes on\n',
  )
  expect(await told(b, ['recur', 'resume', '1'], '2026-12-09T09:00')).toBe(
    'Resumed 1 "Gym"\nNext: 4 "Gym" due tomorrow (Thu 10 Dec)\n',
  )
  expect(await told(b, ['recur', 'resume', '1', '4'])).toBe('Not paused: 1 "Gym", 4 "Gym"\n')
  expect(await lines(b)).toHaveLength(4)
})

test('resuming one that is open only takes the pause away', async () => {
  const b = await three()
  await b.json('recur', 'pause', '1', '2')
  expect(await b.json('recur', 'resume', '1', '2')).toMatchObject([{ id: 1 }, { id: 2 }])
  await told(b, ['done', '1', '2'])
  expect(await lines(b)).toHaveLength(5)
})

test('what repeats inside of a paused one waits with it, and each comes once when that goes on', async () => {
  const b = bench()
  await seed(b, 'House due:2026-11-23 every:week', 'Floor parent:1 due:2026-11-23 every:week')
  await told(b, ['recur', 'pause', '1'])
  await told(b, ['done', '1', '--cascade'])
  expect(await lines(b)).toEqual(['1 done 2026-11-23', '2 done 2026-11-23'])
  await told(b, ['recur', 'resume', '1'])
  expect((await lines(b)).slice(2)).toEqual(['3 todo 2026-11-30', '4 todo 2026-11-30'])
})

test('resumed before the one it is inside of, it still waits for that', async () => {
  const b = bench()
  await seed(b, 'House due:2026-11-23 every:week', 'Floor parent:1 due:2026-11-23 every:week')
  await told(b, ['recur', 'pause', '1', '2'])
  await told(b, ['done', '1', '--cascade'])
  await told(b, ['recur', 'resume', '2'])
  expect(await lines(b)).toHaveLength(2)
  await told(b, ['recur', 'resume', '1'])
  expect((await lines(b)).slice(2)).toEqual(['3 todo 2026-11-30', '4 todo 2026-11-30'])
})

test('inside of a paused one that was the last it goes on by itself', async () => {
  const b = bench()
  await seed(b, 'House every:"week until 2026-11-29"', 'Floor parent:1 due:2026-11-23 every:week')
  await told(b, ['recur', 'pause', '1'])
  await told(b, ['done', '1', '--cascade'])
  expect((await lines(b)).slice(2)).toEqual(['3 todo 2026-11-30'])
})

test('a new rule leaves a paused one paused', async () => {
  const b = await three()
  await told(b, ['recur', 'pause', '1'])
  await told(b, ['edit', '1', 'every:day'])
  expect(await b.json('show', '1')).toMatchObject({
    recurrence: 'FREQ=DAILY',
    recurrence_paused_at: '2026-11-23T09:00:00.000Z',
  })
})

test('except leaves dates out, and an open occurrence on one of them moves on', async () => {
  const b = await three()
  expect(await told(b, ['recur', 'except', '1', '2026-11-26', '2026-11-30'])).toBe(
    'Left out of 1 "Gym": Thu 26 Nov 2026, Mon 30 Nov 2026\n',
  )
  expect(await told(b, ['recur', 'except', '1', '2026-11-26', 'today'])).toBe(
    'Left out of 1 "Gym": Mon 23 Nov 2026\nLeft out of 1 "Gym" already: Thu 26 Nov 2026\n' +
      'Skipped 1 "Gym" · from today (Mon 23 Nov) to Thu 3 Dec\n',
  )
  expect(await b.json('show', '1')).toMatchObject({
    recurrence_exceptions: ['2026-11-23', '2026-11-26', '2026-11-30'],
    next_dates: ['2026-12-07', '2026-12-10', '2026-12-14'],
  })
})

test('a day left out of what comes at a time is left out with all its times', async () => {
  const b = bench()
  await seed(b, 'Pill every:"FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0" due:"today 8:00"')
  await told(b, ['recur', 'except', '1', '2026-11-24'])
  expect(await b.json('show', '1')).toMatchObject({
    next_dates: ['2026-11-23T20:00', '2026-11-25T08:00', '2026-11-25T20:00'],
  })
  await told(b, ['recur', 'except', '1', '2026-11-23T20:00'])
  expect(await b.json('show', '1')).toMatchObject({
    next_dates: ['2026-11-25T08:00', '2026-11-25T20:00', '2026-11-26T08:00'],
  })
})

test.each([
  [['skip', '3'], 4, 'task 3 does not repeat', 'larry edit 3 every:'],
  [['skip', '1', '99'], 3, 'task 99 does not exist', ''],
  [['skip'], 2, 'no task is named', ''],
  [['pause', 'x'], 2, '"x"', ''],
  [['resume', '3'], 4, 'task 3 does not repeat', ''],
  [['except', '1'], 2, 'dates', ''],
  [
    ['except', '1', '2026-11-25'],
    2,
    '"2026-11-25" is no date of the repetition',
    'Mon 23 Nov 2026 and Thu 26 Nov 2026',
  ],
  [['except', '1', '2026-11-16'], 2, '"2026-11-16" is no date of the repetition', 'the nearest: Mon 23 Nov 2026'],
  [['except', '1', 'thu', '2026-11-26'], 2, 'Thu 26 Nov 2026 is given twice', ''],
  [['except', '1', '2026-02-30'], 2, '2026-02-30', ''],
  [['except', '1', ''], 2, 'cannot read ""', ''],
  [['except', '2', '2026-12-24'], 4, 'task 2 counts from completion', 'due:'],
  [['except', '1-2', 'thu'], 2, '"1-2" does not name one task', ''],
])('recur %j answers %i: %s, and changes nothing', async (line, code, message, hint) => {
  const b = await three()
  const before = await everything(b)
  const ran = await b.larry('recur', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
  expect(await everything(b)).toEqual(before)
})

test('a closed occurrence is refused with the open one named, a cancelled one with reopen', async () => {
  const b = await three()
  await told(b, ['done', '1'])
  for (const verb of ['skip', 'pause'])
    expect(await b.larry('recur', verb, '1')).toMatchObject({
      code: 4,
      stderr: 'larry: task 1 is done\n  hint: its open occurrence is 4\n',
    })
  await told(b, ['recur', 'pause', '4'])
  await told(b, ['task', 'cancel', '4'])
  expect(await b.larry('recur', 'resume', '4')).toMatchObject({
    code: 4,
    stderr: 'larry: task 4 is cancelled\n  hint: larry task reopen 4\n',
  })
})

test('they take many from a pipe in every format, undo to the byte, and an empty pipe is none', async () => {
  const b = await three()
  const before = await everything(b)
  expect(await b.with({ stdin: '1\n2\n' })('recur', 'skip', '-', '--ids')).toMatchObject({ stdout: '1\n2\n' })
  expect(await b.with({ stdin: '' })('recur', 'skip', '-', '--format', 'table')).toMatchObject({
    code: 0,
    stdout: 'No tasks, nothing skipped\n',
  })
  const moved = await lines(b)
  await b.json('undo')
  expect((await everything(b))[0]).toEqual(before[0])
  await b.json('redo')
  expect(await lines(b)).toEqual(moved)
  expect(await b.json('recur', 'pause', '1', '-n')).toMatchObject([{ id: 1 }])
  expect(await b.json('show', '1')).toMatchObject({ recurrence_paused_at: null })
  expect((await b.larry('recur', 'pause', '1', '--format', 'csv', '--fields', 'id,title')).stdout).toBe(
    'id,title\r\n1,Gym\r\n',
  )
})

test('the day is the one of the zone', async () => {
  const b = bench()
  const tokyo = b.with({ now: '2026-11-23T20:00:00.000Z', env: { LARRY_TZ: 'Asia/Tokyo' } })
  await tokyo('add', 'Walk', 'every:"day at 6:00"')
  expect(await lines(b)).toEqual(['1 todo 2026-11-24T06:00'])
  await tokyo('recur', 'skip', '1')
  await tokyo('done', '1')
  expect(await lines(b)).toEqual(['1 done 2026-11-25T06:00', '2 todo 2026-11-26T06:00'])
})
