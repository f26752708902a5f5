import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createFile } from '../../src/db/location.ts'
import { makeDurable } from '../../src/db/pragmas.ts'
import { bench } from '../support/larry.ts'
import { inFile, insertInto, insertTasks, opened } from './stores.ts'

const pragmas = {
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  journal_mode: 'wal',
  busy_timeout: 30_000,
  synchronous: 1,
  cache_size: -64_000,
  temp_store: 2,
}

test.each(['read', 'write'] as const)('a handle to %s runs with every PRAGMA of the specification', async (how) => {
  const { handle } = await opened(bench().file, how)
  const found = Object.keys(pragmas).map((name) => [name, handle.pragma(name, { simple: true })])
  expect(Object.fromEntries(found)).toEqual(pragmas)
})

test('a durable handle waits for the disk', async () => {
  const { handle } = await opened(bench().file)
  makeDurable(handle)
  expect(handle.pragma('synchronous', { simple: true })).toBe(2)
})

test('SQLite is newer than the bug that could corrupt a reset write-ahead log', async () => {
  const { handle } = await opened(bench().file)
  const [major = 0, minor = 0, patch = 0] = String(handle.prepare('select sqlite_version()').pluck().get())
    .split('.')
    .map(Number)
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
})

test('a new file, its -wal and its folder are for their owner alone, whatever the umask', async () => {
  const { folder } = bench({ empty: true })
  const file = join(folder, 'data', 'larry', 'larry.db')
  const umask = process.umask(0)
  try {
    createFile(file, true)
    const { kysely } = await opened(file)
    await kysely.transaction().execute((tx) => sql.raw(insertInto('tasks', { title: 'mine' })).execute(tx))
  } finally {
    process.umask(umask)
  }
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
  expect([file, `${file}-wal`, `${file}-shm`].map(mode)).toEqual(['600', '600', '600'])
  expect(mode(join(folder, 'data', 'larry'))).toBe('700')
})

test('a handle to read cannot write', async () => {
  const { handle } = await opened(bench().file, 'read')
  expect(() => handle.exec(insertInto('tasks', { title: 'no' }))).toThrow(
    expect.objectContaining({ code: 'SQLITE_READONLY' }),
  )
})

test('reading leaves the bytes and the time of the file alone', async () => {
  const { larry, file } = bench()
  await larry('add', 'one')
  const look = () => [readFileSync(file).toString('base64'), statSync(file, { bigint: true }).mtimeNs]
  const before = look()
  for (const verb of ['list', 'show 1', 'tag list', 'history list', 'db info', 'db status', 'db check'])
    expect([verb, (await larry(...verb.split(' '))).code]).toEqual([verb, 0])
  expect(look()).toEqual(before)
})

test('where SQLite can make no -shm the file is still read', async () => {
  const { file, json } = bench()
  inFile(file, (handle) => insertTasks(handle, 'frozen'))
  mkdirSync(`${file}-shm`)
  expect(await json('list')).toMatchObject([{ title: 'frozen' }])
  expect(await json('db', 'info')).toMatchObject({ rows: { tasks: 1 } })
})

test('where SQLite can make no -shm and a -wal holds changes, nothing stale is shown', async () => {
  const { file, folder, json } = bench()
  const { kysely } = await opened(file)
  await kysely.transaction().execute((tx) => sql.raw(insertInto('tasks', { title: 'only in the -wal' })).execute(tx))
  const copy = join(folder, 'copy.db')
  execFileSync('cp', [file, copy])
  execFileSync('cp', [`${file}-wal`, `${copy}-wal`])
  mkdirSync(`${copy}-shm`)
  expect(await json('list', '--db', copy)).toMatchObject([{ title: 'only in the -wal' }])
})

test('text and a folder are no database: refused, and left as they are', async () => {
  const { file, folder, larry } = bench({ empty: true })
  const text = 'just some words, longer than a header would be'.repeat(10)
  writeFileSync(file, text)
  for (const verb of ['list', 'add a', 'db migrate'])
    for (const path of [file, folder])
      expect([verb, (await larry(...verb.split(' '), '--db', path)).code]).toEqual([verb, 5])
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('an existing file keeps the mode its owner gave it', async () => {
  const { file, larry } = bench()
  chmodSync(file, 0o640)
  await larry('add', 'a')
  expect((statSync(file).mode & 0o777).toString(8)).toBe('640')
})
