import { readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations, type NumberedMigration } from '../../migrations/index.ts'
import { AtomicMigrator } from '../../src/db/migrate.ts'
import { openToMigrate } from '../../src/db/open.ts'
import { bench } from '../support/larry.ts'
import { shell } from '../support/shell.ts'
import { fingerprint, inFile, insertTasks } from './stores.ts'

/** A migration of these statements, under its number. */
function made(number: number, ...statements: string[]): NumberedMigration {
  const name = `${String(number).padStart(4, '0')}_made`
  const up = async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
  return { name, sha256: String(number).repeat(64).slice(0, 64), up, down: async () => undefined }
}

const next = migrations.length + 1

const good = made(next, 'create table more (id integer primary key) strict', 'insert into more values (1)')
const bad = made(
  next + 1,
  'create table never (id integer primary key) strict',
  'delete from tasks',
  'insert into nowhere values (1)',
)

async function run(file: string, list: readonly NumberedMigration[]): Promise<Error | undefined> {
  const store = await openToMigrate(file, false)
  const { handle } = store
  try {
    const { error } = await new AtomicMigrator(handle, list).migrateToLatest()
    expect(handle.inTransaction).toBe(false)
    expect(handle.pragma('foreign_keys', { simple: true })).toBe(1)
    return error as Error | undefined
  } finally {
    store.close()
  }
}

const state = (file: string) => inFile(file, fingerprint)

test.each([
  ['at once', [...migrations, { ...bad, name: `000${next}_bad` }]],
  ['after a good one in the same run', [...migrations, good, bad]],
])('a migration that fails %s leaves bytes, schema, rows and bookkeeping as they were', async (_, list) => {
  const { file } = bench()
  inFile(file, (handle) => insertTasks(handle, 'kept'))
  const before = state(file)
  const bytes = readFileSync(file)
  expect(await run(file, list)).toMatchObject({ message: expect.stringContaining('nowhere') })
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(state(file)).toEqual(before)
  expect(await run(file, migrations)).toBeUndefined()
  expect(await run(file, [...migrations, good])).toBeUndefined()
  expect(state(file)).toMatchObject({ user_version: next, rows: { tasks: [{ title: 'kept' }], more: [{ id: 1 }] } })
})

test('a failure in the very first run leaves an empty file that the next run fills', async () => {
  const { file, larry } = bench({ empty: true })
  expect(await run(file, [...migrations, good, bad])).toBeDefined()
  expect(state(file)).toEqual({ schema: [], user_version: 0, application_id: 0, rows: {} })
  expect((await larry('add', 'first')).code).toBe(0)
  expect(state(file)).toMatchObject({ user_version: migrations.length, rows: { tasks: [{ title: 'first' }] } })
})

test('references a migration breaks are found before the commit', async () => {
  const { file } = bench()
  inFile(file, (handle) => {
    insertTasks(handle, 'parent')
    handle.exec("insert into task_tags values (1, 'x')")
  })
  const before = state(file)
  const error = await run(file, [...migrations, made(next, 'delete from tasks')])
  expect(error?.message).toContain('would break 1 references, the first in task_tags')
  expect(state(file)).toEqual(before)
})

test('a rebuilt table keeps its cascading children', async () => {
  const { file } = bench()
  inFile(file, (handle) => {
    insertTasks(handle, 'parent', 'child')
    handle.exec(
      "insert into task_tags values (1, 'x'); insert into task_dependencies values (2, 1); update tasks set parent_id = 1 where id = 2",
    )
  })
  const create = inFile(file, (handle) =>
    handle.prepare("select sql from sqlite_master where name = 'tasks'").pluck().get(),
  ) as string
  const stored = inFile(file, (handle) => handle.prepare("select name from pragma_table_info('tasks')").pluck().all())
  const rebuild = made(
    next,
    create
      .replace(/^create table tasks/i, 'create table tasks_new')
      .replace('title text not null', 'colour text, title text not null'),
    `insert into tasks_new (${stored.join(', ')}) select ${stored.join(', ')} from tasks`,
    'drop table tasks',
    'alter table tasks_new rename to tasks',
  )
  expect(await run(file, [...migrations, rebuild])).toBeUndefined()
  expect(state(file).rows).toMatchObject({
    tasks: [
      { id: 1, colour: null },
      { id: 2, parent_id: 1 },
    ],
    task_tags: [{ task_id: 1, tag: 'x' }],
    task_dependencies: [{ task_id: 2, depends_on_id: 1 }],
  })
})

test('a clock set back between migrations does not wedge the next upgrade', async () => {
  const { file } = bench({ empty: true })
  expect(await run(file, migrations.slice(0, 1))).toBeUndefined()
  inFile(file, (handle) => handle.exec("update kysely_migration set timestamp = '2099-01-01T00:00:00.000Z'"))
  expect(await run(file, migrations)).toBeUndefined()
  expect(await run(file, [...migrations, good])).toBeUndefined()
  expect(state(file)).toMatchObject({ user_version: next })
})

test('of many that migrate one file at once, one does it and all succeed', async () => {
  const { file, bash } = shell()
  const ran = await bash(
    'for i in 1 2 3 4 5 6; do larry db migrate -q & pids+=" $!"; done; for p in $pids; do wait $p || exit; done',
  )
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(state(file)).toMatchObject({ user_version: migrations.length, rows: { tasks: [] } })
})
