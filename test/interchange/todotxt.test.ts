import { readFileSync } from 'node:fs'
import { array, assert, asyncProperty, constantFrom, oneof, option, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { todotxt } from '../../src/interchange/todotxt.ts'
import { clockAt } from '../domain/clock.ts'
import { refusal } from '../domain/refusal.ts'
import { read, write } from './through.ts'

const fixture = readFileSync('test/fixtures/interchange/todo.txt', 'utf8')
const uid = '0198f2c4-1111-7000-8000-000000000001'

/** What a line says beside its source and the line itself, as far as it is not the usual. */
async function said(line: string, zone?: string) {
  const { told } = await read(todotxt, line, zone === undefined ? {} : { clock: clockAt(undefined, 1, zone) })
  const { kind: _kind, source: _source, extra: _extra, ...task } = told[0]!.record as TaskRecord
  const usual = ['[]', 'null', '"todo"', '"medium"']
  const rest = Object.fromEntries(Object.entries(task).filter(([, value]) => !usual.includes(JSON.stringify(value))))
  return told[0]!.adapted === undefined ? rest : { ...rest, adapted: told[0]!.adapted }
}

test.each<[string, object]>([
  ['Buy milk', { title: 'Buy milk' }],
  [
    '(A) 2026-11-02 Sign +Flat @phone due:2026-11-27',
    {
      title: 'Sign',
      priority: 'urgent',
      created_at: '2026-11-02T00:00:00.000Z',
      project: 'Flat',
      tags: ['phone'],
      due: '2026-11-27',
    },
  ],
  ['(C) Call @mom about +roof', { title: 'Call @mom about', priority: 'high', tags: ['mom'], project: 'roof' }],
  ['(G) One day', { title: 'One day', priority: 'low', adapted: ['priority (G) became low'] }],
  ['(a) text', { title: '(a) text' }],
  ['X text', { title: 'X text' }],
  [
    'x 2026-11-20 2026-11-02 Hand in',
    {
      title: 'Hand in',
      status: 'done',
      completed_at: '2026-11-20T00:00:00.000Z',
      created_at: '2026-11-02T00:00:00.000Z',
    },
  ],
  ['x Tidy pri:B', { title: 'Tidy', status: 'done', priority: 'critical' }],
  [
    'x (B) 2026-11-20 Tidy',
    { title: 'Tidy', status: 'done', priority: 'critical', completed_at: '2026-11-20T00:00:00.000Z' },
  ],
  ['a t:2026-12-01 est:1h30m', { title: 'a', wait_until: '2026-12-01', estimate_minutes: 90 }],
  [
    'a due:2026-12-01 rec:+2w',
    {
      title: 'a',
      due: '2026-12-01',
      recurrence: 'FREQ=WEEKLY;INTERVAL=2',
      recurrence_mode: 'schedule',
      recurrence_anchor: '2026-12-01',
    },
  ],
  ['a rec:10', { title: 'a', recurrence: 'FREQ=DAILY;INTERVAL=10', recurrence_mode: 'completion' }],
  ['a rec:+1b', { title: 'a', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', recurrence_mode: 'schedule' }],
  [
    'a rec:10b',
    {
      title: 'a',
      recurrence: 'FREQ=WEEKLY;INTERVAL=2',
      recurrence_mode: 'completion',
      adapted: ['rec:10b, in working days, became FREQ=WEEKLY;INTERVAL=2'],
    },
  ],
  ['a rec:often', { title: 'a', adapted: ['rec:often was not understood, and is kept for todo.txt alone'] }],
  ['a due:soon', { title: 'a', adapted: ['due:soon was not understood, and is kept for todo.txt alone'] }],
  ['a h:1 sup:3', { title: 'a' }],
  ['see https://x.example now', { title: 'see https://x.example now' }],
  ['at 14:30', { title: 'at 14:30' }],
  [
    'a +one +two',
    { title: 'a', project: 'one', tags: ['two'], adapted: ['+two became a tag: a task has one project'] },
  ],
  ['a +spring%20sale', { title: 'a', project: 'spring sale' }],
  ['+Garden @home Cut the roses', { title: 'Cut the roses', project: 'Garden', tags: ['home'] }],
  ['+Inbox', { title: '+Inbox', project: 'Inbox' }],
  ['fix bug:12 @home words:3 +web', { title: 'fix bug:12 @home', project: 'web' }],
  [`a status:review uid:${uid}`, { title: 'a', status: 'review', uid }],
  ['a uid:me', { title: 'a', adapted: ['uid:me was not understood, and is kept for todo.txt alone'] }],
  ['x 2026-11-20 a status:cancelled', { title: 'a', status: 'cancelled', completed_at: '2026-11-20T00:00:00.000Z' }],
])('reads %j', async (line, task) => {
  expect(await said(line)).toEqual(task)
})

test('dates are days of the zone', async () => {
  expect(await said('x 2026-11-20 2026-10-30 a', 'America/New_York')).toMatchObject({
    completed_at: '2026-11-20T05:00:00.000Z',
    created_at: '2026-10-30T04:00:00.000Z',
  })
})

test.each([
  ['ok\n\n(A) 2026-02-30 no', 'line 3: "2026-02-30" is not a date that exists', 'YYYY-MM-DD'],
  ['x ', 'line 1: a task needs a title', ''],
  ['a rrule:FREQ=OFTEN', 'line 1: unknown FREQ "OFTEN"', ''],
])('refuses %j', async (text, message, hint) => {
  await expect(read(todotxt, text)).rejects.toEqual(refusal(message, hint))
})

test('a line as long as a book is refused, and read in no time', async () => {
  await expect(read(todotxt, 'word '.repeat(200_000), {}, 65_536)).rejects.toEqual(
    refusal('line 1: the title has 999999'),
  )
})

describe('the file of another program', () => {
  test('comes back line by line, and gives the same tasks again', async () => {
    const { records } = await read(todotxt, fixture)
    const { text } = await write(todotxt, stored(records))
    expect(text).toBe(fixture)
    expect((await read(todotxt, text)).records).toEqual(records)
  })

  test('comes back with what changed, the rest of each line in its place', async () => {
    const { records } = await read(todotxt, fixture)
    const tasks = stored(records)
    const change = (title: string, news: Partial<TaskRecord>): TaskRecord => ({
      ...tasks.find((task) => task.title === title)!,
      ...news,
    })
    const closed = { status: 'done' as const, completed_at: '2026-11-23T00:00:00.000Z' }
    const noon = '2026-11-23T12:00:00.000Z'
    const { text } = await write(todotxt, [
      change('Renew passport', closed),
      change('Sort old photographs', { priority: 'high' }),
      change('Visit the lighthouse one day', closed),
      change('Translate the leaflet', { due: '2026-12-24' }),
      change('Fix the gate latch', { ...closed, completed_at: noon }),
      change('Tidy the shelf', { status: 'todo', completed_at: null }),
    ])
    const known = (at: number) => ` uid:${tasks[at]!.uid}`
    expect(text.split('\n')).toEqual([
      'x 2026-11-23 Renew passport @errands due:2026-12-15 t:2026-12-01 pri:B',
      '(C) Sort old photographs +Archive',
      'x 2026-11-23 Visit the lighthouse one day @summer pri:G',
      `Translate the leaflet @desk due:2026-12-24 lang:fr sup:44${known(27)}`,
      'x 2026-11-23 Fix the gate latch est:30m @home completed:2026-11-23T12:00:00.000Z',
      'Tidy the shelf',
      '',
    ])
  })

  test('of equal lines each is known by which of them it is, wherever others went', async () => {
    const { records } = await read(todotxt, 'a\na\na\n')
    expect((await write(todotxt, stored(records).slice(1))).text).toBe(
      `a uid:${stored(records)[1]!.uid}\na uid:${stored(records)[2]!.uid}\n`,
    )
  })
})

/** Records as a file of larry's gives them back: each with a uid and the moment it was made. */
function stored(records: readonly TaskRecord[]): TaskRecord[] {
  return records.map((task, at) => ({
    created_at: '2026-11-23T09:00:00.000Z',
    ...task,
    uid: `0198f2c4-1111-4000-8000-0000000000${String(at).padStart(2, '0')}`,
  }))
}

test('a task of larry is known again by its uid, to the millisecond', async () => {
  const task: TaskRecord = {
    kind: 'task',
    uid,
    title: 'Pay rent',
    status: 'done',
    priority: 'high',
    due: '2026-12-01T14:00',
    wait_until: '2026-11-30',
    estimate_minutes: 30,
    tags: ['bank', 'home'],
    project: 'spring sale/50%',
    recurrence: 'FREQ=MONTHLY;BYDAY=-1FR',
    recurrence_mode: 'schedule',
    recurrence_anchor: '2026-10-30T14:00',
    created_at: '2026-11-01T10:20:30.456Z',
    completed_at: '2026-11-20T10:20:30.456Z',
    parent_uid: '0198f2c4-1111-7000-8000-000000000002',
    depends_on_uids: ['0198f2c4-1111-7000-8000-000000000003', 'ics:4'],
  }
  const { text, notes } = await write(todotxt, [task])
  expect(text).toBe(
    'x 2026-11-20 2026-11-01 Pay rent +spring%20sale/50%25 @bank @home due:2026-12-01T14:00 t:2026-11-30 ' +
      'rrule:FREQ=MONTHLY;BYDAY=-1FR anchor:2026-10-30T14:00 est:30m pri:C ' +
      'parent:0198f2c4-1111-7000-8000-000000000002 depends:0198f2c4-1111-7000-8000-000000000003,ics:4 ' +
      `completed:2026-11-20T10:20:30.456Z created:2026-11-01T10:20:30.456Z uid:${uid}\n`,
  )
  expect(notes).toEqual([])
  expect((await read(todotxt, text)).records).toEqual([task])
})

test('a line of a task as add makes it is short', async () => {
  // This uid was made at the moment the task was.
  const born = '019a0000-0000-7000-8000-000000000001'
  const created_at = new Date(Number.parseInt('019a00000000', 16)).toISOString()
  const task: TaskRecord = { kind: 'task', uid: born, title: 'Buy milk', created_at, tags: ['shop'] }
  const { text } = await write(todotxt, [task])
  expect(text).toBe(`${created_at.slice(0, 10)} Buy milk @shop uid:${born}\n`)
  expect((await read(todotxt, text)).records[0]).toMatchObject(task)
})

test('what a line cannot say is told', async () => {
  const task: TaskRecord = {
    kind: 'task',
    uid,
    title: 'two\nlines',
    notes: 'n',
    client: 'Acme',
    comments: [{ body: 'c' }],
  }
  const { text, notes } = await write(todotxt, [task])
  expect(text).toBe(`two lines uid:${uid}\n`)
  expect(notes).toEqual([
    '1 task cannot be said wholly in a line of todo.txt: a title of several lines, perhaps',
    'todo.txt has no place for 1 notes of a task, 1 client, 1 comment',
  ])
})

const odd = constantFrom(
  'x y',
  '(A) z',
  '2026-01-01 b',
  '2026-02-30 b',
  'fix bug:12',
  '@home',
  '+1 vote',
  ' spaced  out ',
  'due:2026-02-30',
  'uid:1',
  'a words:1',
  'https://x',
  'http:y z:',
)
const plain = string({ unit: 'binary', maxLength: 30 }).filter((one) => one.isWellFormed() && !/[\0\r\n]/.test(one))
const title = oneof(
  plain,
  odd,
  plain.map((one) => `${one} +a @b`),
).filter((one) => one.replaceAll('\x85', '').trim() !== '')
const anyTask = record({
  kind: constantFrom('task' as const),
  title,
  status: constantFrom('todo' as const, 'in-progress' as const),
  priority: constantFrom('low' as const, 'medium' as const, 'urgent' as const),
  due: option(constantFrom('2026-12-01', '2026-12-01T23:59')),
  wait_until: option(constantFrom('2026-12-01')),
  estimate_minutes: option(constantFrom(1, 60, 90)),
  tags: array(constantFrom('a', 'zürich', '日本'), { maxLength: 3 }).map((tags) => [...new Set(tags)].toSorted()),
  project: option(constantFrom('a', 'b/c d', '50% + x')),
  recurrence: constantFrom(null),
  recurrence_mode: constantFrom(null),
  completed_at: constantFrom(null),
  created_at: constantFrom('2026-11-01T00:00:00.000Z', '2026-11-01T23:59:59.999Z'),
  uid: constantFrom(uid),
})

test('whatever a line can say comes back, odd titles too', async () => {
  await assert(
    asyncProperty(anyTask, async (task) => {
      const { text } = await write(todotxt, [task])
      expect((await read(todotxt, text)).records).toMatchObject([task])
    }),
    { numRuns: 300 },
  )
})

test('a word that says nothing larry can take is told with its line, kept, and given back', async () => {
  const lines = ['a due:2026-13-01', 'b due:2026-12-01 due:2026-12-02', 'c uid:not-a-uid']
  const { told } = await read(todotxt, lines.join('\n'))
  expect(told.map(({ line, adapted }) => ({ line, adapted }))).toEqual([
    { line: 1, adapted: ['due:2026-13-01 was not understood, and is kept for todo.txt alone'] },
    { line: 2, adapted: ['due:2026-12-02 comes a second time, and is kept for todo.txt alone'] },
    { line: 3, adapted: ['uid:not-a-uid was not understood, and is kept for todo.txt alone'] },
  ])
  const records = told.map((one) => one.record as TaskRecord)
  expect(records).toMatchObject([{ due: null }, { due: '2026-12-01' }, { title: 'c' }])
  expect((await write(todotxt, records)).text).toBe(`${lines.join('\n')}\n`)
  // Without a due date the second one is not written: it would be read as the first.
  const { text } = await write(todotxt, [{ ...records[1]!, due: null, title: 'B' }])
  expect(text).not.toContain('due:')
})
