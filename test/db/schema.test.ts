import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate, NO_MIGRATIONS } from '../../src/db/migrate.ts'
import { openToMigrate } from '../../src/db/open.ts'
import { bench } from '../support/larry.ts'
import { fingerprint, inFile, raw } from './stores.ts'

const golden = resolve('test/fixtures/schema.sql')
const renewal = 'RENEW_SCHEMA=1 npx vitest run test/db/schema.test.ts, then read the difference before it is committed'

function schemaOf(file: string): string {
  const statements = inFile(file, (handle) =>
    handle
      .prepare("select sql from sqlite_master where sql is not null and name not glob 'sqlite_*' order by type, name")
      .pluck()
      .all(),
  )
  return statements.map((sql) => `${sql as string};\n`).join('\n')
}

test('the schema is the golden one', () => {
  const schema = schemaOf(bench().file)
  if (process.env['RENEW_SCHEMA'] !== undefined) writeFileSync(golden, schema)
  expect(schema, `the schema differs from ${golden}; when that is meant: ${renewal}`).toBe(readFileSync(golden, 'utf8'))
})

test.each(migrations)('$name is the source its checksum was taken of', ({ name, sha256 }) => {
  const source = readFileSync(resolve('migrations', `${name}.ts`))
  expect(
    createHash('sha256').update(source).digest('hex'),
    `migrations/${name}.ts was edited: released ones never are; for a new one this is the sha256 of migrations/index.ts`,
  ).toBe(sha256)
})

test('empty to head is head to none to head', async () => {
  const { file } = bench({ empty: true })
  const store = await openToMigrate(file, false)
  const { handle } = store
  const state = () => {
    const { rows, ...rest } = fingerprint(handle)
    return { ...rest, checksums: rows['migration_checksums'] }
  }
  try {
    await migrate(handle)
    const head = state()
    expect(head).toMatchObject({ user_version: migrations.length, application_id: 0x4c525259 })
    expect((await migrate(handle, NO_MIGRATIONS)).map(({ direction }) => direction)).toEqual(
      migrations.map(() => 'Down'),
    )
    expect(state()).toMatchObject({ user_version: 0, application_id: 0x4c525259, checksums: [] })
    await migrate(handle)
    expect(state()).toEqual(head)
  } finally {
    store.close()
  }
})

test.each(migrations.map(({ name }, i) => ({ name, version: i + 1 })))(
  '$name down and up again restores the schema',
  async ({ version }) => {
    const { file } = bench()
    const before = schemaOf(file)
    const store = await openToMigrate(file, false)
    const { handle } = store
    await migrate(handle, version === 1 ? NO_MIGRATIONS : migrations[version - 2]!.name)
    expect(handle.pragma('user_version', { simple: true })).toBe(version - 1)
    await migrate(handle)
    store.close()
    expect(schemaOf(file)).toBe(before)
  },
)

test('every table is STRICT, and what a user names by id never gives an id twice', () => {
  const handle = raw(bench().file)
  const tables = handle.prepare(
    "select sql from sqlite_master where sql like 'create table%' and name not glob 'kysely_*' and name not glob 'sqlite_*'",
  )
  for (const sql of tables.pluck().all() as string[]) expect(sql).toMatch(/\) ?strict/i)
  for (const table of ['clients', 'projects', 'tasks', 'actions'])
    expect(handle.prepare('select sql from sqlite_master where name = ?').pluck().get(table)).toContain(
      'id integer primary key autoincrement',
    )
})

test('every foreign key has an index that begins with it', () => {
  const handle = raw(bench().file)
  const keys = handle
    .prepare(
      `select m.name || '.' || k."from" as key,
         exists (select 1 from pragma_index_list(m.name) i join pragma_index_info(i.name) c
                 where c.seqno = 0 and c.name = k."from") as indexed
       from sqlite_master m join pragma_foreign_key_list(m.name) k where m.type = 'table' order by key`,
    )
    .all() as { key: string; indexed: number }[]
  expect(keys.length).toBeGreaterThan(8)
  expect(keys.filter(({ indexed }) => indexed === 0)).toEqual([])
})

test('the schema calls no function of ours and holds no trigger', () => {
  const handle = raw(bench().file)
  expect(handle.prepare("select name from sqlite_master where type = 'trigger'").all()).toEqual([])
  expect(
    handle.prepare("select name from sqlite_master where sql glob '*fold(*' or sql glob '*matches(*'").all(),
  ).toEqual([])
})

test('priority_rank sorts tasks as priorities rank', () => {
  const handle = raw(bench().file)
  const hidden = handle.prepare("select hidden from pragma_table_xinfo('tasks') where name = 'priority_rank'")
  expect(hidden.pluck().get(), 'a generated column: 2 virtual or 3 stored').toBeGreaterThanOrEqual(2)
})
