import { expect, test } from 'vitest'
import type { ReadContext } from '../../src/cli/context.ts'
import { namedZone } from '../../src/cli/zone.ts'
import { run } from '../../src/commands/task/list.ts'
import type { ListingOptions } from '../../src/commands/task/options.ts'
import { now, opened } from '../db/stores.ts'
import { bench } from '../support/larry.ts'
import { seed, taken } from './seed.ts'

const clock = { now, civilNow: '2026-11-23T09:00', today: '2026-11-23', weekStart: 1, zone: namedZone('UTC') } as const

/** What SQLite would do for each statement of `task list` in a file where most tasks are finished. */
async function plansOf(words: readonly string[], options: ListingOptions): Promise<string[][]> {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const { handle, kysely } = store
  await seed(store, ...Array.from({ length: 500 }, (_, i) => ({ title: `task ${i}` })))
  handle.exec(`update tasks set status = 'done', completed_at = created_at where id > 10;
    insert into task_dependencies values (1, 2); insert into task_tags values (1, 'home'); analyze`)
  statements.length = 0
  const context = { db: kysely, clock, now, literal: [], input: undefined, settings: { format: 'json' } }
  const { rows } = await run(context as unknown as ReadContext, words, options)
  if (Symbol.asyncIterator in rows) await taken(rows)
  return statements.map((text) =>
    handle
      .prepare(`explain query plan ${text}`)
      .all(Array.from(text.matchAll(/\?/g), () => null))
      .map((row) => (row as { detail: string }).detail),
  )
}

const lists: [string, string[], ListingOptions][] = [
  ['the default list', [], {}],
  ['a page of it', [], { limit: '5' }],
  ['its count', [], { count: true }],
  ['the overdue', ['is:overdue'], {}],
  ['the blocked', ['is:blocked'], {}],
  ['those of a tag', ['+home'], {}],
  ['those that hold a word', ['task'], {}],
  ['sorted by priority', [], { sort: ['-priority'] }],
]

test.each(lists)('%s reads no finished task', async (_, words, options) => {
  const plans = await plansOf(words, options)
  expect(plans).toHaveLength(1)
  const reads = plans.flat().filter((line) => /^(SCAN|SEARCH) (t|tasks|blocker)\b/.test(line))
  expect(reads.length).toBeGreaterThan(0)
  for (const line of reads)
    expect(line, `of ${plans.flat().join('\n')}`).toMatch(/tasks_open|INTEGER PRIMARY KEY \(rowid=\?\)/)
})

test('the default list comes in the order of its index, which no sort of the whole follows', async () => {
  const [plan] = await plansOf([], {})
  expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})
