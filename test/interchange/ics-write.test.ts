import { array, assert, asyncProperty, constantFrom, integer, option, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { FileRecord } from '../../src/domain/records/file-record.ts'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import { priorities, statuses } from '../../src/domain/task.ts'
import { folded } from '../../src/interchange/ics/properties.ts'
import { ics } from '../../src/interchange/ics.ts'
import { clockAt } from '../domain/clock.ts'

const how = { clock: clockAt('2026-11-23T10:00', 1, 'Europe/Vienna') }

async function* each(records: readonly FileRecord[]) {
  yield* records
}

async function written(...records: readonly FileRecord[]): Promise<string> {
  let text = ''
  for await (const piece of ics.write(each(records), how)) text += piece
  return text
}

async function readBack(text: string) {
  const all: FileRecord[] = []
  for await (const told of ics.read([text], how)) all.push(told.record)
  return all
}

const uid = (n: number) => `01a207a2-3280-764d-9008-${String(n).padStart(12, '0')}`

const stamps = { created_at: '2026-11-01T08:00:00.000Z', updated_at: '2026-11-02T08:00:00.123Z' }

test('a task is a VTODO: dates on the clock of whoever reads them, what has no property as X-LARRY', async () => {
  const text = await written(
    { kind: 'client', name: 'Acme' },
    {
      kind: 'task',
      id: 7,
      uid: uid(7),
      title: 'Paint; the fence, twice',
      status: 'review',
      priority: 'high',
      due: '2026-11-30T17:00',
      wait_until: '2026-11-25',
      estimate_minutes: 1530,
      progress: 40,
      tags: ['garden', 'home'],
      project: 'house/garden',
      client: 'Acme',
      client_id: 3,
      notes: 'white\r\nthen blue\\',
      recurrence: 'FREQ=WEEKLY;BYDAY=MO',
      recurrence_mode: 'schedule',
      recurrence_anchor: '2026-11-23T17:00',
      recurrence_exceptions: '2026-12-21T17:00,2026-12-28T17:00',
      recurrence_paused_at: null,
      series_uid: uid(1),
      started_at: '2026-11-02T08:00:00.000Z',
      completed_at: null,
      parent_uid: uid(2),
      depends_on_uids: [uid(3), uid(4)],
      comments: [{ uid: uid(5), body: 'which blue?', created_at: '2026-11-02T09:00:00.000Z' }],
      reminders: [
        {
          uid: uid(6),
          at: '2026-11-29T16:00:00.000Z',
          civil_at: '2026-11-29T17:00',
          zone: 'Europe/Vienna',
          before_due_minutes: 1440,
          status: 'pending',
        },
      ],
      source: 'todotxt:9',
      ...stamps,
    },
  )
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//larry//larry//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VTODO',
    'UID:01a207a2-3280-764d-9008-000000000007',
    'X-LARRY-SOURCE:todotxt:9',
    'DTSTAMP:20261102T080000Z',
    'CREATED:20261101T080000Z',
    'LAST-MODIFIED;X-LARRY-MS=123:20261102T080000Z',
    'X-LARRY-STARTED-AT:20261102T080000Z',
    'SUMMARY:Paint\\; the fence\\, twice',
    'DESCRIPTION:white\\nthen blue\\\\',
    'STATUS:IN-PROCESS',
    'X-LARRY-STATUS:review',
    'PERCENT-COMPLETE:40',
    'PRIORITY:3',
    'DUE:20261130T170000',
    'X-LARRY-WAIT;VALUE=DATE:20261125',
    'ESTIMATED-DURATION:P1DT1H30M',
    'DTSTART:20261123T170000',
    'RRULE:FREQ=WEEKLY;BYDAY=MO',
    'EXDATE:20261221T170000',
    'EXDATE:20261228T170000',
    'X-LARRY-SERIES:01a207a2-3280-764d-9008-000000000001',
    'CATEGORIES:garden,home',
    'RELATED-TO:01a207a2-3280-764d-9008-000000000002',
    'RELATED-TO;RELTYPE=DEPENDS-ON:01a207a2-3280-764d-9008-000000000003',
    'RELATED-TO;RELTYPE=DEPENDS-ON:01a207a2-3280-764d-9008-000000000004',
    'COMMENT;X-LARRY-UID=01a207a2-3280-764d-9008-000000000005;X-LARRY-AT=2026110',
    ' 2T090000Z:which blue?',
    'X-LARRY-PROJECT:house/garden',
    'X-LARRY-CLIENT:Acme',
    'BEGIN:VALARM',
    'UID:01a207a2-3280-764d-9008-000000000006',
    'ACTION:DISPLAY',
    'DESCRIPTION:Paint\\; the fence\\, twice',
    'TRIGGER;RELATED=END:-P1D',
    'X-LARRY-ZONE:Europe/Vienna',
    'END:VALARM',
    'END:VTODO',
    'END:VCALENDAR',
    '',
  ])
})

