import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { seed } from './seed.ts'

test.each([
  [['path']],
  [['status']],
  [['info']],
  [['check']],
  [['migrate', '--list']],
  [['backup', '--list']],
  [['backup', '-n']],
])('larry db %j works in every format', async (words) => {
  const b = bench()
  await seed(b, 'One')
  for (const format of ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids'])
    expect({ format, ...(await b.larry('db', ...words, '--format', format)) }).toMatchObject({ format, code: 0 })
})

test('status and info answer one object; migrate and backup, which change something, a list', async () => {
  const b = bench()
  expect(await b.json('db', 'status')).toMatchObject({ path: b.file, exists: true, pending: [] })
  expect(await b.json('db', 'info')).toMatchObject({ path: b.file, journal_mode: 'wal', foreign_keys: 1 })
  expect(await b.json('db', 'path')).toEqual({ path: b.file })
  expect(await b.json('db', 'migrate')).toEqual([])
  expect(await b.json('db', 'backup')).toHaveLength(1)
})

test('a backup restores what was there, after asking, and keeps what it replaced', async () => {
  const b = bench()
  await seed(b, 'One', 'Two')
  const before = await b.tasks()
  const copy = join(b.folder, 'copy.db')
  await b.json('db', 'backup', copy)
  await b.json('rm', '1', '2', '--yes')
  expect(await b.larry('db', 'restore', copy)).toMatchObject({ code: 2, stdout: '' })
  expect(await b.with({ answers: ['n'] })('db', 'restore', copy)).toMatchObject({ code: 1 })
  expect(await b.larry('db', 'restore', copy, '--dry-run')).toMatchObject({ code: 0 })
  expect(await b.tasks()).toEqual([])
  const [restored] = await b.json<{ safety_copy: string }[]>('db', 'restore', copy, '--yes')
  expect(existsSync(restored!.safety_copy)).toBe(true)
  expect(await b.tasks()).toEqual(before)
})

test('a backup never replaces a file unless forced, and a missing one is not found', async () => {
  const b = bench()
  const copy = join(b.folder, 'copy.db')
  await b.json('db', 'backup', copy)
  const bytes = readFileSync(copy)
  expect((await b.larry('db', 'backup', copy)).code).toBeGreaterThan(1)
  expect(readFileSync(copy).equals(bytes)).toBe(true)
  expect(await b.larry('db', 'backup', copy, '--force')).toMatchObject({ code: 0 })
  expect(await b.larry('db', 'restore', 'nowhere.db', '--yes')).toMatchObject({ code: 3, stdout: '' })
})

test('migrating down asks, and dry runs tell the steps and take none', async () => {
  const b = bench()
  await seed(b, 'One')
  const bytes = readFileSync(b.file)
  expect((await b.larry('db', 'migrate', '--to', '0', '-n', '--format', 'table')).stdout).toMatch(
    /^Would migrate down: /,
  )
  expect(await b.larry('db', 'migrate', '--down')).toMatchObject({ code: 2, stdout: '' })
  expect(await b.larry('db', 'migrate', '--to', 'nope')).toMatchObject({ code: 3, stdout: '' })
  expect(readFileSync(b.file).equals(bytes)).toBe(true)
})

test('check finds a sound file sound, a damaged one damaged and a missing one missing', async () => {
  const b = bench()
  await b.with({ stdin: 'x\n'.repeat(500) })('add', '-', '-q')
  expect(await b.larry('db', 'check')).toMatchObject({ code: 0 })
  const bytes = readFileSync(b.file)
  const damaged = join(b.folder, 'damaged.db')
  writeFileSync(damaged, bytes.fill(0xff, 4096 * 3, 4096 * 12))
  expect(await b.larry('db', 'check', '--db', damaged)).toMatchObject({ code: 2 })
  expect(await b.larry('db', 'check', '--db', join(b.folder, 'nowhere.db'))).toMatchObject({ code: 3 })
})
