import { describe, expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { told } from './recurring-seed.ts'
import { seed } from './seed.ts'

/** Rows of a query, as lists. */
const queried = ({ file }: Bench, sql: string) => inFile(file, (handle) => handle.prepare(sql).raw().all())

/** What a tree is told by: id, status, due, wait, parent, blockers, tags. */
async function shape({ tasks }: Bench): Promise<string[]> {
  return (await tasks()).map((task) =>
    [
      `${task.id} ${task.status} ${task.due ?? '-'} ${(task['wait_until'] as string | null) ?? '-'}`,
      `${task.parent_id ?? '-'} ${task.depends_on.join() || '-'} ${task.tags.join() || '-'}`,
    ].join(' '),
  )
}

/** 1 repeats monthly; 2, 3, 4 and 5 are part of it, 6 of 5; 3 waits for 2 and for 7, which is outside; 4 was cancelled. */
async function trip(): Promise<Bench> {
  const b = bench()
  await seed(
    b,
    'Trip due:2026-11-30 every:month',
    'Book parent:1 due:2026-11-20 wait:2026-11-10 +web',
    'Pack parent:1 due:"2026-11-29 18:00"',
    'Skis parent:1',
    'Car parent:1',
    'Fuel parent:5',
    'Money',
  )
  await b.json('edit', '3', 'depends:2,7')
  await b.json('task', 'cancel', '4')
  return b
}

test('a recurring parent comes with all below it that was not cancelled, dates as far from its own', async () => {
  const b = await trip()
  await b.json('done', '2')
  expect(await told(b, ['done', '1', '7', '--cascade'])).toBe(
    'Done: 5 tasks (1, 3, 5, ...)\nNext: 8 "Trip" due Wed 30 Dec\n',
  )
  expect((await shape(b)).slice(7)).toEqual([
    '8 todo 2026-12-30 - - - -',
    '9 todo 2026-12-20 2026-12-10 8 - web',
    '10 todo 2026-12-29T18:00 - 8 9 -',
    '11 todo - - 8 - -',
    '12 todo - - 11 - -',
  ])
})

test('with --force the open subtasks stay, and the next occurrence has its own', async () => {
  const b = await trip()
  await b.json('done', '1', '--force')
  expect((await b.tasks()).filter(({ status }) => status === 'todo').map(({ title }) => title)).toEqual([
    'Book',
    'Pack',
    'Car',
    'Fuel',
    'Money',
    'Trip',
    'Book',
    'Pack',
    'Car',
    'Fuel',
  ])
})

test('what lies below a cancelled task hangs on the nearest above it', async () => {
  const b = await trip()
  await b.json('task', 'cancel', '5')
  await b.json('done', '1', '--force')
  expect((await b.tasks()).find(({ id, title }) => id > 7 && title === 'Fuel')).toMatchObject({ parent_id: 8 })
})

test('reopening takes back the whole tree, and one undo too', async () => {
  const b = await trip()
  await b.json('done', '1', '--cascade', '--force')
  const rows = queried(b, 'select * from tasks')
  await told(b, ['task', 'reopen', '1'], '2026-11-24T09:00')
  expect((await b.tasks()).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7])
  await b.json('undo')
  expect(queried(b, 'select * from tasks')).toEqual(rows)
})

test('reminders come along: before the date, by themselves, as pending, never snoozed', async () => {
  const b = await trip()
  inFile(b.file, (handle) => {
    const add = handle.prepare(`insert into reminders (uid, created_at, updated_at, task_id, at, civil_at, zone,
      before_due_minutes, rule, status, fired_at, snoozed_until)
      values (printf('%036d', ?), '2026-11-01T09:00:00.000Z', '2026-11-01T09:00:00.000Z', ?, ?, ?, 'UTC', ?, ?, ?, ?, ?)`)
    const [moment, snoozed] = ['2026-11-20T09:00:00.000Z', '2026-11-25T09:00:00.000Z']
    add.run(1, 1, '2026-11-29T09:00:00.000Z', '2026-11-29T09:00', 1440, null, 'pending', null, snoozed)
    add.run(2, 3, '2026-11-29T17:30:00.000Z', '2026-11-29T17:30', 30, null, 'fired', moment, null)
    add.run(3, 2, '2026-10-01T08:00:00.000Z', '2026-10-01T08:00', null, 'FREQ=DAILY', 'dismissed', null, null)
    add.run(4, 7, '2026-12-01T08:00:00.000Z', '2026-12-01T08:00', null, null, 'pending', null, null)
  })
  const done = b.with({ env: { LARRY_TZ: 'Europe/Vienna' } })
  expect(await done('done', '1', '--cascade', '--force')).toMatchObject({ code: 0 })
  expect(
    queried(
      b,
      `select task_id, at, civil_at, zone, before_due_minutes, rule, status, fired_at, snoozed_until
       from reminders where task_id > 7 order by task_id`,
    ),
  ).toEqual([
    [8, '2026-12-29T08:00:00.000Z', '2026-12-29T09:00', 'Europe/Vienna', 1440, null, 'pending', null, null],
    [9, '2026-11-24T07:00:00.000Z', '2026-11-24T08:00', 'Europe/Vienna', null, 'FREQ=DAILY', 'pending', null, null],
    [10, '2026-12-29T16:30:00.000Z', '2026-12-29T17:30', 'Europe/Vienna', 30, null, 'pending', null, null],
  ])
})

