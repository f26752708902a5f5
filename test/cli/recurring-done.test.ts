import { describe, expect, test } from 'vitest'
import { inFile } from '../db/stores.ts'
import { type Bench, bench } from '../support/larry.ts'
import { lines, told } from './recurring-seed.ts'

const tables = ['tasks', 'task_tags', 'task_dependencies', 'reminders']
const rows = ({ file }: Bench) =>
  inFile(file, (handle) => tables.map((name) => handle.prepare(`select * from ${name}`).all()))

/** A weekly task due on 23 November, a Monday. */
async function weekly(words = 'every:week', title = 'Water'): Promise<Bench> {
  const b = bench()
  await b.json('add', `${title} due:2026-11-23 +garden p:high est:20m ${words}`, '--notes', 'the ferns')
  return b
}

describe('a task with every: that is done', () => {
  test.each([
    ['on its day', '2026-11-23T20:00', '2026-11-30'],
    ['early', '2026-11-20T09:00', '2026-11-30'],
    ['a day late', '2026-11-24T09:00', '2026-11-30'],
    ['weeks late', '2026-12-09T09:00', '2026-12-14'],
    ['late on the day of a later one', '2026-12-07T23:59', '2026-12-07'],
  ])('%s leaves one open, due %s: %s', async (_, at, due) => {
    const b = await weekly()
    await told(b, ['done', '1'], at)
    expect(await lines(b)).toEqual(['1 done 2026-11-23', `2 todo ${due}`])
  })

  test('says what comes next, which has all that was said of it and a place in the series', async () => {
    const b = await weekly()
    expect(await told(b, ['done', '1'])).toBe('Done: 1 "Water"\nNext: 2 "Water" due Mon 30 Nov\n')
    const [first, second] = [await b.json<object>('show', '1'), await b.json<object>('show', '2')]
    const series = { recurrence: 'FREQ=WEEKLY', recurrence_mode: 'schedule', recurrence_anchor: '2026-11-23' }
    expect(second).toMatchObject({ ...series, status: 'todo', progress: 0, completed_at: null, notes: 'the ferns' })
    expect(second).toMatchObject({ tags: ['garden'], priority: 'high', estimate_minutes: 20, title: 'Water' })
    expect(second).toHaveProperty('series_uid', (first as { uid: string }).uid)
    expect(first).toHaveProperty('series_uid', (first as { uid: string }).uid)
  })

  test('twice is done once', async () => {
    const b = await weekly()
    await b.larry('done', '1')
    expect(await told(b, ['done', '1'])).toBe('1 "Water" was already done\n')
    expect(await lines(b)).toEqual(['1 done 2026-11-23', '2 todo 2026-11-30'])
  })

  test('by edit is done by the same rules', async () => {
    const b = await weekly()
    expect(await told(b, ['edit', '1', 'status:done', 'p:low'])).toContain('\nNext: 2 "Water" due Mon 30 Nov\n')
    expect(await b.tasks()).toMatchObject([{ status: 'done' }, { status: 'todo', priority: 'low' }])
  })

  test('answers the same rows as ever in other formats, and nothing on a dry run', async () => {
    const b = await weekly()
    const before = rows(b)
    expect(await b.json('done', '1', '-n')).toMatchObject([{ id: 1, status: 'done' }])
    expect(rows(b)).toEqual(before)
    expect(await b.json('done', '1')).toMatchObject([{ id: 1, status: 'done' }])
    expect(await b.larry('done', '2', '--ids')).toEqual({ code: 0, stdout: '2\n', stderr: '' })
    expect(await b.larry('done', '3', '-q', '--format', 'table')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await lines(b)).toHaveLength(4)
  })

  test('keeps to the end of each month, and to its time', async () => {
    const b = bench()
    await told(b, ['add', 'Rent', 'every:"month on the 31st at 9:00"'], '2027-01-02T08:00')
    for (const day of ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
      await told(b, ['done', '--where', 'is:recurring'], `${day}T10:00`)
    expect((await b.tasks()).map(({ due }) => due)).toEqual([
      '2027-01-31T09:00',
      '2027-02-28T09:00',
      '2027-03-31T09:00',
      '2027-04-30T09:00',
      '2027-05-31T09:00',
    ])
  })

  test('waits as long before its date as it did', async () => {
    const b = await weekly('every:week wait:2026-11-20')
    await b.larry('done', '1')
    expect((await b.tasks())[1]).toMatchObject({ due: '2026-11-30', wait_until: '2026-11-27' })
  })

  test('waits for nothing that it waited for, and nothing waits for it', async () => {
    const b = await weekly()
    await b.json('add', 'Other', 'depends:1')
    await b.json('add', 'Before')
    await b.json('edit', '1', 'depends:3')
    await told(b, ['done', '1', '--force'])
    expect(await b.tasks()).toMatchObject([{}, { depends_on: [1] }, {}, { id: 4, depends_on: [] }])
  })
})

test('--catch-up all creates what was missed too; closing these creates no more until the last', async () => {
  const b = await weekly()
  expect(await told(b, ['done', '1', '--catch-up', 'all'], '2026-12-09T09:00')).toBe(
    'Done: 1 "Water"\nNext: 2 "Water" due Mon 30 Nov, 3 "Water" due Mon 7 Dec, 4 "Water" due Mon 14 Dec\n',
  )
  await told(b, ['done', '4'], '2026-12-10T09:00')
  await told(b, ['done', '2'], '2026-12-10T09:00')
  expect(await lines(b)).toEqual(['1 done 2026-11-23', '2 done 2026-11-30', '3 todo 2026-12-07', '4 done 2026-12-14'])
  expect(await told(b, ['done', '3'], '2026-12-11T09:00')).toContain('Next: 5 "Water" due Mon 21 Dec')
  expect(await b.larry('done', '5', '--catch-up', 'some')).toMatchObject({ code: 2 })
})

test('more missed ones than anybody wants are refused, and nothing is done', async () => {
  const b = bench()
  await b.larry('add', 'Old', 'due:2020-01-01', 'every:day')
  expect(await b.larry('done', '1', '--catch-up', 'all')).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('task 1 has missed more than 1000 occurrences'),
  })
  expect(await lines(b)).toEqual(['1 todo 2020-01-01'])
})

