import { describe, expect, test } from 'vitest'
import { uuid } from '../interchange/taskwarrior.ts'
import { type Bench, bench } from '../support/larry.ts'
import { put } from './exchange-seed.ts'

const stamps = { entry: '20261101T080000Z', modified: '20261101T080000Z' }

const entries = [
  { uuid: uuid(1), description: 'Pay rent', status: 'recurring', recur: 'weekly', due: '20261102T000000Z', mask: '--' },
  { uuid: uuid(2), description: 'Pay rent', parent: uuid(1), imask: 0, recur: 'weekly', due: '20261102T000000Z' },
  { uuid: uuid(3), description: 'Pay rent', parent: uuid(1), imask: 1, recur: 'weekly', due: '20261109T000000Z' },
  { uuid: uuid(4), description: 'Call', due: '20261124T143015Z', priority: 'M', size: 'L', depends: [uuid(5)] },
  { uuid: uuid(5), description: 'Find the number', project: 'home.kitchen', tags: ['next', 'on phone'] },
].map((entry) => ({ status: 'pending', ...entry, ...stamps }))

async function imported(zone = 'UTC'): Promise<Bench> {
  const b = bench()
  put(b, 'tasks.json', JSON.stringify(entries))
  const ran = await b.larry('import', 'tasks.json', '--as', 'taskwarrior', '--tz', zone)
  expect(ran.code).toBe(0)
  return b
}

async function exported(b: Bench, ...more: string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await b.larry('export', '--as', 'taskwarrior', ...more)
  return JSON.parse(stdout) as Record<string, unknown>[]
}

describe('the tasks of a Taskwarrior', () => {
  test('are tasks of larry', async () => {
    const b = await imported()
    expect(await b.tasks()).toMatchObject([
      { title: 'Pay rent', due: '2026-11-02', recurrence: 'FREQ=WEEKLY', uid: uuid(2) },
      { title: 'Pay rent', due: '2026-11-09', recurrence: 'FREQ=WEEKLY', uid: uuid(3) },
      { title: 'Call', due: '2026-11-24T14:30', priority: 'medium', depends_on: [5 - 1] },
      { title: 'Find the number', project: 'home/kitchen', tags: ['next', 'on-phone'] },
    ])
  })

  test('come out as they went in, in another zone too', async () => {
    for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata']) {
      const out = await exported(await imported(zone), '--tz', zone)
      expect(out.sort((a, b) => (String(a['uuid']) < String(b['uuid']) ? -1 : 1))).toEqual(entries)
    }
  })

  test('are no change when they come again, and gone after undo', async () => {
    const b = await imported()
    const before = await b.tasks()
    expect(await b.json('import', 'tasks.json', '--as', 'taskwarrior')).toMatchObject([
      { kind: 'task', read: 4, added: 0, updated: 0, unchanged: 4, kept: 0 },
    ])
    expect((await b.larry('undo')).code).toBe(0)
    expect(await b.tasks()).toEqual([])
    expect((await b.larry('redo')).code).toBe(0)
    expect(await b.tasks()).toEqual(before)
  })

  test('that were changed there since are changed here', async () => {
    const b = await imported()
    const later = {
      ...entries[3],
      due: undefined,
      modified: '20261122T080000Z',
      status: 'completed',
      end: '20261122T080000Z',
    }
    put(b, 'later.json', JSON.stringify([later]))
    expect(await b.json('import', 'later.json', '--as', 'taskwarrior')).toMatchObject([{ read: 1, updated: 1 }])
    expect((await b.tasks())[2]).toMatchObject({ status: 'done', due: null, completed_at: '2026-11-22T08:00:00.000Z' })
  })

  test('are only looked at with --dry-run', async () => {
    const b = bench()
    put(b, 'tasks.json', JSON.stringify(entries))
    expect((await b.larry('import', 'tasks.json', '--as', 'taskwarrior', '--dry-run')).code).toBe(0)
    expect(await b.tasks()).toEqual([])
  })
})

test('what larry made to follow goes out as the next of its series', async () => {
  const b = await imported()
  await b.larry('done', '1', '2')
  const out = await exported(b)
  expect(out.find(({ uuid: one }) => one === uuid(1))).toMatchObject({ status: 'recurring', mask: '++X-' })
  expect(out.filter(({ status }) => status === 'pending')).toMatchObject([
    { description: 'Call' },
    { description: 'Find the number' },
    { description: 'Pay rent', due: '20261123T000000Z', parent: uuid(1), imask: 3, recur: 'weekly' },
  ])
})

test('an occurrence without a due date goes out by itself: task import breaks down at one that repeats', async () => {
  const b = await imported()
  await b.larry('edit', '1', '2', 'every:none')
  await b.larry('edit', '1', '2', 'due:none')
  const out = await exported(b)
  expect(out).toHaveLength(4)
  expect(out.filter((entry) => 'recur' in entry || 'parent' in entry)).toEqual([])
})