test('a reminder of a day counts from its morning, where a calendar counts from midnight', async () => {
  const task: TaskRecord = {
    kind: 'task',
    uid: uid(1),
    title: 'T',
    due: '2026-11-30',
    reminders: [
      { at: '2026-11-30T08:00:00.000Z', civil_at: '2026-11-30T09:00', zone: 'Europe/Vienna', before_due_minutes: 0 },
    ],
  }
  const text = await written(task)
  expect(text).toContain('\r\nTRIGGER;RELATED=END:PT9H\r\n')
  expect(await readBack(text)).toMatchObject([{ reminders: task.reminders }])
})

test('a task that came from a calendar keeps its UID there, and its subtasks name it so', async () => {
  const text = await written(
    { kind: 'task', uid: uid(1), source: 'ics:12;3', title: 'Above' },
    { kind: 'task', uid: uid(2), source: null, title: 'Below', parent_uid: uid(1) },
  )
  expect(text).toContain(`UID:12\\;3\r\nX-LARRY-UID:${uid(1)}\r\n`)
  expect(text).toContain('RELATED-TO:12\\;3\r\n')
  expect(await readBack(text)).toMatchObject([
    { uid: uid(1), source: 'ics:12;3' },
    { uid: uid(2), parent_uid: 'ics:12;3' },
  ])
})

test('a subtask whose task comes after it is written last, and names it as calendars do', async () => {
  const text = await written(
    { kind: 'task', id: 1, uid: uid(1), title: 'Below', parent_id: 3, parent_uid: uid(3) },
    { kind: 'task', id: 2, uid: uid(2), title: 'Waits', depends_on: [3], depends_on_uids: [uid(3)] },
    { kind: 'task', id: 3, uid: uid(3), source: 'ics:above', title: 'Above' },
  )
  expect(text.match(/(?:SUMMARY|RELATED-TO).*/g)).toEqual([
    'SUMMARY:Above',
    'SUMMARY:Below',
    'RELATED-TO:above',
    'SUMMARY:Waits',
    'RELATED-TO;RELTYPE=DEPENDS-ON:above',
  ])
})

test('the usual priority and progress are not written; another program has its own given back', async () => {
  const plain = { kind: 'task', uid: uid(1), title: 'T', status: 'todo', priority: 'medium', progress: 0 } as const
  expect(await written(plain)).not.toMatch(/PRIORITY|PERCENT/)
  expect(await written({ ...plain, status: 'done' })).toContain('PERCENT-COMPLETE:0\r\n')
  const extra = { ics: { lines: ['PRIORITY:5', 'PERCENT-COMPLETE:0'] } }
  expect(await written({ ...plain, extra })).toContain('\r\nPRIORITY:5\r\nPERCENT-COMPLETE:0\r\n')
  const changed = await written({ ...plain, priority: 'low', progress: 10, extra })
  expect(changed.match(/(?:PRIORITY|PERCENT).*/g)).toEqual(['PERCENT-COMPLETE:10', 'PRIORITY:9'])
})

test("the client of a task's project goes with it", async () => {
  const task = { kind: 'task', uid: uid(1), title: 'T', project: 'site', client: 'Acme' } as const
  const ofProject = await written({ ...task, client_id: null })
  expect(ofProject).toContain('X-LARRY-CLIENT;X-LARRY-OF=PROJECT:Acme\r\n')
  expect(await readBack(ofProject)).toMatchObject([{ project: 'site', client: 'Acme', client_id: null }])
  const [own] = await readBack(await written({ ...task, client_id: 4 }))
  expect(own).toMatchObject({ client: 'Acme' })
  expect(own).not.toHaveProperty('client_id')
})

test('the UID of an alarm is given back in its capitals, and in nothing else', async () => {
  const at = { at: '2026-11-30T08:00:00.000Z', civil_at: '2026-11-30T09:00', zone: 'Europe/Vienna' }
  const shouted = uid(1).toUpperCase()
  const alarms = (given: unknown) =>
    written({
      kind: 'task',
      uid: uid(9),
      title: 'T',
      reminders: [{ ...at, uid: uid(1) }],
      extra: { ics: { alarms: given } },
    })
  const text = await alarms({ [uid(1)]: shouted })
  expect(text).toContain(`BEGIN:VALARM\r\nUID:${shouted}\r\n`)
  expect(await readBack(text)).toMatchObject([{ extra: { ics: { alarms: { [uid(1)]: shouted } } } }])
  for (const hostile of [{ [uid(1)]: 'a\r\nEND:VTODO' }, { [uid(1)]: 7 }, [], 'x', null])
    expect(await alarms(hostile)).toContain(`BEGIN:VALARM\r\nUID:${uid(1)}\r\n`)
})

