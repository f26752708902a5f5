import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, seed, statuses } from './seed.ts'

test.each([[['done', '1']], [['task', 'cancel', '1']], [['edit', '1', 'status:done']]])(
  'larry %j calls ready only what can be begun: nothing blocked by hand, hidden or waiting for more',
  async (line) => {
    const b = bench()
    await seed(b, 'First', 'Other', 'Free depends:1', 'By hand depends:1 status:blocked')
    await seed(b, 'Hidden depends:1 wait:2026-12-01', 'Both depends:1,2', 'Begun depends:1 status:in-progress')
    await b.larry('add', 'Shown again', 'depends:1', 'wait:2026-11-22')
    const { code, stdout } = await b.larry(...line, '--format', 'table')
    expect(code).toBe(0)
    const ready = stdout.split('\n').find((text) => text.startsWith('Now ready:'))
    expect(ready).toContain('3 "Free"')
    expect(ready).toContain('"Shown again"')
    for (const title of ['By hand', 'Hidden', 'Both', 'Other']) expect(ready).not.toContain(title)
  },
)

test('nothing is called ready when all that waited is hidden or blocked by hand', async () => {
  const b = bench()
  await seed(b, 'First', 'By hand depends:1 status:blocked', 'Hidden depends:1 wait:2026-12-01')
  expect((await b.larry('done', '1', '--format', 'table')).stdout).toBe('Done: 1 "First"\n')
})

test('done --cascade on a parent already done completes what is open below it, at any depth', async () => {
  const b = bench()
  await seed(b, 'Other', 'Else', 'Parent', 'Child parent:3', 'Grandchild parent:4', 'Closed parent:3', 'Below parent:6')
  await b.json('done', '6', '--force')
  await b.json('done', '3', '--force')
  expect(await statuses(b)).toEqual(['todo', 'todo', 'done', 'todo', 'todo', 'done', 'todo'])
  const before = await b.tasks()
  const ran = await b.larry('done', '3', '--cascade', '--format', 'table')
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout).toContain('3 "Parent" was already done')
  expect(await statuses(b)).toEqual(['todo', 'todo', 'done', 'done', 'done', 'done', 'done'])
  expect((await b.tasks())[2]).toEqual(before[2])
  await b.json('undo')
  expect(await b.tasks()).toEqual(before)
})

test.each([
  [['y status:done depends:1']],
  [['y', '--status', 'done', '--depends', '1']],
  [['y status:done depends:1 project:new +tag']],
])('add %j while 1 is open is a conflict and adds nothing', async (words) => {
  const b = bench()
  await seed(b, 'Open')
  const before = await everything(b)
  const ran = await b.larry('add', ...words)
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toContain('waits for 1')
  expect(await everything(b)).toEqual(before)
  expect(await b.larry('list', 'project:new')).toMatchObject({ code: 3 })
})

test('a task added as done may wait for one that is done, and may be added as cancelled', async () => {
  const b = bench()
  await seed(b, 'Finished', 'Open')
  await b.json('done', '1')
  await seed(b, 'y status:done depends:1', 'z status:cancelled depends:2')
  expect(await statuses(b)).toEqual(['done', 'todo', 'done', 'cancelled'])
})

test('a conflict in one line of a pipe adds none of its lines', async () => {
  const b = bench()
  await seed(b, 'Open')
  expect(await b.with({ stdin: 'fine\ny status:done depends:1\n' })('add', '-')).toMatchObject({ code: 4, stdout: '' })
  expect(await b.tasks()).toHaveLength(1)
})
