import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { bench } from '../support/larry.ts'
import { inFile, insertTasks } from './stores.ts'

interface Finding {
  readonly check: string
  readonly status: string
  readonly detail: string
}

function findings(stdout: string): Finding[] {
  return JSON.parse(stdout) as Finding[]
}

test('a sound file is well; that it has no backup yet is advice', async () => {
  const { larry } = bench()
  await larry('add', 'one')
  const before = await larry('db', 'check', '--json')
  expect(before.code).toBe(0)
  expect(findings(before.stdout).filter(({ status }) => status !== 'ok')).toMatchObject([
    { check: 'backup', status: 'advice' },
  ])
  await larry('db', 'backup')
  const after = await larry('db', 'check', '--json')
  expect(after.code).toBe(0)
  expect(findings(after.stdout).every(({ status }) => status === 'ok')).toBe(true)
})

test('much empty space is advice', async () => {
  const { larry, file } = bench()
  inFile(file, (handle) => {
    insertTasks(handle, 'big')
    handle.exec(`update tasks set notes = hex(zeroblob(${5 << 20}))`)
    handle.exec('update tasks set notes = null')
  })
  const ran = await larry('db', 'check', '--json')
  expect(ran.code).toBe(0)
  expect(findings(ran.stdout)).toContainEqual(expect.objectContaining({ check: 'space', status: 'advice' }))
})

test.each([
  ['dependencies', 'insert into task_dependencies values (1, 2), (2, 3), (3, 1)'],
  ['subtasks', 'update tasks set parent_id = id % 3 + 1'],
  [
    'history',
    `insert into actions values (1, '', 'change', '', '[]', 2, null, null);
     insert into changes values (1, 1, 'tasks', '[1]', null, 'not json')`,
  ],
])('a planted fault in %s is found with exit 1', async (check, fault) => {
  const { larry, file } = bench()
  inFile(file, (handle) => {
    insertTasks(handle, 'a', 'b', 'c', 'd')
    handle.exec(fault)
  })
  const ran = await larry('db', 'check', '--json')
  expect(ran.code).toBe(1)
  expect(findings(ran.stdout).filter(({ status }) => status === 'problem')).toMatchObject([{ check }])
})

test('a circle is told from end to end', async () => {
  const { larry, file } = bench()
  inFile(file, (handle) => {
    insertTasks(handle, 'a', 'b', 'c')
    handle.exec('insert into task_dependencies values (1, 3), (3, 2), (2, 1)')
  })
  expect((await larry('db', 'check')).stdout).toMatch(
    /a circle: (1 -> 3 -> 2 -> 1|2 -> 1 -> 3 -> 2|3 -> 2 -> 1 -> 3)\n/,
  )
})

test('orphans are damage', async () => {
  const { larry, file } = bench()
  inFile(file, (handle) => handle.exec("pragma foreign_keys = off; insert into task_tags values (99, 'x')"))
  const ran = await larry('db', 'check', '--json')
  expect(ran.code).toBe(2)
  expect(ran.stdout).toContain('names a row of tasks that is not there')
})

test('every page that is overwritten is found with exit 2 and one line of help', async () => {
  const { larry, file } = bench()
  inFile(file, (handle) => insertTasks(handle, ...Array.from({ length: 500 }, (_, i) => `task ${i}`)))
  const sound = readFileSync(file)
  const free = inFile(file, (handle) => handle.pragma('freelist_count', { simple: true }))
  expect(free).toBe(0)
  const missed: number[] = []
  for (let page = 0; page * 4096 < sound.length; page++) {
    const bytes = Buffer.from(sound)
    bytes.fill(0x5a, page * 4096 + (page === 0 ? 100 : 0), (page + 1) * 4096)
    writeFileSync(file, bytes)
    const ran = await larry('db', 'check')
    expect(ran.stderr).not.toContain('unforeseen')
    if (ran.code !== 2) missed.push(page)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  }
  expect(missed).toEqual([])
})

test('db info tells path, versions, every PRAGMA, durability, sizes and rows as one object', async () => {
  const { json, larry, file } = bench()
  await larry('add', 'one', '+a', '+b')
  expect(await json('db', 'info')).toEqual({
    path: file,
    schema_version: migrations.length,
    sqlite_version: expect.stringMatching(/^3\.\d+\.\d+$/),
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    journal_mode: 'wal',
    busy_timeout: 30_000,
    synchronous: 1,
    cache_size: -64_000,
    temp_store: 2,
    durability: 'full',
    wal_bytes: 0,
    page_size: 4096,
    page_count: expect.any(Number),
    freelist_count: expect.any(Number),
    rows: {
      actions: 1,
      clients: 0,
      projects: 0,
      task_attachments: 0,
      task_comments: 0,
      task_dependencies: 0,
      task_tags: 2,
      tasks: 1,
      time_entries: 0,
      reminders: 0,
      habits: 0,
      habit_checks: 0,
      operation_keys: 0,
      views: 0,
    },
  })
})
