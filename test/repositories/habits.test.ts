import { expect, test } from 'vitest'
import { habitsToDo } from '../../src/commands/habit/to-do.ts'
import type { Store } from '../../src/db/open.ts'
import { checksOf } from '../../src/repositories/habit-checks.ts'
import { withStandings } from '../../src/repositories/habit-standings.ts'
import { listHabits } from '../../src/repositories/habits.ts'
import { now, opened } from '../db/stores.ts'
import { clockAt } from '../domain/clock.ts'
import { cpuMs } from '../support/cpu.ts'
import { bench } from '../support/larry.ts'

/** So many habits, daily, weekly and monthly, each checked every day of the last five years; and what is run since. */
async function filled(count: number): Promise<Store & { statements: string[]; plans: () => string[] }> {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const { handle } = store
  handle.exec(`
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
    insert into habits (uid, created_at, updated_at, name, name_folded, period, starts_on)
    select printf('%036d', i), '${now}', '${now}', 'h' || i, 'h' || i,
      case i % 3 when 0 then 'day' when 1 then 'week' else 'month' end, '2021-11-24' from n;
    with recursive d (i) as (select 0 union all select i + 1 from d where i < 1825)
    insert into habit_checks (habit_id, "on", skipped, created_at, updated_at)
    select h.id, date('2026-11-22', '-' || d.i || ' days'), d.i % 31 = 3, '${now}', '${now}' from habits h, d; analyze`)
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

const clock = clockAt()

test('five years of fifty habits are two statements, by the primary key, and fast', async () => {
  const { kysely, statements, plans } = await filled(50)
  const start = cpuMs()
  const habits = await withStandings(kysely, await listHabits(kysely, { day: clock.today, all: false }), clock)
  expect(cpuMs() - start).toBeLessThan(500)
  expect(habits).toHaveLength(50)
  const streaks = new Map(habits.map(({ period, current_streak }) => [period, current_streak]))
  expect(Object.fromEntries(streaks)).toEqual({ day: 1767, week: 261, month: 61 })
  expect(statements).toHaveLength(2)
  expect(plans()).toContain('SEARCH habit_checks USING PRIMARY KEY (habit_id=? AND on>?)')
  expect(plans()).not.toContain('USE TEMP B-TREE FOR GROUP BY')
})

test('what is still to do today reads no check older than its period, in two statements', async () => {
  const { kysely, statements, plans } = await filled(50)
  const start = cpuMs()
  expect(await habitsToDo(kysely, clock)).toHaveLength(33)
  expect(cpuMs() - start).toBeLessThan(100)
  expect(statements).toHaveLength(2)
  expect(plans()).toContain('SEARCH habit_checks USING PRIMARY KEY (habit_id=? AND on>?)')
  expect((await checksOf(kysely, [1], '2026-11-20')).get(1)).toEqual([
    { on: '2026-11-20', amount: null, skipped: false },
    { on: '2026-11-21', amount: null, skipped: false },
    { on: '2026-11-22', amount: null, skipped: false },
  ])
})
