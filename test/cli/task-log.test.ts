import { describe, expect, test } from 'vitest'
import { taskKeys } from './seed.ts'
import { stored, worked } from './time-seed.ts'

test('task log adds a task that was done when the entry beside it ended', async () => {
  const b = await worked()
  await b.json('time', 'stop')
  const line = ['task', 'log', 'Fix', 'tap', '+home', 'client:bolt', '--time', '15m', '--at', '8:30']
  const ran = await b.larry(...line, '--format', 'table', '-n')
  expect(ran.stdout).toBe('Logged 5 "Fix tap" · client Bolt · +home · 15m\n')
  const [task] = await b.json<Record<string, unknown>[]>(...line)
  expect(Object.keys(task!)).toEqual(taskKeys)
  expect(task).toMatchObject({ id: 5, status: 'done', progress: 100, completed_at: '2026-11-23T08:45:00.000Z' })
  expect(await b.json('time', 'list', '--task', '5')).toMatchObject([
    { started_at: '2026-11-23T08:30:00.000Z', ended_at: '2026-11-23T08:45:00.000Z', seconds: 900, billable: true },
  ])
})

test('task log without --time only adds and completes, and -q says the id of the task', async () => {
  const b = await worked()
  expect((await b.larry('task', 'log', 'Fix tap', 'project:new', '--format', 'table')).stdout).toBe(
    'Logged 5 "Fix tap" · project new · new project new\n',
  )
  expect((await b.with({ columns: 80 })('task', 'log', 'Other', '-q')).stdout).toBe('6\n')
  expect(await b.json('time', 'list', 'id:5,6')).toEqual([])
})

test('one undo takes back the task and its time', async () => {
  const b = await worked()
  const before = stored(b).entries
  await b.json('task', 'log', 'Call', '--time', '1h', '--allow-overlap', '--no-billable')
  expect(stored(b).entries).toHaveLength(4)
  await b.json('undo')
  expect(stored(b).entries).toEqual(before)
  expect(await b.tasks()).toHaveLength(4)
})

describe('task log', () => {
  test.each<[string[], number, string]>([
    [['--time', '5m'], 2, 'a task needs a title'],
    [['Call', '--time', 'soon'], 2, 'cannot read "soon"'],
    [['Call', '--time', '1h'], 4, 'overlaps entry 2'],
    [['Call', '--at', '7:00'], 2, 'how long it took is not said'],
    [['Call', '--no-billable'], 2, 'how long it took is not said'],
    [['Call', '--time', '1h', '--at', '8:30'], 2, 'still to come'],
    [['Call', 'status:todo'], 2, 'what is logged is done, not todo'],
    [['Call', 'depends:1'], 4, 'waits for 1'],
    [['-', '--time', '5m'], 2, 'log takes one task'],
    [['Call', 'projct:x'], 2, 'did you mean project'],
  ])('%j is refused and adds nothing', async (words, code, message) => {
    const b = await worked()
    const before = stored(b)
    const ran = await b.with({ stdin: 'a\n' })('task', 'log', ...words)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).toContain(message)
    expect(stored(b)).toEqual(before)
    expect(await b.tasks()).toHaveLength(4)
  })
})
