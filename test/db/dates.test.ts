import type { Database as Handle } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { insertInto, now, raw } from './stores.ts'

type Values = Readonly<Record<string, string | number | null>>

const wrongDays = [
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2027-02-29',
  'not-a-date',
  '2026-1-1',
  '',
  '20261124',
  '0000000000',
]
const wrongMoments = [
  '2026-11-24T24:00',
  '2026-11-24T25:00',
  '2026-11-24T09:60',
  '2026-11-24 09:00',
  '2026-11-24T09:00Z',
  '2026-11-24T09:00:00',
  'sixteen letters!',
]
const wrongInstants = [
  '2026-11-23',
  '2026-11-23T09:00:00Z',
  '2026-11-23T09:00:00.000',
  '2026-02-30T09:00:00.000Z',
  '2026-13-01T09:00:00.000Z',
  '2026-11-23T25:00:00.000Z',
  '2026-11-23T09:00:00.000+00:00',
  'now',
  '',
]

test.each(['due', 'wait_until', 'recurrence_anchor'])('%s is a civil date that exists', (column) => {
  const handle = raw(bench().file)
  for (const value of [null, '2026-11-24', '2028-02-29', '2026-11-24T00:00', '2026-11-24T23:59', '9999-12-31'])
    handle.exec(insertInto('tasks', { title: 't', [column]: value }))
  const taken = [...wrongDays, ...wrongMoments].filter((value) => stored(handle, { title: 't', [column]: value }))
  expect(taken, 'stored though no civil date').toEqual([])
})

test.each(['created_at', 'updated_at', 'started_at', 'completed_at'])('%s is an instant that exists', (column) => {
  const handle = raw(bench().file)
  const task = (value: string) => ({
    title: 't',
    ...(column === 'completed_at' ? { status: 'done' } : {}),
    [column]: value,
  })
  for (const value of [now, '2028-02-29T23:59:59.999Z', '9999-12-31T00:00:00.000Z'])
    handle.exec(insertInto('tasks', task(value)))
  expect(
    wrongInstants.filter((value) => stored(handle, task(value))),
    'stored though no instant',
  ).toEqual([])
})

function stored(handle: Handle, values: Values): boolean {
  try {
    handle.exec(insertInto('tasks', values))
    return true
  } catch {
    return false
  }
}
