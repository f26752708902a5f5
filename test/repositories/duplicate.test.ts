import { expect, test } from 'vitest'
import { duplicateTasks } from '../../src/workflows/duplicate-tasks.ts'
import { now, opened } from '../db/stores.ts'
import { bench } from '../support/larry.ts'
import { depend, seed, writing } from './seed.ts'

/** A tree of tasks, three below each, where each waits for the one before it; answers how its copying went. */
async function copied(count: number) {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const parentOf = (i: number) => (i === 0 ? null : Math.ceil(i / 3))
  await seed(store, ...Array.from({ length: count }, (_, i) => ({ title: `t${i}`, parent_id: parentOf(i) })))
  await depend(store, ...Array.from({ length: count - 1 }, (_, i) => [i + 2, i + 1] as const))
  store.handle.exec("insert into task_tags select id, 'x' from tasks")
  statements.length = 0
  const copies = await writing(store, (tx) => duplicateTasks(tx, [1], { cascade: true }, now))
  return { copies, statements, handle: store.handle }
}

test('a subtree of a thousand tasks is copied whole, every parent and dependency among the copies', async () => {
  const { copies, handle } = await copied(1_000)
  expect([...copies]).toEqual(Array.from({ length: 1_000 }, (_, i) => [i + 1, i + 1_001]))
  const pairs = (sql: string) => handle.prepare(sql).raw().all()
  expect(pairs('select id - 1000, parent_id - 1000, title from tasks where id > 1000')).toEqual(
    pairs('select id, parent_id, title from tasks where id <= 1000'),
  )
  expect(pairs('select task_id - 1000, depends_on_id - 1000 from task_dependencies where task_id > 1000')).toEqual(
    pairs('select task_id, depends_on_id from task_dependencies where task_id <= 1000'),
  )
  expect(pairs('select count(*) from task_tags where task_id > 1000')).toEqual([[1_000]])
})

test('it takes the same statements for ten tasks as for a thousand', async () => {
  const few = await copied(10)
  const many = await copied(1_000)
  expect(many.statements).toEqual(few.statements)
  expect(few.statements.length).toBeLessThan(14)
})