test('after: counts from the day it is done, late or early, and keeps the time', async () => {
  const b = bench()
  await b.larry('add', 'Filter', 'after:"10 days"')
  await b.larry('add', 'Oil', 'due:"2026-11-01 18:00"', 'after:"2 weeks"')
  expect(await told(b, ['done', '1', '2'], '2026-12-01T07:00')).toContain(
    'Next: 3 "Filter" due Fri 11 Dec, 4 "Oil" due Tue 15 Dec 18:00',
  )
  await told(b, ['done', '3'], '2026-12-05T07:00')
  expect((await lines(b)).at(-1)).toBe('5 todo 2026-12-15')
})

describe('the end of a repetition', () => {
  test('until and count end it, and it says so', async () => {
    const b = await weekly('every:"week until 2026-12-01"')
    await b.json('add', 'Thrice', 'due:2026-11-23', 'every:"day 3 times"')
    await b.larry('done', '1')
    expect(await told(b, ['done', '3'])).toBe('Done: 3 "Water"\n3 "Water" was the last of what repeats\n')
    await told(b, ['done', '2'])
    await told(b, ['done', '4'], '2026-11-24T09:00')
    expect(await told(b, ['done', '5'], '2026-11-25T09:00')).toContain('5 "Thrice" was the last of what repeats')
    expect(await b.json('list')).toEqual([])
  })

  test.each([
    [['task', 'cancel', '1'], 'Cancelled 1 "Water"\n'],
    [['rm', '1', '--yes'], 'Removed 1 "Water" · 1 tag\n'],
    [['edit', '1', 'status:cancelled'], ''],
  ])('%j ends it and names the verb that leaves out one date', async (line, first) => {
    const b = await weekly()
    const said = await told(b, line)
    expect(said).toContain(first)
    expect(said).toContain('That ends the repetition of 1 "Water"; larry recur skip only leaves out one date\n')
    expect(await b.json('list')).toEqual([])
  })

  test('removing one that is done ends nothing', async () => {
    const b = await weekly()
    await b.larry('done', '1')
    expect(await told(b, ['rm', '1', '--yes'])).not.toContain('ends')
    expect(await lines(b)).toEqual(['2 todo 2026-11-30'])
  })
})

