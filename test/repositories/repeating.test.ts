import { expect, test } from 'vitest'
import { completeTasks } from '../../src/workflows/change-status.ts'
import { reopenTasks } from '../../src/workflows/reopen-tasks.ts'
import { now, opened } from '../db/stores.ts'
import { clockAt } from '../domain/clock.ts'
import { bench } from '../support/larry.ts'
import { seed, writing } from './seed.ts'

/** Weekly tasks, each with one below it; answers how completing them, and taking that back, went. */
async function completed(count: number) {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const repeats = { recurrence: 'FREQ=WEEKLY', recurrence_mode: 'schedule', due: '2026-11-23' } as const
  const heads = Array.from({ length: count }, (_, i) => ({ title: `t${i}`, series_uid: `s${i}`, ...repeats }))
  await seed(store, ...heads.map((head) => ({ ...head, recurrence_anchor: head.due })))
  await seed(store, ...heads.map((_, i) => ({ title: `below ${i}`, parent_id: i + 1 })))
  const ids = heads.map((_, i) => i + 1)
  const query = (sql: string) => store.handle.prepare(sql).raw().all()
  statements.length = 0
  await writing(store, (tx) => completeTasks(tx, ids, { cascade: true }, clockAt()))
  const after = query('select id, due, parent_id from tasks where completed_at is null order by id')
  await writing(store, (tx) => reopenTasks(tx, ids, now))
  return { statements, after, left: query('select count(*) from tasks') }
}

test('each of three recurring tasks is followed by one, with what lies below it; reopened, by none', async () => {
  const { after, left } = await completed(3)
  expect(after).toEqual([
    [7, '2026-11-30', null],
    [8, '2026-11-30', null],
    [9, '2026-11-30', null],
    [10, null, 7],
    [11, null, 8],
    [12, null, 9],
  ])
  expect(left).toEqual([[6]])
})

test('it takes the same statements for ten as for five hundred', async () => {
  const few = await completed(10)
  const many = await completed(500)
  expect(many.after).toHaveLength(1_000)
  expect(many.statements).toEqual(few.statements)
})
