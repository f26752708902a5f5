import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { readSort } from '../../src/domain/sort.ts'
import { isOpen } from '../../src/repositories/task-states.ts'
import { countTasks, findTaskIds, getTasks, listTasks } from '../../src/repositories/tasks.ts'
import { insertInto, now, opened } from '../db/stores.ts'
import { clockAt } from '../domain/clock.ts'
import { bench } from '../support/larry.ts'
import { done, seed, taken } from './seed.ts'

const clock = clockAt()

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)

test('the usual order is due, none last; then priority, the highest first; then id', async () => {
  const store = await opened(bench().file)
  await seed(
    store,
    { due: null, priority: 'urgent' },
    { due: '2026-11-24T09:00' },
    { due: '2026-11-24', priority: 'low' },
    { due: '2026-11-24', priority: 'critical' },
    { due: '2026-11-24', priority: 'low' },
    { due: '2026-11-23T23:59' },
    { due: null, priority: 'urgent' },
    { due: '2026-11-24', priority: 'high' },
    { due: '2026-11-24', priority: 'urgent' },
    { due: '2026-11-24', priority: 'medium' },
  )
  expect(idsOf(await taken(listTasks(store.kysely, { clock, sort: [] })))).toEqual([6, 9, 4, 8, 10, 3, 5, 2, 1, 7])
})

/** Tasks 1 and 3 with nothing set, 2 and 4 with everything. */
async function halfEmpty(): Promise<Store> {
  const store = await opened(bench().file)
  for (const table of ['clients', 'projects']) store.handle.exec(insertInto(table, { name: 'n', name_folded: 'n' }))
  const day = '2026-11-24'
  const dates = { due: day, wait_until: day, started_at: now }
  const full = { ...done, ...dates, title: 'z', estimate_minutes: 5, project_id: 1, client_id: 1 }
  await seed(store, {}, full, {}, full)
  return store
}

const bothWays = (...names: string[]) => names.flatMap((name) => [name, `-${name}`])

test.each(bothWays('due', 'wait', 'est', 'project', 'client', 'started', 'completed'))(
  'sorted by %s, empty values are last and ties go by id',
  async (sort) => {
    const store = await halfEmpty()
    expect(idsOf(await taken(listTasks(store.kysely, { clock, sort: readSort([sort]) })))).toEqual([2, 4, 1, 3])
  },
)

test.each(bothWays('title', 'status', 'priority', 'progress', 'created', 'updated'))(
  'sorted by %s, ties go by id',
  async (sort) => {
    const store = await halfEmpty()
    const found = idsOf(await taken(listTasks(store.kysely, { clock, sort: readSort([sort]) })))
    expect([found.filter((id) => id % 2 === 1), found.filter((id) => id % 2 === 0)]).toEqual([
      [1, 3],
      [2, 4],
    ])
  },
)

test('statuses and priorities sort by what they mean, not by their letters', async () => {
  const store = await opened(bench().file)
  await seed(store, { priority: 'low' }, { priority: 'urgent' }, { priority: 'high', status: 'blocked' }, done)
  const sorted = async (by: string) => idsOf(await taken(listTasks(store.kysely, { clock, sort: readSort([by]) })))
  expect(await sorted('-priority')).toEqual([2, 3, 4, 1])
  expect(await sorted('-id')).toEqual([4, 3, 2, 1])
  expect(await sorted('status')).toEqual([1, 2, 3, 4])
})

test('pages together are the whole list', async () => {
  const store = await opened(bench().file)
  await seed(store, ...Array.from({ length: 25 }, (_, i) => ({ due: i % 3 === 0 ? null : '2026-11-24' })))
  const whole = await taken(listTasks(store.kysely, { clock, sort: [] }))
  const pages = []
  for (let offset = 0; offset < 30; offset += 4)
    pages.push(...(await taken(listTasks(store.kysely, { clock, sort: [], limit: 4, offset }))))
  expect(pages).toEqual(whole)
  expect(await taken(listTasks(store.kysely, { clock, sort: [], offset: 24 }))).toEqual(whole.slice(24))
  expect(await taken(listTasks(store.kysely, { clock, sort: [], limit: 0 }))).toEqual([])
})

test('a limit is applied before tags and dependencies are read', async () => {
  const store = await opened(bench().file)
  await seed(store, ...Array.from({ length: 50 }, () => ({})))
  store.handle.exec("insert into task_tags select id, 'tag' from tasks")
  let read = 0
  store.handle.aggregate('json_group_array', {
    start: 0,
    step: (count: number, _tag: number) => {
      read += 1
      return count + 1
    },
    result: (count: number) => JSON.stringify(Array.from({ length: count }, () => 'tag')),
  })
  expect(await taken(listTasks(store.kysely, { clock, sort: [], limit: 3 }))).toHaveLength(3)
  expect(read).toBe(3)
})

test('tags are sorted, dependencies are numbers, and names of project and client are there', async () => {
  const store = await opened(bench().file)
  await seed(store, {}, {}, {})
  store.handle.exec(
    "insert into task_tags values (1, 'z'), (1, 'a'), (1, 'Ä'), (1, '[1]'); insert into task_dependencies values (1, 3), (1, 2)",
  )
  const [task] = await getTasks(store.kysely, [1])
  expect(task).toMatchObject({ tags: ['[1]', 'a', 'z', 'Ä'], depends_on: [2, 3], project: null, client: null })
  expect(Object.keys(task!)).toEqual(
    'id uid title status priority due wait_until estimate_minutes progress tags project client project_id client_id parent_id depends_on notes recurrence recurrence_mode started_at completed_at created_at updated_at'.split(
      ' ',
    ),
  )
})

test('a title that looks like JSON stays text', async () => {
  const store = await opened(bench().file)
  await seed(store, { title: '[1,2]', notes: '{"a":null}' })
  expect(await getTasks(store.kysely, [1])).toMatchObject([{ title: '[1,2]', notes: '{"a":null}' }])
})

test('ten thousand ids are one statement', async () => {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const ids = await seed(store, ...Array.from({ length: 10_000 }, () => ({})))
  statements.length = 0
  expect(await getTasks(store.kysely, ids.toReversed())).toHaveLength(10_000)
  expect(statements).toHaveLength(1)
  expect(await countTasks(store.kysely, sql`t.id % 2 = 0`)).toBe(5000)
  expect(await findTaskIds(store.kysely, isOpen)).toEqual(ids)
})
