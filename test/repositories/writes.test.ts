import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newUid } from '../../src/db/uid.ts'
import { deleteTasks, updateTasks } from '../../src/repositories/task-writes.ts'
import { now, opened } from '../db/stores.ts'
import { cpuMs } from '../support/cpu.ts'
import { bench } from '../support/larry.ts'
import { done, seed, writing } from './seed.ts'

const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ten thousand tasks in one go have ten thousand well-formed uids of their moment', async () => {
  const store = await opened(bench().file)
  await seed(store, ...Array.from({ length: 10_000 }, () => ({})))
  const uids = store.handle.prepare('select uid from tasks').pluck().all() as string[]
  expect(new Set(uids).size).toBe(10_000)
  expect(uids.filter((uid) => !uuidv7.test(uid))).toEqual([])
  const times = new Set(uids.map((uid) => Number.parseInt(uid.replace('-', '').slice(0, 12), 16)))
  expect([...times]).toEqual([Date.parse(now)])
  expect(new Set(uids.map((uid) => uid[19]))).toEqual(new Set(['8', '9', 'a', 'b']))
})

test.each(['1970-01-01T00:00:00.000Z', '2026-11-23T09:00:00.001Z', '9999-12-31T23:59:59.999Z'])(
  'a uid of %s is well-formed and carries it',
  async (at) => {
    const { kysely } = await opened(bench().file)
    const { rows } = await sql<{ uid: string }>`select ${newUid(at)} as uid`.execute(kysely)
    expect(rows[0]!.uid).toMatch(uuidv7)
    expect(Number.parseInt(rows[0]!.uid.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(at))
  },
)

test('ids ascend in the order given and follow the highest ever used', async () => {
  const store = await opened(bench().file)
  expect(await seed(store, {}, {}, {})).toEqual([1, 2, 3])
  await writing(store, (tx) => deleteTasks(tx, [2, 3]))
  expect(await seed(store, ...Array.from({ length: 1200 }, (_, i) => ({ title: String(i) })))).toEqual(
    Array.from({ length: 1200 }, (_, i) => i + 4),
  )
  const titles = store.handle.prepare('select title from tasks where id > 3 order by id').pluck().all()
  expect(titles).toEqual(Array.from({ length: 1200 }, (_, i) => String(i)))
  expect(await seed(store)).toEqual([])
})

test('ids of a transaction that was rolled back are not burnt', async () => {
  const store = await opened(bench().file)
  await expect(seed(store, {}, { title: ' ' })).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' })
  expect(await seed(store, {})).toEqual([1])
})

test('an update answers and touches only the tasks it changed', async () => {
  const store = await opened(bench().file)
  const later = '2026-12-01T00:00:00.000Z'
  await seed(store, {}, { due: '2026-12-01', priority: 'high' }, { due: '2026-12-01' })
  const update = (values: Parameters<typeof updateTasks>[2]) =>
    writing(store, (tx) => updateTasks(tx, [1, 2, 3, 99], values, later))
  expect(await update({ due: '2026-12-01', priority: 'high' })).toEqual([1, 3])
  expect(await update({ due: null })).toEqual([1, 2, 3])
  expect(await update({ due: null })).toEqual([])
  expect(await update({})).toEqual([])
  expect(await writing(store, (tx) => updateTasks(tx, [], { due: null }, later))).toEqual([])
})

test('completed_at goes with the status or not at all', async () => {
  const store = await opened(bench().file)
  await seed(store, {})
  const half = writing(store, (tx) => updateTasks(tx, [1], { status: 'done' }, now))
  await expect(half).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' })
  expect(await writing(store, (tx) => updateTasks(tx, [1], done, now))).toEqual([1])
})

test('ten thousand rows are changed and deleted in one statement each, in a moment', async () => {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const ids = await seed(store, ...Array.from({ length: 10_000 }, () => ({})))
  statements.length = 0
  const start = cpuMs()
  await writing(store, async (tx) => {
    await updateTasks(tx, ids, { priority: 'high' }, now)
    await deleteTasks(tx, ids)
  })
  expect(cpuMs() - start).toBeLessThan(5000)
  expect(statements).toHaveLength(4)
})