describe('a reminder that repeats goes on by its own rule when its task comes again', () => {
  /** A weekly task with one reminder by a rule; answers the reminder of the next occurrence. */
  async function followed(due: string, every: string, doneAt: string, firedAt: readonly string[] = []) {
    const b = bench()
    await seed(b, `Water due:${due} every:week`)
    await b.json('remind', 'add', '1', '10:00', '--every', every)
    for (const at of firedAt) await told(b, ['remind', 'due', '--fire'], at)
    await told(b, ['done', '1'], doneAt)
    return queried(b, 'select civil_at, rule, status, fired_at from reminders where task_id = 2')
  }

  test.each([
    ['done late', '2026-11-16', 'day', '2026-11-27T11:00', ['2026-11-28T10:00', 'FREQ=DAILY']],
    ['done early', '2026-11-27', 'day', '2026-11-23T11:00', ['2026-11-24T10:00', 'FREQ=DAILY']],
    ['with some left', '2026-11-27', 'day 3 times', '2026-11-24T11:00', ['2026-11-25T10:00', 'FREQ=DAILY;COUNT=1']],
  ])('%s', async (_, due, every, doneAt, [civil, rule]) => {
    const fired = ['2026-11-23T10:00', '2026-11-24T10:00'].filter((at) => at < doneAt)
    expect(await followed(due, every, doneAt, fired)).toEqual([[civil, rule, 'pending', null]])
  })

  test('with none left there is none', async () => {
    const fired = ['2026-11-23T10:00', '2026-11-24T10:00', '2026-11-25T10:00']
    expect(await followed('2026-11-27', 'day 3 times', '2026-11-25T11:00', fired)).toEqual([])
  })
})

test('of a repetition inside only the latest occurrence comes again, as a series of its own', async () => {
  const b = bench()
  await seed(b, 'Week due:2026-11-29 every:week', 'Run parent:1 due:2026-11-23 every:"2 days"')
  for (const [id, at] of [
    ['2', '2026-11-23T20:00'],
    ['3', '2026-11-25T20:00'],
  ] as const)
    await told(b, ['done', id], at)
  expect(await told(b, ['done', '1', '--cascade'], '2026-11-27T20:00')).toBe(
    'Done: 1 "Week", 4 "Run"\nNext: 5 "Week" due Sun 6 Dec\n',
  )
  expect((await shape(b)).slice(4)).toEqual(['5 todo 2026-12-06 - - - -', '6 todo 2026-12-04 - 5 - -'])
  expect(await b.json('show', '6')).toMatchObject({ series_uid: (await b.tasks())[5]!.uid })
  await told(b, ['done', '6'], '2026-12-04T20:00')
  expect((await shape(b)).at(-1)).toBe('7 todo 2026-12-06 - 5 - -')
})

test('a task that repeats inside of one that does not goes on at the nearest open task above', async () => {
  const b = bench()
  await seed(b, 'House', 'Garden parent:1', 'Water parent:2 due:today every:day')
  await told(b, ['done', '2', '--cascade'])
  expect((await shape(b)).at(-1)).toBe('4 todo 2026-11-24 - 1 - -')
  await told(b, ['done', '1', '--cascade'])
  expect((await shape(b)).at(-1)).toBe('5 todo 2026-11-25 - - - -')
})

test('a task that repeats by completion shifts what is below it by as much', async () => {
  const b = bench()
  await seed(b, 'Clean after:"10 days" due:2026-11-20', 'Floor parent:1 due:2026-11-19')
  await told(b, ['done', '1', '--cascade'])
  expect((await shape(b)).slice(2)).toEqual(['3 todo 2026-12-03 - - - -', '4 todo 2026-12-02 - 3 - -'])
})
