import { expect, test } from 'vitest'
import {
  addDependencies,
  dropDependencies,
  openBlockers,
  reachableDependencies,
  unblockedBy,
} from '../../src/repositories/dependencies.ts'
import { addTags, listTags, removeTags } from '../../src/repositories/tags.ts'
import { opened } from '../db/stores.ts'
import { clockAt } from '../domain/clock.ts'
import { bench } from '../support/larry.ts'
import { cancelled, depend, done, seed, writing } from './seed.ts'

test('what is in the way of a task is open and not among those asked about', async () => {
  const store = await opened(bench().file)
  await seed(store, {}, {}, done, cancelled, {})
  await depend(store, [1, 2], [1, 3], [1, 4], [5, 1], [5, 2])
  expect(await openBlockers(store.kysely, [1])).toEqual([{ task_id: 1, depends_on_id: 2 }])
  expect(await openBlockers(store.kysely, [1, 2, 5])).toEqual([])
  expect(await openBlockers(store.kysely, [5, 1])).toEqual([
    { task_id: 1, depends_on_id: 2 },
    { task_id: 5, depends_on_id: 2 },
  ])
})

test('what a task frees is open and waits for nothing else that is open', async () => {
  const store = await opened(bench().file)
  await seed(store, done, done, {}, {}, {}, cancelled, done, {})
  await depend(store, [4, 1], [5, 1], [5, 3], [6, 1], [7, 1], [8, 2])
  expect(await unblockedBy(store.kysely, [1], clockAt())).toEqual([4])
  expect(await unblockedBy(store.kysely, [1, 2], clockAt())).toEqual([4, 8])
  store.handle.exec('delete from tasks where id = 3')
  expect(await unblockedBy(store.kysely, [1], clockAt())).toEqual([4, 5])
  expect(await unblockedBy(store.kysely, [], clockAt())).toEqual([])
})

test('adding dependencies tells which are new, by the thousand too, and refuses one on itself', async () => {
  const store = await opened(bench().file)
  const [first, ...rest] = await seed(store, ...Array.from({ length: 2001 }, () => ({})))
  const all = rest.map((id) => ({ task_id: id, depends_on_id: first! }))
  await depend(store, [rest[0]!, first!])
  expect(await writing(store, (tx) => addDependencies(tx, all))).toEqual(rest.slice(1))
  expect(await writing(store, (tx) => addDependencies(tx, all))).toEqual([])
  const itself = writing(store, (tx) => addDependencies(tx, [{ task_id: 3, depends_on_id: 3 }]))
  await expect(itself).rejects.toMatchObject({ kind: 'conflict', message: 'task 3 would wait for itself: 3 -> 3' })
})

test('dropping keeps what is named, and none named drops all', async () => {
  const store = await opened(bench().file)
  await seed(store, {}, {}, {})
  await depend(store, [1, 2], [1, 3], [2, 3])
  expect(await writing(store, (tx) => dropDependencies(tx, [1, 2], [3]))).toEqual([1])
  expect(await writing(store, (tx) => dropDependencies(tx, [1, 2], []))).toEqual([1, 2])
})

test('the edges within reach are those downstream, once each, circles included', async () => {
  const store = await opened(bench().file)
  await seed(store, {}, {}, {}, {})
  await depend(store, [1, 2], [2, 3], [3, 1], [4, 1])
  expect(await reachableDependencies(store.kysely, [2])).toHaveLength(3)
  expect(await reachableDependencies(store.kysely, [4])).toHaveLength(4)
  expect(await reachableDependencies(store.kysely, [])).toEqual([])
})

test('tags: which tasks got one, which lost one, how many bear each', async () => {
  const store = await opened(bench().file)
  await seed(store, {}, {}, done)
  const give = (...pairs: [number, string][]) =>
    writing(store, (tx) =>
      addTags(
        tx,
        pairs.map(([task_id, tag]) => ({ task_id, tag })),
      ),
    )
  expect(await give([1, 'home'], [3, 'home'], [3, 'Ünï'])).toEqual([1, 3])
  expect(await give([1, 'home'], [2, 'home'])).toEqual([2])
  expect(await listTags(store.kysely)).toEqual([
    { tag: 'home', open: 2, total: 3 },
    { tag: 'Ünï', open: 0, total: 1 },
  ])
  expect(await writing(store, (tx) => removeTags(tx, [1, 2, 3], ['Ünï', 'nope']))).toEqual([3])
})
