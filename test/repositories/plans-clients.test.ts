import { expect, test } from 'vitest'
import type { Db } from '../../src/db/handles.ts'
import { getClients, listClients, tasksOfClient } from '../../src/repositories/client-lists.ts'
import { countOfClients } from '../../src/repositories/clients.ts'
import { getProjects, listProjects, tasksOfProjects } from '../../src/repositories/project-lists.ts'
import { countTasksOf } from '../../src/repositories/project-writes.ts'
import { projectsWithin } from '../../src/repositories/projects.ts'
import { workOn } from '../../src/repositories/task-work.ts'
import { insertInto, now, opened } from '../db/stores.ts'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/** What SQLite would do for each statement of a question, in a file where most tasks are nobody's. */
async function planOf(ask: (db: Db) => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const store = await opened(bench().file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const { handle, kysely } = store
  for (let i = 0; i < 20; i++) {
    handle.exec(insertInto('clients', { name: `client ${i}`, name_folded: `client ${i}` }))
    handle.exec(insertInto('projects', { name: `work/${i}`, name_folded: `work/${i}`, client_id: i + 1 }))
  }
  await seed(
    store,
    ...Array.from({ length: 500 }, (_, i) => ({
      title: `task ${i}`,
      client_id: i < 20 ? i + 1 : null,
      project_id: i > 480 ? i - 480 : null,
    })),
  )
  for (let task_id = 1; task_id <= 500; task_id++) {
    handle.exec(insertInto('time_entries', { task_id, started_at: now, ended_at: now }))
    handle.exec(insertInto('task_comments', { task_id, body: 'said' }))
  }
  handle.exec('analyze')
  statements.length = 0
  await ask(kysely)
  return statements.flatMap((text) =>
    handle
      .prepare(`explain query plan ${text}`)
      .all(Array.from(text.matchAll(/\?/g), () => '[1]'))
      .map((row) => (row as { detail: string }).detail),
  )
}

test.each<[string, (db: Db) => Promise<unknown>]>([
  ['client list', (db) => listClients(db, ['active', 'prospect'])],
  ['client show', (db) => getClients(db, [1])],
  ['the hours of a client', (db) => workOn(db, tasksOfClient(1), now)],
  ['client remove', (db) => countOfClients(db, [1])],
  ['project list', (db) => listProjects(db, ['active'], now)],
  ['project show', (db) => getProjects(db, [1], now)],
  ['the hours of a project', (db) => workOn(db, tasksOfProjects([1]), now)],
  ['project remove', (db) => countTasksOf(db, [1])],
])('%s looks tasks, their hours and comments up by an index', async (_, ask) => {
  const plan = await planOf(ask)
  const reads = plan.filter((line) => /^(SCAN|SEARCH) (t|tasks|e|time_entries|task_comments)\b/.test(line))
  expect(reads.length).toBeGreaterThan(0)
  for (const line of reads) expect(`${line}\n  of ${plan.join('\n')}`).toMatch(/^SEARCH .* USING .*(INDEX|PRIMARY KEY)/)
})

test('projects below others are found by their names in order', async () => {
  for (const ask of [(db: Db) => projectsWithin(db, [1]), (db: Db) => listProjects(db, ['active'], now)])
    expect(
      (await planOf(ask)).filter((line) => /^SEARCH p USING (COVERING )?INDEX .*name_folded>/.test(line)),
    ).not.toEqual([])
})
