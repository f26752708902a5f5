import { expect, test } from 'vitest'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { entriesOf, recordsOf, uuid } from './taskwarrior.ts'

/** A task with all that larry knows, as an export tells it. */
const full: TaskRecord = {
  kind: 'task',
  id: 7,
  uid: uuid(1),
  title: 'Write the offer',
  status: 'review',
  priority: 'urgent',
  due: '2026-12-01T14:30',
  wait_until: '2026-11-30',
  estimate_minutes: 90,
  progress: 40,
  tags: ['a,b', 'home'],
  project: 'v1.0/site',
  client: 'Acme',
  project_id: 3,
  client_id: 2,
  parent_id: 5,
  depends_on: [6],
  notes: 'two\nlines',
  recurrence: 'FREQ=MONTHLY;BYDAY=1MO',
  recurrence_mode: 'completion',
  started_at: '2026-11-20T08:00:00.123Z',
  completed_at: null,
  created_at: '2026-11-19T08:00:00.456Z',
  updated_at: '2026-11-21T08:00:00.789Z',
  recurrence_anchor: '2026-11-01',
  recurrence_exceptions: '2026-12-07',
  recurrence_paused_at: '2026-11-21T08:00:00.789Z',
  series_uid: uuid(9),
  source: null,
  extra: { todotxt: { pri: 'D' } },
  parent_uid: uuid(5),
  depends_on_uids: [uuid(6)],
  comments: [
    {
      id: 1,
      uid: uuid(11),
      created_at: '2026-11-20T08:00:00.100Z',
      updated_at: '2026-11-20T08:00:00.100Z',
      body: 'one',
    },
    {
      id: 2,
      uid: uuid(12),
      created_at: '2026-11-20T08:00:00.900Z',
      updated_at: '2026-11-20T09:00:00.000Z',
      body: 'two',
    },
  ],
  attachments: [
    { sha256: 'a'.repeat(64), name: 'offer.pdf', size: 3, media_type: 'application/pdf', description: null },
  ],
  time: [{ started_at: '2026-11-20T08:00:00.000Z', ended_at: '2026-11-20T09:00:00.000Z', note: null, billable: true }],
  reminders: [{ at: '2026-12-01T13:30:00.000Z', civil_at: '2026-12-01T14:30', zone: 'Europe/Vienna' }],
}

/** What is of its own file, and who it belongs to by number. */
const numbers = ['id', 'project_id', 'client_id', 'parent_id', 'depends_on', 'completed_at', 'source']

function withoutNumbers(task: TaskRecord) {
  const comments = task.comments?.map(withoutId)
  return Object.fromEntries(Object.entries({ ...task, comments }).filter(([key]) => !numbers.includes(key)))
}

test('a task of larry goes to Taskwarrior with what it can say and one attribute for the rest', async () => {
  const [{ larry, ...entry } = {}] = await entriesOf([full])
  expect(entry).toEqual({
    uuid: uuid(1),
    description: 'Write the offer',
    status: 'pending',
    priority: 'H',
    due: '20261201T143000Z',
    wait: '20261130T000000Z',
    entry: '20261119T080000Z',
    modified: '20261121T080000Z',
    project: 'v1.0.site',
    tags: ['home'],
    depends: [uuid(6)],
    annotations: [
      { entry: '20261120T080000Z', description: 'one' },
      { entry: '20261120T080001Z', description: 'two' },
    ],
  })
  expect(JSON.parse(String(larry))).toMatchObject({ status: 'review', estimate_minutes: 90, client: 'Acme' })
})

test('and comes back whole', async () => {
  expect((await recordsOf(await entriesOf([full]))).map(withoutNumbers)).toEqual([withoutNumbers(full)])
})

test.each([
  ['priority', { priority: 'L' }, { priority: 'low', status: 'review' }],
  ['no priority', { priority: undefined }, { priority: 'medium' }],
  ['start', { start: '20261122T080000Z' }, { status: 'in-progress', started_at: '2026-11-22T08:00:00.000Z' }],
  [
    'done',
    { status: 'completed', end: '20261122T080000Z' },
    { status: 'done', completed_at: '2026-11-22T08:00:00.000Z' },
  ],
  ['due', { due: '20261205T000000Z' }, { due: '2026-12-05' }],
  ['project', { project: 'other' }, { project: 'other', client: 'Acme' }],
  ['tags', { tags: ['home', 'new'] }, { tags: ['home', 'new'] }],
  ['modified', { modified: '20261122T080000Z' }, { updated_at: '2026-11-22T08:00:00.000Z' }],
  [
    'one more annotation',
    {
      annotations: [
        { entry: '20261120T080000Z', description: 'one, said better' },
        { entry: '20261120T080001Z', description: 'two' },
        { entry: '20261122T080000Z', description: 'three' },
      ],
    },
    {
      comments: [
        { ...withoutId(full.comments![0]!), body: 'one, said better' },
        withoutId(full.comments![1]!),
        { created_at: '2026-11-22T08:00:00.000Z', body: 'three' },
      ],
    },
  ],
])('what was changed in Taskwarrior counts: %s', async (_, change, record) => {
  const [entry] = await entriesOf([full])
  expect((await recordsOf([{ ...entry, ...change }]))[0]).toMatchObject(record)
})

function withoutId(row: object) {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id'))
}

test('a client that is of no project and not its own is not carried', async () => {
  const [entry] = await entriesOf([{ kind: 'task', uid: uuid(1), title: 'a', client: 'Acme', client_id: null }])
  expect(entry).toEqual({ uuid: uuid(1), description: 'a', status: 'pending' })
})

test('dates before 1980, at which task import breaks down, are carried', async () => {
  const [entry] = await entriesOf([{ kind: 'task', uid: uuid(1), title: 'a', due: '1975-01-01' }])
  expect(entry).toEqual({ uuid: uuid(1), description: 'a', status: 'pending', larry: '{"due":"1975-01-01"}' })
  expect((await recordsOf([entry!]))[0]?.due).toBe('1975-01-01')
})

test.each([
  ['the cat', 'line 1: an attribute larry "the cat" is not as larry writes it'],
  ['{"due":5}', 'line 1: an attribute larry with due 5 is not as larry writes it'],
  ['{"due":null}', 'line 1: an attribute larry with due null is not as larry writes it'],
  ['{"tags":"x"}', 'line 1: an attribute larry with tags "x" is not as larry writes it'],
  ['{"zone":"Mars/Base"}', 'line 1: an attribute larry with zone "Mars/Base" is not as larry writes it'],
  ['{"client_id":5}', 'line 1: an attribute larry with client_id 5 is not as larry writes it'],
  ['{"constructor":"x"}', 'line 1: an attribute larry with constructor "x" is not as larry writes it'],
  ['{"due":', 'line 1: not JSON'],
  ['{"due":"2026-01-01","due":"2026-01-02"}', 'line 1: the key "due" is given twice'],
])('an attribute larry %s is refused', async (larry, message) => {
  await expect(recordsOf([{ uuid: uuid(1), description: 'a', larry }])).rejects.toThrow(message)
})

test('records of other kinds have no place in Taskwarrior', async () => {
  expect(await entriesOf([{ kind: 'client', name: 'Acme' } as unknown as TaskRecord])).toEqual([])
})
