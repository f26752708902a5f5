import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { everything, seed, statuses, tree } from './seed.ts'

test('open subtasks at any depth refuse completion by name', async () => {
  const b = await tree()
  const before = await everything(b)
  const ran = await b.larry('done', '1')
  expect(ran.code).toBe(4)
  expect(ran.stderr).toMatch(/^larry: task 1 has open subtasks: 2, 3\n {2}hint: .*--cascade.*--force/)
  expect(await everything(b)).toEqual(before)
})

test('an open blocker refuses completion by name, in the company of others too', async () => {
  const b = await tree()
  const before = await everything(b)
  const ran = await b.larry('done', '3', '5')
  expect(ran.code).toBe(4)
  expect(ran.stderr).toMatch(/^larry: task 5 waits for 4\n/)
  expect(await everything(b)).toEqual(before)
})

test.each([
  [
    ['done', '1', '--force'],
    ['done', 'todo', 'todo', 'todo', 'todo'],
  ],
  [
    ['done', '1', '--cascade'],
    ['done', 'done', 'done', 'todo', 'todo'],
  ],
  [
    ['done', '1', '2', '3'],
    ['done', 'done', 'done', 'todo', 'todo'],
  ],
  [
    ['done', '5', '--force'],
    ['todo', 'todo', 'todo', 'todo', 'done'],
  ],
  [
    ['done', '5', '4'],
    ['todo', 'todo', 'todo', 'done', 'done'],
  ],
  [
    ['task', 'cancel', '1'],
    ['cancelled', 'todo', 'todo', 'todo', 'todo'],
  ],
  [
    ['task', 'cancel', '1', '--cascade'],
    ['cancelled', 'cancelled', 'cancelled', 'todo', 'todo'],
  ],
])('larry %j leaves %j', async (line, after) => {
  const b = await tree()
  expect(await b.larry(...line)).toMatchObject({ code: 0, stderr: '' })
  expect(await statuses(b)).toEqual(after)
})

test('--cascade does not pass blockers of the subtree', async () => {
  const b = await tree()
  await b.json('edit', '3', 'depends:4')
  expect((await b.larry('done', '1', '--cascade')).stderr).toMatch(/^larry: task 3 waits for 4\n/)
  expect(await b.larry('done', '1', '--cascade', '--force')).toMatchObject({ code: 0 })
})

test('completing sets completed_at and progress 100, reopening clears both', async () => {
  const b = await tree()
  expect(await b.json('done', '3')).toMatchObject([{ progress: 100, completed_at: '2026-11-23T09:00:00.000Z' }])
  expect(await b.json('task', 'reopen', '3')).toMatchObject([{ status: 'todo', progress: 0, completed_at: null }])
})

test('reopening gives in-progress when work had begun', async () => {
  const b = await tree()
  await b.json('start', '3')
  await b.json('done', '3')
  expect(await b.json('task', 'reopen', '3')).toMatchObject([{ status: 'in-progress', completed_at: null }])
})

test('done twice is no failure, changes nothing and says so', async () => {
  const b = await tree()
  await b.json('done', '4')
  const before = await everything(b)
  expect(await b.with({ now: '2026-11-24T09:00:00Z' })('done', '4', '--format', 'table')).toEqual({
    code: 0,
    stdout: '4 "Rent van" was already done\n',
    stderr: '',
  })
  expect(await everything(b)).toEqual(before)
})

test('the reply names what became ready, only once nothing else blocks it', async () => {
  const b = bench()
  await seed(b, 'A', 'B', 'C depends:1,2', 'D depends:1')
  const done = async (id: string) => (await b.larry('done', id, '--format', 'table')).stdout
  expect(await done('1')).toBe('Done: 1 "A"\nNow ready: 4 "D"\n')
  expect(await done('2')).toBe('Done: 2 "B"\nNow ready: 3 "C"\n')
})

test.each([
  ['task', 'cancel', '1'],
  ['rm', '1', '--yes'],
])('after larry %s %s %s its dependants are not blocked', async (...line) => {
  const b = bench()
  await seed(b, 'Blocker', 'Waits depends:1')
  expect(await b.json('list', 'is:blocked')).toMatchObject([{ id: 2 }])
  expect(await b.larry(...line)).toMatchObject({ code: 0 })
  expect(await b.json('list', 'is:blocked')).toEqual([])
  expect(await b.json('list', 'is:ready')).toMatchObject([{ id: 2 }])
  expect(await b.larry('done', '2')).toMatchObject({ code: 0 })
})

test.each([
  ['1', 'has open subtasks: 2, 3'],
  ['5', 'waits for 4'],
])('edit %s status:done obeys the rules of done', async (id, message) => {
  const b = await tree()
  const ran = await b.larry('edit', id, 'status:done', '+x')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(await b.json('tag', 'list')).toEqual([])
})
