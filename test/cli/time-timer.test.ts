import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { seed, statuses } from './seed.ts'
import { at, type EntryJson, entryKeys, stored, worked } from './time-seed.ts'

const entries = (b: Bench) => b.json<EntryJson[]>('time', 'list')

test('time status is the running entry, one object in JSON', async () => {
  const b = await worked()
  const status = await b.json<EntryJson>('time', 'status')
  expect(Object.keys(status)).toEqual(entryKeys)
  expect(status).toEqual({
    id: 3,
    uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    task_id: 1,
    title: 'Build site',
    project: 'work',
    client: 'Acme',
    started_at: '2026-11-23T08:45:00.000Z',
    ended_at: null,
    seconds: 900,
    hours: 0.25,
    billable: true,
    note: null,
    rate_cents: 8550,
    currency: 'EUR',
    created_at: '2026-11-23T08:45:00.000Z',
    updated_at: '2026-11-23T08:45:00.000Z',
  })
  const said = await b.larry('time', 'status', '--format', 'table', '--exit-code')
  expect(said).toEqual({ code: 0, stdout: '1 "Build site" · since 08:45 · 15m\n', stderr: '' })
  const picked = await b.larry('time', 'status', '--format', 'table', '--fields', 'title,hours')
  expect(picked.stdout).toBe('title  Build site\nhours  0:15\n')
})

test.each([
  ['json', 'null\n'],
  ['ndjson', ''],
  ['csv', 'id,started_at,ended_at,hours,billable,client,project,task_id,title,note\r\n'],
  ['tsv', ''],
  ['ids', ''],
  ['table', 'No timer runs\n'],
])('time status as %s, when no timer runs, is %j; exit 1 only when asked', async (format, stdout) => {
  const b = bench()
  expect(await b.larry('time', 'status', '--format', format)).toEqual({ code: 0, stdout, stderr: '' })
  expect(await b.larry('time', 'status', '--format', format, '--exit-code')).toEqual({ code: 1, stdout, stderr: '' })
})

test('time stop when no timer runs says so, exit 0', async () => {
  const b = bench()
  expect(await b.larry('time', 'stop', '--format', 'table')).toEqual({ code: 0, stdout: 'No timer runs\n', stderr: '' })
  expect(await b.json('time', 'stop')).toEqual([])
})

test('the timer leaves the status of its task alone, and task start starts none', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  await b.json('time', 'start', '1')
  await b.json('start', '2')
  expect(await statuses(b)).toEqual(['todo', 'in-progress'])
  expect(await b.json('time', 'status')).toMatchObject({ task_id: 1 })
})

test('a timer started while another runs begins where that one ends, at a moment before too', async () => {
  const b = await worked()
  await b.json('time', 'start', '2', '--at', '8:50')
  const [second, first] = await entries(b)
  expect([first!.ended_at, second!.started_at, second!.ended_at]).toEqual([
    '2026-11-23T08:50:00.000Z',
    '2026-11-23T08:50:00.000Z',
    null,
  ])
})

test('a timer cannot begin before other work has ended, which its hint does not offer to allow', async () => {
  const b = await worked()
  await b.json('time', 'stop')
  const ran = await b.larry('time', 'start', '3', '--at', '8:50')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toBe(
    'larry: 08:50 to 09:00 overlaps entry 3 on 1 "Build site", 08:45 to 09:00\n  hint: give a later --at\n',
  )
})

test('when the clock was set back no entry has a negative length, and stop says what happened', async () => {
  const b = await worked()
  const ran = await at(b, '08:00', 'time', 'stop', '--format', 'table')
  expect(ran).toMatchObject({ code: 0 })
  expect(ran.stdout).toBe('Stopped 1 "Build site" after 0s (the clock was set back: it ends where it began)\n')
  expect((await entries(b))[0]).toMatchObject({ id: 3, seconds: 0, ended_at: '2026-11-23T08:45:00.000Z' })
})

