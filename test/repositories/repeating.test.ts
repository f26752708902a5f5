import { expect, test } from 'vitest'
import { completeTasks } from '../../src/workflows/change-status.ts'
import { makeEdits } from '../../src/workflows/edit-tasks.ts'
import { reopenTasks } from '../../src/workflows/reopen-tasks.ts'
import { now, opened } from '../db/stores.ts'
import { clockAt } from '../domain/clock.ts'
import { bench } from '../support/larry.ts'
import { seed, writing } from './seed.ts'

/** A file with weekly tasks, and the statements it was given since. */
async function weekly(count: number) {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const repeats = { recurrence: 'FREQ=WEEKLY', recurrence_mode: 'schedule', due: '2026-11-23' } as const
  const heads = Array.from({ length: count }, (_, i) => ({ title: `t${i}`, series_uid: `s${i}`, ...repeats }))
  await seed(store, ...heads.map((head) => ({ ...head, recurrence_anchor: head.due })))
  statements.length = 0
  return { store, statements, ids: heads.map((_, i) => i + 1) }
}

/** Weekly tasks, each with one below it; answers how completing them, and taking that back, went. */
async function completed(count: number) {
  const { store, statements, ids } = await weekly(count)
  await seed(store, ...ids.map((id) => ({ title: `below ${id}`, parent_id: id })))
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

test('as many due dates as tasks ask once what repeats, and leave out in one statement what was moved', async () => {
  const { store, statements, ids } = await weekly(28)
  const edits = ids.map((id) => ({ ids: [id], attributes: { due: `2026-10-${String(id).padStart(2, '0')}` } }))
  await writing(store, (tx) => makeEdits(tx, edits, clockAt()))
  expect(statements.filter((text) => text.includes('latest_due'))).toHaveLength(1)
  expect(statements.filter((text) => text.includes('"recurrence_exceptions" ='))).toHaveLength(1)
  expect(store.handle.prepare('select distinct recurrence_exceptions from tasks').pluck().all()).toEqual(['2026-11-23'])
})