test.each<[what: string, task: Partial<TaskRecord>]>([
  ['its due date', { due: '2026-11-20', recurrence_anchor: '2026-11-20' }],
  ['another date than it is due', { due: '2026-11-20', recurrence_anchor: '2026-11-19' }],
  ['a date with a time, due on a day', { due: '2026-11-20', recurrence_anchor: '2026-11-19T08:00' }],
  ['a date, being due on none', { due: null, recurrence_anchor: '2026-11-19' }],
])('a repetition keeps to count from %s', async (_, task) => {
  for (const recurrence_mode of ['schedule', 'completion'] as const) {
    const given = {
      kind: 'task',
      uid: uid(1),
      title: 'T',
      recurrence: 'FREQ=DAILY',
      recurrence_mode,
      ...task,
    } as const
    const [read] = await readBack(await written(given))
    expect({ recurrence_anchor: given.due, ...read }).toMatchObject(given)
  }
})

test('lines of other programs are given back unless larry says the same, and none can end the task', async () => {
  const lines = (...given: unknown[]) =>
    ({ kind: 'task', uid: uid(1), title: 'T', extra: { ics: { lines: given } } }) as TaskRecord
  const own = 'BEGIN:VTODO\r\nUID:01a207a2-3280-764d-9008-000000000001\r\nDTSTAMP:19700101T000000Z\r\nSUMMARY:T\r\n'
  const body = async (task: TaskRecord) => (await written(task)).split('CALSCALE:GREGORIAN\r\n')[1]
  expect(await body(lines('X-A;B=c:d', 'SUMMARY:old', 'BEGIN:X', 'SUMMARY:inside', 'END:X'))).toBe(
    `${own}X-A;B=c:d\r\nBEGIN:X\r\nSUMMARY:inside\r\nEND:X\r\nEND:VTODO\r\nEND:VCALENDAR\r\n`,
  )
  const hostile = ['END:VTODO', 'X-A:1\r\nEND:VTODO', 7, null, 'no property', 'BEGIN:Y', 'X-B:2']
  expect(await body(lines(...hostile))).toBe(`${own}END:VTODO\r\nEND:VCALENDAR\r\n`)
  const task = { kind: 'task', uid: uid(1), title: 'T', extra: { ics: { lines: 'END:VTODO' } } } as TaskRecord
  expect(await body(task)).toBe(`${own}END:VTODO\r\nEND:VCALENDAR\r\n`)
})

test('lines are folded at 75 octets and never inside a character', () => {
  const line = `SUMMARY:${'ü'.repeat(70)}${'🪴'.repeat(40)}e\u0301`
  const parts = folded(line).split('\r\n')
  expect(parts.map((part) => Buffer.byteLength(part))).toEqual([74, 75, 73, 73, 20, 0])
  expect(parts.join('').replaceAll(' ', '')).toBe(line)
  expect(parts.join('')).not.toContain('\ufffd')
})

const civil = constantFrom('2026-12-01', '2026-12-01T08:15', '2027-02-28')
const instants = constantFrom('2026-11-01T08:00:00.000Z', '2026-11-02T23:59:59.999Z', '1970-01-02T00:00:00.001Z')
const words = string({ unit: 'grapheme', minLength: 1, maxLength: 90 }).filter(
  (text) => text.trim() !== '' && !text.includes('\r'),
)

const tasks = record({
  kind: constantFrom('task' as const),
  uid: integer({ min: 1, max: 999 }).map(uid),
  title: words.map((text) => `T${text}`),
  status: constantFrom(...statuses),
  priority: constantFrom(...priorities),
  due: option(civil),
  wait_until: civil,
  estimate_minutes: integer({ min: 1, max: 5_000_000 }),
  progress: integer({ min: 0, max: 100 }),
  tags: array(constantFrom('a', 'b,c', 'd;e', 'f\\', 'ö'), { maxLength: 3 }).map((list) => [...new Set(list)].sort()),
  project: words,
  notes: option(words),
  created_at: instants,
  updated_at: instants,
  parent_uid: option(integer({ min: 1, max: 9 }).map(uid)),
})

test('what is written is read back as it was', async () => {
  await assert(
    asyncProperty(array(tasks, { maxLength: 4 }), async (given) => {
      const read = await readBack(await written(...given))
      const plain = { recurrence: null, recurrence_mode: null, comments: [], reminders: [] }
      expect(read).toEqual(
        given.map((task) => {
          const isOpen = task.status !== 'done' && task.status !== 'cancelled'
          return { ...task, ...plain, ...(isOpen && { completed_at: null }) }
        }),
      )
    }),
    { numRuns: 100 },
  )
})