describe('taking back', () => {
  test('undo of done takes away what came next, and redo brings back the same', async () => {
    const b = await weekly()
    const before = rows(b)
    await b.larry('done', '1')
    const after = rows(b)
    for (let round = 0; round < 2; round++) {
      await b.json('undo')
      expect(rows(b)).toEqual(before)
      await b.json('redo')
      expect(rows(b)).toEqual(after)
    }
  })

  test('reopen takes back what came next, and it can be done anew', async () => {
    const b = await weekly()
    await b.larry('done', '1')
    expect(await told(b, ['task', 'reopen', '1'], '2026-11-24T09:00')).toBe(
      'Reopened 1 "Water"\nTook back 2 "Water" due Mon 30 Nov, which had come next\n',
    )
    expect(await lines(b)).toEqual(['1 todo 2026-11-23'])
    await told(b, ['done', '1'], '2026-11-25T09:00')
    expect(await lines(b)).toEqual(['1 done 2026-11-23', '3 todo 2026-11-30'])
  })

  test.each([
    [['edit', '2', 'p:low']],
    [['edit', '2', '+more']],
    [['edit', '2', 'due:2026-12-01']],
    [['start', '2']],
    [['task', 'comment', '2', 'said']],
    [['time', 'log', '2', '10m']],
    [['add', 'Part', 'parent:2']],
    [['add', 'Later', 'depends:2']],
  ])('after %j reopen is a conflict that names it', async (line) => {
    const b = await weekly()
    await told(b, ['done', '1'])
    await told(b, line, '2026-11-23T10:00')
    const before = rows(b)
    expect(await b.larry('task', 'reopen', '1')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('task 2, another occurrence of task 1, is open'),
    })
    expect(rows(b)).toEqual(before)
    expect(await b.larry('undo', '2')).toMatchObject({ code: 0 })
    expect(await lines(b)).toEqual(['1 todo 2026-11-23'])
  })

  test('reopening an older one is a conflict, also two of one series at once', async () => {
    const b = await weekly()
    for (const id of ['1', '2']) await told(b, ['done', id])
    expect(await b.larry('task', 'reopen', '1', '2')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('tasks 1 and 2 are occurrences of one recurring task'),
    })
    await told(b, ['task', 'cancel', '3'])
    await told(b, ['task', 'reopen', '1'])
    expect(await b.larry('task', 'reopen', '3')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('task 1, another occurrence of task 3, is open'),
    })
    await told(b, ['done', '1'])
    expect((await lines(b)).at(-1)).toBe('4 todo 2026-12-14')
  })
})

test('a date moved by edit moves only that one, and an earlier one does not come twice', async () => {
  const b = await weekly()
  expect(await told(b, ['edit', '1', 'due:2026-11-20'])).toBe(
    'Changed 1 "Water" · due Fri 20 Nov · +garden · high · about 20m · every week · next Mon 30 Nov\n' +
      'Only this one moved: the repetition stays as it is\n',
  )
  await told(b, ['done', '1'], '2026-11-20T09:00')
  await told(b, ['edit', '2', 'due:2026-12-02'])
  await told(b, ['done', '2'])
  expect(await lines(b)).toEqual(['1 done 2026-11-20', '2 done 2026-12-02', '3 todo 2026-12-07'])
})

test('a date moved earlier and back is not left out, and those that were stay so', async () => {
  const b = await weekly('every:"week except 2026-12-07"')
  const leftOut = async () => (await b.json<{ recurrence_exceptions: string[] }>('show', '1')).recurrence_exceptions
  await told(b, ['edit', '1', 'due:2026-11-20'])
  expect(await leftOut()).toEqual(['2026-11-23', '2026-12-07'])
  await told(b, ['edit', '1', 'due:2026-11-23'])
  expect(await leftOut()).toEqual(['2026-12-07'])
})

test('a copy is a series of its own, and the words of edit change how it repeats', async () => {
  const b = await weekly()
  await told(b, ['done', '1'])
  expect(await told(b, ['task', 'duplicate', '2', 'due:2026-11-26'])).toContain('every week · next Thu 3 Dec')
  await told(b, ['task', 'duplicate', '2', 'every:none'])
  await told(b, ['done', '2', '3', '4'])
  expect((await lines(b)).slice(4)).toEqual(['5 todo 2026-12-07', '6 todo 2026-12-03'])
  const uids = await Promise.all([5, 6].map((id) => b.json<{ series_uid: string }>('show', String(id))))
  expect(new Set(uids.map(({ series_uid }) => series_uid)).size).toBe(2)
})