test.each([
  [{ taskwarrior: { due: 'soon', annotations: 'x', status: [], uuid: 'x', imask: 1e9, recur: 'weekly' } }],
  [{ taskwarrior: { imask: 1e9 }, 'taskwarrior-template': { uuid: uuid(1), mask: 7, due: 'soon', recur: {} } }],
  [
    {
      taskwarrior: { imask: 1e9, parent: uuid(1) },
      'taskwarrior-template': { uuid: uuid(1), due: '20261102T000000Z', recur: 'weekly', until: '99991231T235959Z' },
    },
  ],
])('extra of any kind, %j, does not keep a task from going out', async (extra) => {
  const b = bench()
  const record = { title: 'a', uid: uuid(2), due: '2026-11-09', series_uid: uuid(1), recurrence: 'FREQ=WEEKLY', extra }
  put(b, 'a.ndjson', JSON.stringify({ ...record, recurrence_mode: 'schedule', recurrence_anchor: '2026-11-02' }))
  expect(await b.json('import', 'a.ndjson')).toMatchObject([{ added: 1 }])
  expect((await exported(b))[0]).toMatchObject({ uuid: uuid(2), description: 'a', due: '20261109T000000Z' })
})

test('what cannot be read is refused with its line and nothing is stored', async () => {
  const b = bench()
  put(b, 'tasks.json', `[\n${JSON.stringify(entries[3])},\n{"description":"b","due":"soon"}\n]`)
  const ran = await b.larry('import', 'tasks.json', '--as', 'taskwarrior', '--json')
  expect(ran.code).toBe(2)
  expect(JSON.parse(ran.stderr)).toMatchObject({ error: { message: 'line 3: due "soon" is no date larry knows' } })
  expect(await b.tasks()).toEqual([])
})

test('a UUID that comes twice is refused', async () => {
  const b = bench()
  put(b, 'tasks.json', JSON.stringify([entries[3], entries[3]]))
  expect(await b.larry('import', 'tasks.json', '--as', 'taskwarrior')).toMatchObject({ code: 4, stdout: '' })
  expect(await b.tasks()).toEqual([])
})

test('a task that comes again within seconds does not repeat here, which is told, and is given back as it was', async () => {
  const b = bench()
  const entry = { uuid: uuid(1), description: 'Blink', status: 'recurring', recur: '30s', due: '20261102T000000Z' }
  put(b, 'tasks.json', JSON.stringify([{ ...entry, ...stamps }]))
  const [row] = await b.json<{ notes: string[] }[]>('import', 'tasks.json', '--as', 'taskwarrior')
  expect(row!.notes).toEqual(['line 1: recur "30s" is no rule: the task does not repeat'])
  expect(await b.tasks()).toMatchObject([{ recurrence: null }])
  expect(await exported(b)).toMatchObject([{ recur: '30s' }])
  expect(await b.larry('done', '1')).toMatchObject({ code: 0 })
})

test('an export says what is no task and stays behind', async () => {
  const b = bench()
  await b.larry('habit', 'add', 'Read')
  await b.larry('add', 'A')
  const { stderr } = await b.larry('export', '-o', 'a.taskwarrior')
  expect(stderr).toBe('taskwarrior holds tasks alone: left out 1 habit\n')
})

/** What larry has in Vienna, through Taskwarrior into an empty file in New York. */
async function movedToNewYork(lines: readonly (readonly string[])[], change: object = {}): Promise<Bench> {
  const from = bench()
  for (const line of lines) expect(await from.larry(...line, '--tz', 'Europe/Vienna')).toMatchObject({ code: 0 })
  const out = await exported(from, '--tz', 'Europe/Vienna')
  const to = bench()
  put(to, 'out.json', JSON.stringify(out.map((entry) => ({ ...entry, ...change }))))
  const ran = await to.larry('import', 'out.json', '--as', 'taskwarrior', '--tz', 'America/New_York')
  expect(ran).toMatchObject({ code: 0 })
  return to
}

describe('what larry made in another zone', () => {
  test('is due on the day it was, at the time it was', async () => {
    const to = await movedToNewYork([
      ['add', 'Gifts', 'due:2026-12-24', 'wait:2026-12-01'],
      ['add', 'Train', 'due:2026-12-24T14:30'],
      ['add', 'Rent', 'every:month', 'due:2026-12-07'],
      // The clocks of Vienna leave this time out.
      ['add', 'Gap', 'due:2027-03-28T02:30'],
    ])
    expect(await to.tasks()).toMatchObject([
      { title: 'Gifts', due: '2026-12-24', wait_until: '2026-12-01' },
      { title: 'Train', due: '2026-12-24T14:30' },
      { title: 'Rent', due: '2026-12-07' },
      { title: 'Gap', due: '2027-03-28T02:30' },
    ])
  })

  test('is due when Taskwarrior says where it was changed there since, in the zone of who asks', async () => {
    const to = await movedToNewYork([['add', 'Gifts', 'due:2026-12-24', 'wait:2026-12-01']], {
      due: '20261226T050000Z',
    })
    expect(await to.tasks()).toMatchObject([{ due: '2026-12-26', wait_until: '2026-12-01' }])
  })
})

describe('a client of a project', () => {
  const lines = [
    ['client', 'add', 'Acme'],
    ['project', 'add', 'work/site', '--client', 'Acme'],
    ['add', 'Build', 'project:work/site'],
  ]

  test('is the client of the project that is made for its task elsewhere', async () => {
    const to = await movedToNewYork(lines)
    expect(await to.json('project', 'list')).toMatchObject([{ name: 'work/site', client: 'Acme' }])
    expect(await to.tasks()).toMatchObject([{ project: 'work/site', client: 'Acme', client_id: null }])
  })

  test('is not that of another project, which its task was given in Taskwarrior', async () => {
    const to = await movedToNewYork(lines, { project: 'garden' })
    expect(await to.json('project', 'list')).toMatchObject([{ name: 'garden', client: null }])
    expect(await to.json('client', 'list')).toEqual([])
  })
})