test('when the clock was set back a running timer has lasted no time, and can be changed for another or closed', async () => {
  const b = await worked()
  const { stdout } = await at(b, '07:30', 'time', 'status', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ id: 3, seconds: 0, hours: 0 })
  const setBack = '(the clock was set back: it ends where it began)'
  expect((await at(b, '07:30', 'time', 'start', '2', '--format', 'table')).stdout).toBe(
    `Stopped 1 "Build site" after 0s ${setBack} · started 2 "Call Bob"\n`,
  )
  expect((await at(b, '07:00', 'done', '2', '--format', 'table')).stdout).toBe(
    `Done: 2 "Call Bob"\nStopped 2 "Call Bob" after 0s ${setBack}\n`,
  )
  expect((await entries(b)).map(({ id, seconds, ended_at }) => [id, seconds, ended_at])).toEqual([
    [3, 0, '2026-11-23T08:45:00.000Z'],
    [2, 1800, '2026-11-23T08:30:00.000Z'],
    [4, 0, '2026-11-23T07:30:00.000Z'],
    [1, 3600, '2026-11-23T08:00:00.000Z'],
  ])
})

test.each([
  [['done', '1'], 'Done: 1 "Build site"\nStopped 1 "Build site" after 15m\nNow ready: 2 "Call Bob"\n'],
  [['done', '1', '2'], 'Done: 1 "Build site", 2 "Call Bob"\nStopped 1 "Build site" after 15m\n'],
  [['task', 'cancel', '1'], 'Cancelled 1 "Build site"\nStopped 1 "Build site" after 15m\nNow ready: 2 "Call Bob"\n'],
  [
    ['edit', '1', 'status:done'],
    'Changed 1 "Build site" · project work · client Acme · done\nStopped 1 "Build site" after 15m\nNow ready: 2 "Call Bob"\n',
  ],
])('larry %j stops the timer on the task and says so; undo makes it run again', async (line, said) => {
  const b = await worked()
  await b.json('edit', '2', 'depends:1')
  const before = stored(b).entries
  expect(await b.larry(...line, '--format', 'table')).toEqual({ code: 0, stdout: said, stderr: '' })
  expect(await b.json('time', 'status')).toBe(null)
  await b.json('undo')
  expect(stored(b).entries).toEqual(before)
  expect(await b.json('time', 'status')).toMatchObject({ id: 3, ended_at: null })
  await b.json('redo')
  await b.json('task', 'reopen', '1')
  expect(await b.json('time', 'status')).toBe(null)
})

test('done --cascade stops the timer of a subtask', async () => {
  const b = bench()
  await seed(b, 'Whole', 'Part parent:1')
  await b.json('time', 'start', '2')
  expect((await b.larry('done', '1', '--cascade', '--format', 'table')).stdout).toContain('Stopped 2 "Part" after 0s\n')
})

test('closing another task leaves the timer running', async () => {
  const b = await worked()
  expect((await b.larry('done', '2', '--format', 'table')).stdout).toBe('Done: 2 "Call Bob"\n')
  expect(await b.json('time', 'status')).toMatchObject({ id: 3, ended_at: null })
})

test('removing a task takes its entries and the running timer with it, says so, and undo brings all back', async () => {
  const b = await worked()
  const before = stored(b).entries
  const ran = await b.larry('rm', '1', '--yes', '--format', 'table')
  expect(ran.stdout).toBe('Removed 1 "Build site" · 2 time entries · the timer that ran\n')
  expect(await entries(b)).toMatchObject([{ id: 2 }])
  await b.json('undo')
  expect(stored(b).entries).toEqual(before)
  expect((await b.larry('rm', '2', '--yes', '--format', 'table')).stdout).toBe(
    'Removed 2 "Call Bob" · 1 tag · 1 time entry\n',
  )
})

test('what was done meanwhile keeps redo from running two timers', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  await b.json('time', 'start', '1')
  await b.json('undo')
  await b.json('time', 'start', '2')
  const ran = await b.larry('redo')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(await b.json('time', 'status')).toMatchObject({ task_id: 2 })
  expect((await b.larry('db', 'check')).code).toBe(0)
})

test('is:running and has:time find tasks by their work', async () => {
  const b = await worked()
  const found = async (...words: string[]) =>
    (await b.json<{ id: number }[]>('list', ...words, '--sort', 'id')).map(({ id }) => id)
  expect(await found('is:running')).toEqual([1])
  expect(await found('not', 'is:running')).toEqual([2, 3])
  expect(await found('has:time')).toEqual([1, 2])
  expect(await found('not', 'has:time', 'id:1-4')).toEqual([3, 4])
  await b.json('time', 'stop')
  expect(await found('is:running')).toEqual([])
})