test('is:recurring finds what repeats, and the rule is a field of every format', async () => {
  const b = await weekly()
  await b.json('add', 'Once')
  expect(await b.json('list', 'is:recurring')).toMatchObject([{ id: 1, recurrence: 'FREQ=WEEKLY' }])
  expect(await b.json('list', 'not is:recurring')).toMatchObject([{ id: 2 }])
  expect((await b.larry('list', '--fields', 'id,recurrence,recurrence_mode', '--format', 'csv')).stdout).toBe(
    'id,recurrence,recurrence_mode\r\n1,FREQ=WEEKLY,schedule\r\n2,,\r\n',
  )
})

test('show tells how it repeats, when it comes and what is left out', async () => {
  const b = await weekly('every:"week except 2026-11-30"')
  expect(await b.json('show', '1')).toMatchObject({
    recurrence: 'FREQ=WEEKLY',
    recurrence_mode: 'schedule',
    recurrence_anchor: '2026-11-23',
    recurrence_exceptions: ['2026-11-30'],
    recurrence_paused_at: null,
    next_dates: ['2026-12-07', '2026-12-14', '2026-12-21'],
  })
  const card = await told(b, ['show', '1', '--fields', 'recurrence,recurrence_exceptions,next_dates'])
  expect(card).toBe(
    'recurrence             every week\nrecurrence_exceptions  Mon 30 Nov 2026\n' +
      'next_dates             Mon 7 Dec 2026, Mon 14 Dec 2026, Mon 21 Dec 2026\n',
  )
  await b.json('add', 'Once')
  expect(await b.json('show', '2')).toMatchObject({ recurrence_exceptions: [], next_dates: [], series_uid: null })
})

describe('a rule of whatever kind that was imported', () => {
  test.each([
    ['FREQ=DAILY;COUNT=1000000000'],
    ['FREQ=DAILY;INTERVAL=999999999999999'],
    ['FREQ=MINUTELY;INTERVAL=999999999999999'],
    ['FREQ=HOURLY;INTERVAL=70000000'],
    ['FREQ=HOURLY;INTERVAL=130000000'],
    ['FREQ=YEARLY;INTERVAL=999999999999999'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['FREQ=MINUTELY;BYHOUR=5;BYSETPOS=1'],
    ['FREQ=DAILY;UNTIL=20260103T101010'],
    ['FREQ=DAILY;UNTIL=20200101'],
  ])('%s lets the task be done, whenever it is due and however it counts', async (recurrence) => {
    const b = bench()
    const dues = [null, '2026-01-01', '9999-12-31T23:59']
    const modes = ['schedule', 'completion']
    const tasks = dues.flatMap((due) =>
      modes.map((recurrence_mode) => ({ title: 'a', due, recurrence, recurrence_mode })),
    )
    expect(await b.with({ stdin: JSON.stringify(tasks) })('import', '-', '--as', 'json')).toMatchObject({ code: 0 })
    expect(await b.larry('done', '1-6')).toMatchObject({ code: 0, stderr: '' })
  })

  test('to the second, which larry does not take, is refused where a file has it all the same', async () => {
    const b = await weekly()
    inFile(b.file, (handle) => handle.exec(`update tasks set recurrence = 'FREQ=SECONDLY' where id = 1`))
    const said = {
      code: 4,
      stdout: '',
      stderr:
        'larry: task 1 repeats to the second (FREQ=SECONDLY); times are kept to the minute\n  hint: larry edit 1 every:day, or every:none\n',
    }
    expect(await b.larry('done', '1')).toEqual(said)
    expect(await b.larry('recur', 'skip', '1')).toEqual(said)
    expect(await b.larry('show', '1')).toMatchObject({ code: 0 })
    expect(await b.larry('edit', '1', 'every:none')).toMatchObject({ code: 0 })
    expect(await b.larry('done', '1')).toMatchObject({ code: 0 })
  })
})
