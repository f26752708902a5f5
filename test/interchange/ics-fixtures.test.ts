import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

const env = { LARRY_TZ: 'Europe/Vienna' }

/** Imports a file as one of these programs writes it; answers every task, and what was told. */
async function imported(name: string) {
  const b = bench()
  const file = resolve(`test/fixtures/interchange/${name}.ics`)
  const ran = await b.with({ env })('import', file, '--format', 'table')
  expect(ran.code).toBe(0)
  const all = await b.with({ env })('export', '--as', 'json')
  const { tasks } = JSON.parse(all.stdout) as { tasks: Record<string, unknown>[] }
  return { b, file, tasks, told: ran.stderr.split('\n').filter((line) => line !== '') }
}

test('Apple Reminders: capitals in a UID are kept, ACTION:NONE is no reminder', async () => {
  const { tasks, told } = await imported('apple-reminders')
  expect(tasks).toMatchObject([
    {
      title: 'Collect the parcel',
      priority: 'urgent',
      due: '2026-11-27T17:00',
      source: 'ics:6F1C2E4A-9B3D-4C7E-8A51-0D2F4B6C8E10',
      extra: { ics: { lines: ['SEQUENCE:1', 'X-APPLE-SORT-ORDER:815472900', 'DTSTART:20261127T170000'] } },
      reminders: [{ uid: 'c0ffee00-1111-4222-8333-444455556666', civil_at: '2026-11-27T17:00', status: 'pending' }],
    },
    {
      title: 'Stamps',
      status: 'done',
      progress: 100,
      completed_at: '2026-11-03T10:00:00.000Z',
      parent_id: 1,
      reminders: [],
    },
    {
      title: 'Water the plants 🪴',
      due: '2026-11-25',
      notes: 'Not the cactus; it sulks.\nTwice in July, though.',
      recurrence: 'FREQ=WEEKLY',
      recurrence_anchor: '2026-11-25',
    },
  ])
  expect(told).toEqual([])
})

test('Thunderbird: times of another zone, alarms by start and end, an occurrence changed alone', async () => {
  const { tasks, told } = await imported('thunderbird')
  expect(tasks).toMatchObject([
    {
      uid: '3e0a5f2c-7d41-4b86-9c0e-5a1b2c3d4e5f',
      title: 'Send the quarterly figures to everyone who still reads them and to those who only say so',
      status: 'in-progress',
      progress: 40,
      due: '2026-12-15T23:00',
      tags: ['Office', 'Q4,-late'],
      reminders: [
        { civil_at: '2026-12-14T23:00', before_due_minutes: 1440 },
        { civil_at: '2026-12-01T14:30', before_due_minutes: 20_670 },
      ],
    },
    {
      due: '2026-12-07T14:00',
      recurrence: 'FREQ=MONTHLY;UNTIL=20271231T235959;BYDAY=1MO',
      recurrence_exceptions: '2027-01-04T14:00',
    },
  ])
  expect(told).toEqual([
    'line 22: a reminder is shown, where it said ACTION:EMAIL',
    'line 22: a reminder is kept without REPEAT, DURATION, SUMMARY, ATTENDEE',
    'line 22: the category "Q4, late" became +Q4,-late',
    'line 64: what was changed for 20261207T080000 alone of "Back up the laptop" is left out',
  ])
})

test('Nextcloud and tasks.org: several calendars, UIDs that are numbers, a length in place of DUE', async () => {
  const { tasks, told } = await imported('nextcloud-tasks')
  expect(tasks).toMatchObject([
    { title: 'Plan the reading room', priority: 'low', tags: ['library'], created_at: '2026-11-10T16:44:55.000Z' },
    {
      title: 'Measure the wall',
      source: 'ics:4418205567021934482',
      due: '2026-11-23',
      parent_id: 1,
      reminders: [{ civil_at: '2026-11-23T09:00', before_due_minutes: 0 }],
    },
    { title: 'Note the width', status: 'cancelled', parent_id: 2 },
  ])
  expect(told).toEqual(['line 19: priority 4 became high'])
})

test('Google Calendar: an event becomes a task, and that is told', async () => {
  const { tasks, told } = await imported('google-calendar')
  expect(tasks).toMatchObject([
    { title: 'Call the printers', due: '2026-11-30T01:30', notes: null, updated_at: '2026-11-18T04:03:02.000Z' },
    {
      title: 'Office closed',
      due: '2026-12-24',
      status: 'cancelled',
      reminders: [{ civil_at: '2026-12-23T16:30', before_due_minutes: 990, status: 'dismissed' }],
    },
  ])
  expect(told).toEqual([
    'line 8: an event became a task, due when it begins',
    'line 8: CREATED "00001231T000000Z" is no moment larry knows, and left out',
    'line 8: DTEND, TRANSP, STATUS left out',
    'line 22: an event became a task, due when it begins',
    'line 22: DTEND, TRANSP left out',
  ])
})

test('Outlook: a zone that only its file describes, and a line folded with a tab', async () => {
  const { tasks } = await imported('outlook')
  expect(tasks).toMatchObject([
    {
      title: 'Renew the lease',
      due: '2027-03-15T18:00',
      recurrence: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15',
      reminders: [{ at: '2027-03-15T16:45:00.000Z', before_due_minutes: 15 }],
    },
  ])
  expect(JSON.stringify(tasks)).toContain('<html><body>Bring the old contract.</body></html>')
})

test.each([['apple-reminders'], ['thunderbird'], ['nextcloud-tasks'], ['google-calendar'], ['outlook']])(
  '%s comes out as it came in, and coming again changes nothing',
  async (name) => {
    const { b, file, tasks } = await imported(name)
    const larry = b.with({ env })
    expect((await larry('import', file, '-q')).code).toBe(0)
    const twice = await larry('export', '--as', 'json')
    expect((JSON.parse(twice.stdout) as { tasks: unknown }).tasks).toEqual(tasks)
    const { stdout: text } = await larry('export', '--as', 'ics')
    const back = await b.with({ env, stdin: text })('import', '-', '--as', 'ics', '--format', 'table')
    expect(back.stdout).toMatch(/^Nothing new · \d tasks? (?:was|were) here already\n$/)
    const other = bench()
    const again = other.with({ env, stdin: text })
    expect(await again('import', '-', '--as', 'ics', '-q')).toMatchObject({ code: 0 })
    expect((await other.with({ env })('export', '--as', 'ics')).stdout).toBe(text)
    await larry('undo')
    expect(await b.tasks()).toEqual([])
    await larry('redo')
    expect((await larry('export', '--as', 'ics')).stdout).toBe(text)
  },
)
