import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

const env = { LARRY_TZ: 'Europe/Vienna' }

test.each<[rule: string, told: string | undefined]>([
  ['FREQ=SECONDLY', 'speaks of seconds'],
  ['FREQ=DAILY;BYSECOND=30', 'speaks of seconds'],
  ['FREQ=DAILY;COUNT=1000000000', undefined],
  ['FREQ=DAILY;INTERVAL=-1', 'INTERVAL=-1'],
  ['FREQ=DAILY;INTERVAL=.007', 'INTERVAL=.007'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', undefined],
  ['FREQ=MINUTELY;INTERVAL=1', undefined],
  ['FREQ=YEARLY;INTERVAL=9999999', undefined],
])('a task with RRULE:%s comes in, can be done and goes out', async (rule, told = '') => {
  const lines = ['UID:u', 'SUMMARY:T', 'DTSTART:20261123T090000', `RRULE:${rule}`]
  const stdin = ['BEGIN:VCALENDAR', 'BEGIN:VTODO', ...lines, 'END:VTODO', 'END:VCALENDAR', ''].join('\r\n')
  const b = bench()
  const imported = await b.with({ env, stdin })('import', '-', '--as', 'ics', '--format', 'table')
  expect(imported).toMatchObject({ code: 0, stderr: expect.stringContaining(told) as string })
  const { stdout } = await b.with({ env })('export', '--as', 'ics')
  expect(stdout).toContain(`RRULE:${rule.replace(';INTERVAL=1', '')}`)
  expect(await b.with({ env })('done', '1')).toMatchObject({ code: 0 })
  expect(await b.with({ env })('list', 'status:done', '--count')).toMatchObject({ stdout: '1\n' })
})

test('a task that repeats after it is done comes back into its own file unchanged, every time', async () => {
  const b = bench()
  await b.with({ env })('add', 'p1', '--after', '10 days', '--due', '2026-11-20')
  const before = await b.with({ env })('export', '--as', 'json')
  const { stdout: stdin } = await b.with({ env })('export', '--as', 'ics')
  for (const flags of [[], ['--overwrite'], ['--overwrite']]) {
    const again = await b.with({ env, stdin })('import', '-', '--as', 'ics', '--format', 'table', ...flags)
    expect(again.stdout).toBe('Nothing new · 1 task was here already\n')
  }
  expect((await b.with({ env })('export', '--as', 'json')).stdout).toBe(before.stdout)
})

test('what a calendar has no place for is told', async () => {
  const { larry } = bench()
  await larry('add', 'Paint', '--project', 'house')
  await larry('time', 'log', '1', '1h', '--allow-overlap')
  await larry('habit', 'add', 'Read')
  await larry('view', 'save', 'mine', 'project:house')
  await larry('remind', 'add', '--message', 'call', '+5m')
  const { stderr } = await larry('export', '--as', 'ics', '--format', 'table')
  expect(stderr).toBe(
    'ics holds tasks alone: left out 1 reminder, 1 habit, 1 view\niCalendar has no place for 1 time entry\n',
  )
})

test('a project that an import makes gets its client', async () => {
  const { larry } = bench()
  await larry('add', 'Paint', '--project', 'site')
  await larry('client', 'add', 'Acme')
  await larry('project', 'edit', 'site', '--client', 'Acme')
  const { stdout: stdin } = await larry('export', '--as', 'ics')
  const other = bench()
  const imported = await other.with({ stdin })('import', '-', '--as', 'ics', '--format', 'table')
  expect(imported.stderr).toContain('new project site')
  expect(await other.tasks()).toMatchObject([{ project: 'site', client: 'Acme', client_id: null }])
})
