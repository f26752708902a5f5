import { expect, test } from 'vitest'
import type { ReadContext } from '../../src/cli/context.ts'
import { run } from '../../src/commands/task/list.ts'
import type { ListingOptions } from '../../src/commands/task/options.ts'
import { namedZone } from '../../src/domain/when/zone.ts'
import { listActions } from '../../src/repositories/actions.ts'
import { listTags } from '../../src/repositories/tags.ts'
import { now, opened } from '../db/stores.ts'
import { bench } from '../support/larry.ts'
import { seed, taken } from './seed.ts'

const clock = { now, civilNow: '2026-11-23T09:00', today: '2026-11-23', weekStart: 1, zone: namedZone('UTC') } as const

/** What SQLite would do for each statement of `task list` in a file where most tasks are finished. */
async function plansOf(
  words: readonly string[],
  options: ListingOptions,
  value: string | null = null,
): Promise<string[][]> {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const { handle, kysely } = store
  await seed(store, ...Array.from({ length: 500 }, (_, i) => ({ title: `task ${i}` })))
  handle.exec(`update tasks set status = 'done', completed_at =
      strftime('%Y-%m-%dT%H:%M:%fZ', '2016-01-01', '+' || (id * 7) || ' days') where id > 10;
    insert into task_dependencies values (1, 2); insert into task_tags values (1, 'home'); analyze`)
  statements.length = 0
  const context = { db: kysely, clock, now, literal: [], input: undefined, settings: { format: 'json' } }
  const { rows } = await run(context as unknown as ReadContext, words, options)
  if (Symbol.asyncIterator in rows) await taken(rows)
  return statements.map((text) =>
    handle
      .prepare(`explain query plan ${text}`)
      .all(Array.from(text.matchAll(/\?/g), () => value))
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
  ['sorted by when they were made, a page', [], { sort: ['-created_at'], limit: '5' }],
  ['those of no project', ['project:none'], {}],
  ['those of no client', ['client:none'], {}],
  ['the ready', ['is:ready'], {}],
  ['the waiting', ['is:waiting'], {}],
  ['those under way', ['is:active'], {}],
  ['those of this week', ['is:this-week'], {}],
  ['those due this week', ['due:today..sun'], {}],
  ['those made this year', ['created:2026-01-01..'], {}],
  ['those of a priority', ['p:high..'], {}],
  ['the long', ['est:2h..'], {}],
  ['the subtasks of one', ['parent:1'], {}],
  ['those that wait for one', ['depends:2'], {}],
  ['those with subtasks', ['has:subtasks'], {}],
  ['those talked about', ['has:comments'], {}],
  ['in groups', [], { group: 'project' }],
  ['counted by groups', [], { group: 'due', count: true }],
  ['those with notes or tags', ['has:notes', 'or', 'has:tags'], {}],
  ['those that match a pattern', ['/ta.k/'], {}],
]

test.each(lists)('%s reads no finished task', async (_, words, options) => {
  const plans = await plansOf(words, options)
  const reads = plans.flat().filter((line) => /^(SCAN|SEARCH) (t|tasks|blocker)\b/.test(line))
  expect(reads.length).toBeGreaterThan(0)
  for (const line of reads)
    expect(line, `of ${plans.flat().join('\n')}`).toMatch(/tasks_open|tasks_parent|INTEGER PRIMARY KEY \(rowid=\?\)/)
})

test('the default list comes in the order of its index, which no sort of the whole follows', async () => {
  const [plan] = await plansOf([], {})
  expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

test('those finished since yesterday are found by an index, however many were finished before', async () => {
  const [plan] = await plansOf(['completed:2026-11-22..'], {}, '2026-11-22T00:00:00.000Z')
  expect(plan!.find((line) => /^(SCAN|SEARCH) t\b/.test(line))).toMatch(/tasks_completed/)
})

test('a few by their ids are looked up', async () => {
  const [, plan] = await plansOf(['id:3,4,7-9'], {}, '[3,4,7,8,9]')
  expect(plan!.find((line) => /^(SCAN|SEARCH) t\b/.test(line))).toMatch(/INTEGER PRIMARY KEY/)
})

test('history and tags are read in the order of an index', async () => {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  await listActions(store.kysely, { limit: 5 })
  await listTags(store.kysely)
  const plans = statements.map((text) =>
    store.handle
      .prepare(`explain query plan ${text}`)
      .all(Array.from(text.matchAll(/\?/g), () => 5))
      .map((row) => (row as { detail: string }).detail),
  )
  expect(plans).toHaveLength(2)
  for (const plan of plans) expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY')
  expect(plans[0]!.join()).toMatch(/changes_action/)
  expect(plans[1]!.join()).toMatch(/COVERING INDEX task_tags_tag/)
})
