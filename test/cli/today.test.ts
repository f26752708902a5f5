import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

interface Row {
  readonly id: number
  readonly section: string
  readonly section_total: number
  readonly why: string
}

async function day(): Promise<Bench> {
  const b = bench()
  await b.larry('add', 'Late', 'due:2026-11-20')
  await b.larry('add', 'Now', 'due:today')
  await b.larry('add', 'Under way', 'status:in-progress')
  await b.larry('add', 'Timed')
  await b.larry('add', 'Could do', 'p:high')
  await b.larry('add', 'Hidden', 'due:2026-11-01', 'wait:2026-12-01')
  await b.larry('add', 'Late and under way', 'due:2026-11-19', 'status:in-progress')
  await b.larry('add', 'Was due at eight', 'due:2026-11-23T08:00')
  await b.larry('add', 'Blocked', 'depends:5')
  await b.larry('add', 'Finished', 'due:2026-11-01')
  await b.larry('done', '10')
  await b.larry('time', 'start', '4')
  return b
}

test('today has each task once, in the part that matters most', async () => {
  const b = await day()
  const { stdout, stderr } = await b.larry('today', '--format', 'table')
  expect(stdout).toBe(
    [
      'id  priority  project  title               why',
      '',
      'running (1)',
      '4   medium             Timed               since 09:00 · 0s',
      '',
      'overdue (3)',
      '7   medium             Late and under way  due Thu 19 Nov',
      '1   medium             Late                due Fri 20 Nov',
      '8   medium             Was due at eight    due today 08:00 (Mon 23 Nov)',
      '',
      'due today (1)',
      '2   medium             Now                 due today (Mon 23 Nov)',
      '',
      'in progress (1)',
      '3   medium             Under way           ',
      '',
      'next (1)',
      '5   high               Could do            others wait for it, high',
      '',
    ].join('\n'),
  )
  expect(stderr).toBe('')
  const rows = await b.json<Row[]>('today')
  expect(rows.map(({ section, id }) => `${section} ${id}`)).toEqual([
    'running 4',
    'overdue 7',
    'overdue 1',
    'overdue 8',
    'due today 2',
    'in progress 3',
    'next 5',
  ])
  expect((await b.larry('today', '--ids')).stdout).toBe('4\n7\n1\n8\n2\n3\n5\n')
})

test('however much there is, it fits 80 by 24 and says how much is left out; --all leaves out nothing', async () => {
  const b = await day()
  const many = (what: string, words: string) =>
    Array.from({ length: 40 }, (_, i) => `${what} ${'very '.repeat(20)}${i} ${words}`)
  const lines = [...many('late', 'due:2026-10-10'), ...many('now', 'due:today'), ...many('busy', 'status:in-progress')]
  await b.with({ stdin: lines.join('\n') })('add', '-')
  const { stdout, stderr } = await b.with({ columns: 80, now: '2026-11-23T19:30:00.000Z', env: { NO_COLOR: '1' } })(
    'today',
  )
  const shown = [...stdout.trimEnd().split('\n'), ...stderr.trimEnd().split('\n')]
  expect(shown.length).toBeLessThanOrEqual(22)
  expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  expect(stdout).toMatch(/\noverdue \(\d of 43\)\n/)
  expect(stdout).toMatch(/\ndue today \(\d of 41\)\n/)
  expect(stdout).toMatch(/\nin progress \(\d of 41\)\n/)
  const rows = await b.json<Row[]>('today', '--all')
  expect(rows.filter(({ section }) => section === 'overdue')).toHaveLength(43)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('with something in every part, none is left out, and the screen says where the rest is', async () => {
  const b = await day()
  for (const name of ['Run', 'Read', 'Rest', 'Write']) await b.larry('habit', 'add', name)
  for (const at of ['17:00', '18:00', '19:00']) await b.larry('remind', 'add', '--message', 'Call', at)
  const { stdout, stderr } = await b.larry('today', '--format', 'table')
  for (const part of ['running (1)', 'overdue (2 of 3)', 'due today (1)', 'in progress (1)', 'reminders (1 of 3)'])
    expect(stdout).toContain(`\n${part}\n`)
  expect(stdout).toContain('\nhabits (1 of 4)\n')
  expect(stderr).toBe('larry today --all shows the rest\n')
  expect(stdout.split('\n').length + 3).toBeLessThanOrEqual(24)
  const rows = await b.json<Row[]>('today')
  expect(rows.filter(({ section }) => section === 'habits')).toHaveLength(4)
})

test('a timer that has run for more than eight hours is pointed out', async () => {
  const b = await day()
  const at = async (now: string) => (await b.with({ now })('today', '--format', 'table')).stderr
  expect(await at('2026-11-23T17:00:00.000Z')).toBe('')
  expect(await at('2026-11-23T17:01:00.000Z')).toBe(
    'The timer on 4 has run for 8h01m. Forgotten? larry time stop --at "17:00"\n',
  )
  expect(await at('2026-11-24T07:00:00.000Z')).toContain('larry time stop --at "2026-11-23 17:00"')
})

test('today is that of the zone of the user, and an empty day says so', async () => {
  const b = bench()
  expect(await b.larry('today', '--format', 'table')).toMatchObject({ code: 0, stdout: '', stderr: 'No tasks.\n' })
  await b.larry('add', 'there', 'due:2026-11-24')
  const sections = async (tz: string) =>
    (
      JSON.parse((await b.with({ now: '2026-11-23T20:00:00.000Z' })('today', '--json', '--tz', tz)).stdout) as Row[]
    ).map(({ section }) => section)
  expect(await sections('Asia/Tokyo')).toEqual(['due today'])
  expect(await sections('America/New_York')).toEqual(['next'])
})

test('show gathers what hangs on a task and below it', async () => {
  const b = bench()
  await b.larry('add', 'Move', 'est:1h')
  await b.larry('add', 'Pack', 'parent:1', 'est:30m')
  await b.larry('add', 'Clean', 'parent:1')
  await b.larry('task', 'comment', '1', 'by noon')
  await b.larry('time', 'log', '2', '20m')
  await b.larry('done', '3')
  await b.larry('time', 'start', '1')
  expect(await b.json('show', '1')).toMatchObject({
    subtasks: [
      { id: 2, title: 'Pack', status: 'todo', due: null },
      { id: 3, title: 'Clean', status: 'done', due: null },
    ],
    comments: [{ id: 1, body: 'by noon' }],
    time: { tracked_seconds: 0, running: true, tracked_total: 1200, estimate_total: 90, progress_total: 50 },
  })
  const { stdout } = await b.larry('show', '1', '--format', 'table')
  expect(stdout).toContain('subtasks          2 Pack (todo)\n                  3 Clean (done)\n')
  expect(stdout).toContain('comments          2026-11-23 09:00  by noon\n')
  expect(stdout).toContain('time              running, with subtasks 50% done, 20m tracked, 1h30m estimated\n')
})
