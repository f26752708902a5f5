import { expect, test } from 'vitest'
import { childrenOf, openSubtasks, parentsOf, promoteChildren, subtreeOf } from '../../src/repositories/subtasks.ts'
import { deleteTasks } from '../../src/repositories/task-writes.ts'
import { opened } from '../db/stores.ts'
import { cpuMs } from '../support/cpu.ts'
import { bench } from '../support/larry.ts'
import { done, seed, writing } from './seed.ts'

/** 1 > 2 > 3 > 4 > 5, and 6 beside 3, 7 below 6. */
async function family() {
  const store = await opened(bench().file)
  await seed(store, ...[null, 1, 2, 3, 4, 2, 6].map((parent_id) => ({ parent_id })))
  const parents = () =>
    Object.fromEntries(store.handle.prepare('select id, parent_id from tasks').raw().all() as [number, number][])
  const remove = (...ids: number[]) =>
    writing(store, async (tx) => {
      const moved = await promoteChildren(tx, ids, '2026-12-01T00:00:00.000Z')
      await deleteTasks(tx, ids)
      return moved
    })
  return { store, parents, remove }
}

test.each([
  [[1], 1, { 2: null, 3: 2, 4: 3, 5: 4, 6: 2, 7: 6 }],
  [[2], 2, { 1: null, 3: 1, 4: 3, 5: 4, 6: 1, 7: 6 }],
  [[2, 3], 2, { 1: null, 4: 1, 5: 4, 6: 1, 7: 6 }],
  [[3, 2, 4], 2, { 1: null, 5: 1, 6: 1, 7: 6 }],
  [[2, 4], 3, { 1: null, 3: 1, 5: 3, 6: 1, 7: 6 }],
  [[1, 2, 3, 4], 2, { 5: null, 6: null, 7: 6 }],
  [[1, 2, 3, 4, 5, 6, 7], 0, {}],
  [[5, 7], 0, { 1: null, 2: 1, 3: 2, 4: 3, 6: 2 }],
])('when %j go, their children move to the nearest that stays', async (ids, moved, left) => {
  const { parents, remove } = await family()
  expect(await remove(...ids)).toBe(moved)
  expect(parents()).toEqual(left)
})

test('only those that moved are marked as changed', async () => {
  const { store, remove } = await family()
  await remove(3)
  const changed = store.handle.prepare("select id from tasks where updated_at >= '2026-12'")
  expect(changed.pluck().all()).toEqual([4])
})

test('four times the children take about four times the work to move, not sixteen', async () => {
  const moving = async (children: number) => {
    const store = await opened(bench().file)
    await seed(store, {}, ...Array.from({ length: children }, () => ({ parent_id: 1 })))
    const start = cpuMs()
    expect(await writing(store, (tx) => promoteChildren(tx, [1], '2026-12-01T00:00:00.000Z'))).toBe(children)
    return cpuMs() - start
  }
  const few = await moving(2500)
  expect((await moving(10_000)) / few).toBeLessThan(8)
})

test('a chain of a thousand tasks hands its last to what is above it', async () => {
  const store = await opened(bench().file)
  const [top, ...ids] = await seed(store, ...Array.from({ length: 1002 }, (_, i) => ({ parent_id: i || null })))
  expect(await writing(store, (tx) => promoteChildren(tx, ids.slice(0, -1), '2026-12-01T00:00:00.000Z'))).toBe(1)
  expect(store.handle.prepare('select parent_id from tasks where id = ?').pluck().get(ids.at(-1))).toBe(top)
})

test('a subtree is everything below, each once, also from several starts', async () => {
  const { store } = await family()
  expect(await subtreeOf(store.kysely, [3])).toEqual([3, 4, 5])
  expect(await subtreeOf(store.kysely, [6, 2, 3])).toEqual([2, 3, 4, 5, 6, 7])
  expect(await subtreeOf(store.kysely, [])).toEqual([])
  expect(await childrenOf(store.kysely, 2)).toEqual([3, 6])
})

test('open subtasks are those at any depth, also below a finished one, without those given', async () => {
  const { store } = await family()
  store.handle.exec(`update tasks set status = 'done', completed_at = '${done.completed_at}' where id in (3, 7)`)
  expect(await openSubtasks(store.kysely, [2])).toEqual([4, 5, 6])
  expect(await openSubtasks(store.kysely, [2, 4])).toEqual([5, 6])
  expect(await openSubtasks(store.kysely, [5])).toEqual([])
})

test('parents and subtrees end where parents go in a circle', async () => {
  const { store } = await family()
  store.handle.exec('update tasks set parent_id = 5 where id = 1')
  expect((await parentsOf(store.kysely, [3])).size).toBe(5)
  expect(await subtreeOf(store.kysely, [3])).toEqual([1, 2, 3, 4, 5, 6, 7])
})
