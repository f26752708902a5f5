import { expect, test } from 'vitest'
import type { TaskRecord } from '../../src/domain/records/task-record.ts'
import type { How } from '../../src/interchange/format.ts'
import { ics } from '../../src/interchange/ics.ts'
import { clockAt } from '../domain/clock.ts'

const clock = clockAt('2026-11-23T10:00', 1, 'Europe/Vienna')

async function readAll(text: string, told: string[] = []) {
  const how: How = { clock, tell: (note) => void told.push(note) }
  const all = []
  for await (const one of ics.read([text], how)) all.push(one)
  return all
}

async function* only(task: TaskRecord) {
  yield task
}

const calendar = (...lines: readonly string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')

const todo = (...lines: readonly string[]) => calendar('BEGIN:VTODO', 'UID:u', 'SUMMARY:T', ...lines, 'END:VTODO')

/** The one task of such lines, and what was said of it. */
async function read(...lines: readonly string[]): Promise<{ task: TaskRecord; adapted: readonly string[] }> {
  const [told] = await readAll(todo(...lines))
  return { task: told!.record as TaskRecord, adapted: told!.adapted ?? [] }
}

test('a to-do that says nothing but its name says that it has no priority, date, notes, tags, parent or rule', async () => {
  expect(await readAll(todo())).toEqual([
    {
      line: 2,
      record: {
        kind: 'task',
        source: 'ics:u',
        title: 'T',
        priority: 'medium',
        due: null,
        tags: [],
        notes: null,
        recurrence: null,
        recurrence_mode: null,
        parent_uid: null,
        comments: [],
        reminders: [],
      },
    },
  ])
})

test.each<[line: string, due: string]>([
  ['DUE;VALUE=DATE:20261123', '2026-11-23'],
  ['DUE:20261123T093000', '2026-11-23T09:30'],
  ['DUE:20261123T083000Z', '2026-11-23T09:30'],
  ['DUE;TZID=America/New_York:20261123T033000', '2026-11-23T09:30'],
  ['DUE;TZID="/example.org/2026a/America/New_York":20261123T033000', '2026-11-23T09:30'],
  ['due;tzid=Asia/Tokyo:20270101T000000', '2026-12-31T16:00'],
  ['DTSTART;VALUE=DATE:20261120\r\nDURATION:P3D', '2026-11-23'],
  ['DTSTART:20261123T090000\r\nDURATION:PT30M', '2026-11-23T09:30'],
  ['DTSTART:20261123T090000\r\nRRULE:FREQ=DAILY', '2026-11-23T09:00'],
])('%s is due %s', async (line, due) => {
  expect((await read(line)).task.due).toBe(due)
})

test.each<[line: string, record: Partial<TaskRecord>]>([
  ['STATUS:NEEDS-ACTION', { status: 'todo', completed_at: null }],
  ['STATUS:IN-PROCESS', { status: 'in-progress' }],
  ['STATUS:IN-PROCESS\r\nX-LARRY-STATUS:review', { status: 'review' }],
  ['STATUS:COMPLETED\r\nX-LARRY-STATUS:review', { status: 'done' }],
  ['COMPLETED:20261101T100000Z', { status: 'done', completed_at: '2026-11-01T10:00:00.000Z' }],
  ['STATUS:CANCELLED', { status: 'cancelled' }],
  ['PRIORITY:1', { priority: 'urgent' }],
  ['PRIORITY:2', { priority: 'critical' }],
  ['PRIORITY:3', { priority: 'high' }],
  ['PRIORITY:0', { priority: 'medium', extra: { ics: { lines: ['PRIORITY:0'] } } }],
  ['PRIORITY:5', { priority: 'medium', extra: { ics: { lines: ['PRIORITY:5'] } } }],
  ['PRIORITY:9', { priority: 'low' }],
  ['PERCENT-COMPLETE:30', { progress: 30 }],
  ['STATUS:IN-PROCESS', { progress: 0 }],
  ['X-LARRY-PROJECT:site\r\nX-LARRY-CLIENT;X-LARRY-OF=PROJECT:Acme', { client: 'Acme', client_id: null }],
  ['CATEGORIES:b,a\\,c,a\\\\,b', { tags: ['a,c', 'a\\', 'b'] }],
  ['DESCRIPTION:a\\nb\\Nc\\;\\\\n', { notes: 'a\nb\nc;\\n' }],
  ['DESCRIPTION:one \r\n two\r\n\tthree', { notes: 'one twothree' }],
  ['ESTIMATED-DURATION:PT1H30M', { estimate_minutes: 90 }],
  ['LAST-MODIFIED:20261101T100000Z', { updated_at: '2026-11-01T10:00:00.000Z' }],
  ['LAST-MODIFIED;X-LARRY-MS=7:20261101T100005Z', { updated_at: '2026-11-01T10:00:05.007Z' }],
  ['RELATED-TO:p@example.org', { parent_uid: 'ics:p@example.org' }],
  [
    'RELATED-TO;RELTYPE=DEPENDS-ON:3e0a5f2c-7d41-4b86-9c0e-5a1b2c3d4e5f',
    { depends_on_uids: ['3e0a5f2c-7d41-4b86-9c0e-5a1b2c3d4e5f'] },
  ],
  ['X-LARRY-WAIT;VALUE=DATE:20261201', { wait_until: '2026-12-01' }],
  ['DUE;CONSTRUCTOR;X=1=2:20261123T093000', { due: '2026-11-23T09:30' }],
  ['X-A;B:c=d:e', { extra: { ics: { lines: ['X-A;B:c=d:e'] } } }],
  ['GEO:1;2\r\nX-A;X-B="c;d:e":f\\,g', { extra: { ics: { lines: ['GEO:1;2', 'X-A;X-B="c;d:e":f\\,g'] } } }],
  ['__PROTO__:x\r\nCONSTRUCTOR:y', { extra: { ics: { lines: ['__PROTO__:x', 'CONSTRUCTOR:y'] } } }],
])('%s is read as it is meant', async (line, record) => {
  const { task, adapted } = await read(line)
  expect(task).toMatchObject(record)
  expect(adapted).toEqual([])
})

test.each<[line: string, adapted: string]>([
  ['PRIORITY:7', 'priority 7 became low'],
  ['PRIORITY:12', 'the priority "12" is none of 1 to 9'],
  ['PERCENT-COMPLETE:abc', 'the progress "abc" is none of 0 to 100'],
  ['STATUS:LATER', 'the status "LATER" is unknown, and left out'],
  ['CATEGORIES:at work', 'the category "at work" became +at-work'],
  ['CREATED:00001231T000000Z', 'CREATED "00001231T000000Z" is no moment larry knows, and left out'],
  ['DUE:20261123T093017', 'DUE 20261123T093017: seconds are left out'],
  [
    'DUE;TZID=Mars Time:20261123T093000',
    'DUE 20261123T093000: the zone "Mars Time" is unknown, so it is taken as your time',
  ],
  ['STATUS:NEEDS-ACTION\r\nCOMPLETED:20261101T100000Z', 'COMPLETED left out: STATUS says it is open'],
  ['DTSTART:20261123T090000\r\nRRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY', 'only the first of 2 rules is kept'],
  ['DTSTART:20261123T090000\r\nRRULE:FREQ=DAILY\r\nRDATE:20261201T090000', 'it is not due on the dates of RDATE'],
  [
    'DTSTART:20261123T233000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=MO',
    'RRULE FREQ=WEEKLY;BYDAY=MO is counted in your time zone, where it begins on 2026-11-24',
  ],
])('%s is taken, and told', async (line, adapted) => {
  expect((await read(line)).adapted).toEqual([adapted])
})

test.each<[rule: string, told: string]>([
  ['FREQ=FORTNIGHTLY', 'unknown FREQ'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
  ['FREQ=DAILY;INTERVAL=-1', 'INTERVAL=-1'],
  ['FREQ=DAILY;INTERVAL=.007', 'INTERVAL=.007'],
  ['FREQ=DAILY;COUNT=1;UNTIL=20270101', 'COUNT and UNTIL'],
  ['FREQ=SECONDLY', 'speaks of seconds'],
  ['FREQ=DAILY;BYHOUR=9;BYSECOND=30', 'speaks of seconds'],
  [`FREQ=DAILY;BYHOUR=${'1,'.repeat(20_000)}1`, 'too long'],
])('the rule %s is not followed but given back', async (rule, told) => {
  const { task, adapted } = await read('DTSTART:20261123T090000', `RRULE:${rule}`)
  expect(task).not.toHaveProperty('recurrence')
  expect(JSON.stringify(task.extra)).toContain(`RRULE:${rule}`)
  expect(adapted[0]).toMatch(/^it does not repeat here: /)
  expect(adapted[0]).toContain(told)
})

test.each<[alarm: string, reminder: object]>([
  ['TRIGGER;RELATED=END:-PT15M', { civil_at: '2026-11-30T16:45', before_due_minutes: 15 }],
  ['TRIGGER:-PT15M', { civil_at: '2026-11-24T08:45', before_due_minutes: 9135 }],
  ['TRIGGER;RELATED=END:PT1H', { civil_at: '2026-11-30T18:00', before_due_minutes: -60 }],
  ['TRIGGER;RELATED=END:P0D', { civil_at: '2026-11-30T17:00', before_due_minutes: 0 }],
  [
    'TRIGGER;VALUE=DATE-TIME:20261124T080000Z',
    { at: '2026-11-24T08:00:00.000Z', civil_at: '2026-11-24T09:00', before_due_minutes: null },
  ],
  ['TRIGGER;VALUE=DATE-TIME:20261101T080000Z', { status: 'dismissed' }],
  ['TRIGGER:-PT15M\r\nACKNOWLEDGED:20261124T080000Z', { status: 'dismissed', fired_at: '2026-11-24T08:00:00.000Z' }],
])('the alarm %s becomes a reminder', async (alarm, reminder) => {
  const { task } = await read(
    'DTSTART:20261124T090000',
    'DUE:20261130T170000',
    'BEGIN:VALARM',
    'ACTION:AUDIO',
    alarm,
    'END:VALARM',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    alarm,
    'END:VALARM',
  )
  expect(task.reminders).toHaveLength(1)
  expect(task.reminders).toMatchObject([{ zone: 'Europe/Vienna', ...reminder }])
})

test('the UID of an alarm that is no UUID is told to be lost', async () => {
  const { task, adapted } = await read('DUE:20261130T170000', 'BEGIN:VALARM', 'UID:7', 'TRIGGER:-PT5M', 'END:VALARM')
  expect(task.reminders).not.toHaveProperty('0.uid')
  expect(adapted).toEqual(['a reminder is kept without UID'])
})

test('an alarm without a moment is kept for whom it means something', async () => {
  const { task } = await read('BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15M', 'END:VALARM')
  expect(task.reminders).toEqual([])
  expect(task.extra).toEqual({ ics: { lines: ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15M', 'END:VALARM'] } })
})

test('a to-do without a name is called by its notes', async () => {
  const [one, two] = await readAll(
    calendar('BEGIN:VTODO', 'UID:a', 'DESCRIPTION:\\nfirst\\nsecond', 'END:VTODO', 'BEGIN:VTODO', 'END:VTODO'),
  )
  expect(one).toMatchObject({ record: { title: 'first' }, adapted: ['it has no SUMMARY, and is called "first"'] })
  expect(two).toMatchObject({
    line: 6,
    record: { title: 'Untitled' },
    adapted: ['it has no UID: imported again it will be another task', 'it has no SUMMARY, and is called "Untitled"'],
  })
})

test('what is no task is told with its line', async () => {
  const told: string[] = []
  const text = calendar('BEGIN:VJOURNAL', 'SUMMARY:x', 'END:VJOURNAL', 'BEGIN:X-ROOM', 'END:X-ROOM')
  expect(await readAll(text, told)).toEqual([])
  expect(told).toEqual(['line 2: VJOURNAL is no task, and left out', 'line 5: X-ROOM is no task, and left out'])
})

test.each<[text: string, message: string]>([
  ['hello', 'line 1: stands outside of any calendar'],
  ['\r\n\r\nBEGIN:VTODO\r\nEND:VTODO', 'line 3: stands outside of any calendar'],
  ['BEGIN:VCALENDAR', 'line 1: the file ends inside VCALENDAR of line 1'],
  ['BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\n', 'line 3: the file ends inside VTODO of line 2'],
  ['BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VEVENT\n', 'line 3: END:VEVENT ends VTODO of line 2'],
  [calendar('BEGIN:VTODO', 'no colon', 'END:VTODO'), 'line 2: "no colon" is no property of VTODO'],
  [todo('DUE;VALUE=DATE:20260230'), 'line 2: DUE "20260230" is no date that exists'],
  [todo('DUE:soon'), 'line 2: DUE "soon" is no date that exists'],
  [todo('DTSTART:99991231T235959Z'), 'line 2: DTSTART "99991231T235959Z" is no date that exists'],
  [todo('DTSTART:20261123\r\nDURATION:P'), 'line 2: DURATION "P" is no length'],
  ['BEGIN:VCALENDAR\n'.repeat(40), 'line 10: BEGIN:VCALENDAR is too deep'],
  [
    calendar('BEGIN:VTODO', `DESCRIPTION:${'x'.repeat(17 << 20)}`, 'END:VTODO'),
    'line 2: VTODO has more than 16777216 characters',
  ],
])('%#: what is no calendar is refused with its line', async (text, message) => {
  await expect(readAll(text)).rejects.toMatchObject({ kind: 'usage', message })
})

const folds = (text: string, length: number) => text.replaceAll(new RegExp(`.{${length}}`, 'g'), '$&\r\n ')

test.each<[what: string, lines: string[]]>([
  ['every second', ['DTSTART:20261123T090000', 'RRULE:FREQ=SECONDLY']],
  ['a thousand million times', ['DTSTART:20261123T090000', 'RRULE:FREQ=DAILY;COUNT=1000000000']],
  ['never', ['DTSTART:20261123T090000', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']],
  ['from the last year on', ['DTSTART:99991230T090000', 'RRULE:FREQ=DAILY']],
  [
    'ten thousand exceptions',
    ['DTSTART:20261123T090000', 'RRULE:FREQ=DAILY', `EXDATE:${'20261124T090000,'.repeat(10_000)}20261125T090000`],
  ],
  ['quotes that do not end', [`X-A;B="${'c;'.repeat(30_000)}:d`]],
  ['a long name', [`${'X'.repeat(60_000)}:d`]],
  ['parameters that do not end', [`X-A;B=":"${';c=d'.repeat(2_000_000)}`]],
  ['a name without a value', [`X-A;${'='.repeat(5_000_000)}:d`]],
])('%s is read in time', async (_, lines) => {
  const start = performance.now()
  await read(...lines)
  expect(performance.now() - start).toBeLessThan(1000)
})

test('ten million folded characters and forty thousand tags are read in time', async () => {
  const start = performance.now()
  const { task } = await read(
    `DESCRIPTION:${folds('x'.repeat(10_000_000), 70)}`,
    `CATEGORIES:${Array.from({ length: 40_000 }, (_, i) => `t${i}`).join(',')}`,
  )
  expect([task.notes?.length, task.tags?.length]).toEqual([10_000_000, 40_000])
  expect(performance.now() - start).toBeLessThan(3000)
})

test('a zone of the file that would begin every second is not believed', async () => {
  const told = await readAll(
    calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Odd',
      'BEGIN:STANDARD',
      'DTSTART:20000101T000000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=SECONDLY',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VTODO',
      'UID:u',
      'SUMMARY:T',
      'DUE;TZID=Odd:20261123T090000',
      'END:VTODO',
    ),
  )
  expect(told[0]).toMatchObject({
    record: { due: '2026-11-23T09:00' },
    adapted: [expect.stringContaining('"Odd" is unknown')],
  })
})

test('twenty thousand alarms are read in time', async () => {
  const alarm = (i: number) => ['BEGIN:VALARM', 'ACTION:NONE', `TRIGGER:-PT${i}M`, 'END:VALARM']
  const start = performance.now()
  const { task } = await read(
    'DUE:20261130T170000',
    Array.from({ length: 20_000 }, (_, i) => alarm(i))
      .flat()
      .join('\r\n'),
  )
  expect(task.extra?.['ics']?.['lines']).toHaveLength(80_000)
  let text = ''
  for await (const piece of ics.write(only(task), { clock })) text += piece
  expect(text.split('BEGIN:VALARM')).toHaveLength(20_001)
  expect(performance.now() - start).toBeLessThan(3000)
})
