import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { periodsOf } from '../../src/domain/time-report.ts'
import { readReportWindow } from '../../src/domain/time-window.ts'
import { allOf } from '../../src/repositories/task-filter.ts'
import { listEntries, overlapping, runningTimer } from '../../src/repositories/time-entries.ts'
import { totalsBy, trackedSeconds } from '../../src/repositories/time-totals.ts'
import { now, opened } from '../db/stores.ts'
import { clockAt } from '../domain/clock.ts'
import { cpuMs } from '../support/cpu.ts'
import { bench } from '../support/larry.ts'
import { seed, taken } from './seed.ts'

/** 500 tasks and as many entries as asked, of half an hour each, one an hour until 23 November 2026; and what was run since. */
async function filled(count: number): Promise<Store & { statements: string[]; plans: () => string[] }> {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const { handle } = store
  await seed(store, ...Array.from({ length: 500 }, (_, i) => ({ title: `task ${i}` })))
  handle.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
    insert into time_entries (uid, created_at, updated_at, task_id, started_at, ended_at)
    select printf('%036d', i), '${now}', '${now}', 1 + i % 500,
      strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-23', '-' || i || ' hours'),
      strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-23', '-' || i || ' hours', '30 minutes') from n; analyze`)
  statements.length = 0
  const plans = () =>
    statements.flatMap((text) =>
      handle
        .prepare(`explain query plan ${text}`)
        .all(Array.from(text.matchAll(/\?/g), () => null))
        .map((row) => (row as { detail: string }).detail),
    )
  return { ...store, statements, plans }
}

test('an overlap among 100,000 entries is looked for by index, sorted by it, and fast', async () => {
  const { kysely, plans, statements } = await filled(100_000)
  const span = { started_at: '2026-11-23T08:00:00.000Z', ended_at: '2026-11-23T08:30:00.000Z' }
  const start = cpuMs()
  for (let i = 0; i < 5; i++) expect(await overlapping(kysely, span, [], now)).toBe(undefined)
  expect((cpuMs() - start) / 5).toBeLessThan(150)
  const late = { started_at: '2026-11-22T08:10:00.000Z', ended_at: '2026-11-22T08:20:00.000Z' }
  expect(await overlapping(kysely, late, [], now)).toMatchObject({ id: 16 })
  expect(await overlapping(kysely, late, [16], now)).toBe(undefined)
  statements.splice(1)
  expect(plans()).toContain('SEARCH e USING INDEX time_entries_started (started_at<?)')
  expect(plans()).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

test('the running timer is found by its own index, however many entries there are', async () => {
  const { handle, kysely, plans } = await filled(2000)
  expect(await runningTimer(kysely)).toBe(undefined)
  expect(plans()[0]).toMatch(/e USING INDEX time_entries_open/)
  handle.exec('update time_entries set ended_at = null where id = 7')
  expect(await runningTimer(kysely)).toEqual({
    id: 7,
    task_id: 8,
    title: 'task 7',
    started_at: '2026-11-22T17:00:00.000Z',
    ended_at: null,
  })
})

test('a list is read in the order of an index', async () => {
  const { kysely, plans } = await filled(2000)
  const rows = await taken(listEntries(kysely, { where: allOf([]), limit: 3 }, now))
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(plans().join('\n')).toMatch(/e USING INDEX time_entries_started/)
  expect(plans()).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

test('a report of ten years by day is one statement, each day finding its entries by index', async () => {
  const { kysely, plans, statements } = await filled(50_000)
  const clock = clockAt('2026-11-23T09:00', 1, 'Europe/Vienna')
  const periods = periodsOf(readReportWindow({ from: '2016-11-16' }, clock), ['day'], clock)
  const rows = await totalsBy(kysely, ['day'], { periods, where: allOf([]), round: 1, now })
  expect(rows.reduce((sum, { entries, seconds }) => [sum[0]! + entries, sum[1]! + seconds], [0, 0])).toEqual([
    50_000,
    50_000 * 1800,
  ])
  expect(statements).toHaveLength(1)
  expect(plans()).toContain('SEARCH e USING INDEX time_entries_started (started_at>? AND started_at<?)')
})

test('the seconds tracked on tasks are one statement, a running timer until now; those never worked on are left out', async () => {
  const { handle, kysely, plans, statements } = await filled(1000)
  handle.exec("update time_entries set ended_at = null, started_at = '2026-11-23T08:59:00.999Z' where id = 2")
  statements.length = 0
  expect(await trackedSeconds(kysely, [2, 3, 999], now)).toEqual(
    new Map([
      [2, 3600],
      [3, 1860],
    ]),
  )
  expect(statements).toHaveLength(1)
  expect(plans().join('\n')).toMatch(/SEARCH e USING COVERING INDEX time_entries_task \(task_id=\?\)/)
})
