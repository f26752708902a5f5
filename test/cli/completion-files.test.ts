import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

const ask = (b: Bench, ...more: string[]) => b.larry('__complete', 'fish', ...more, 'done', '')
const silence = { code: 0, stdout: 'words\n', stderr: '' }

test('where there is no file nothing is offered, said or made', async () => {
  const b = bench({ empty: true })
  expect(await ask(b)).toEqual(silence)
  expect(await ask(b, '--db', join(b.folder, 'no', 'where.db'))).toEqual(silence)
  expect(await ask(b, '--db', '')).toEqual(silence)
  expect(await ask(b, '--db', ':memory:')).toEqual(silence)
  const env = { LARRY_DB: '', HOME: '', XDG_DATA_HOME: join(b.folder, 'data') }
  expect(await b.with({ env })('__complete', 'zsh', 'done', '')).toEqual(silence)
  expect(readdirSync(b.folder)).toEqual([])
})

test.each([
  ['text', (file: string) => writeFileSync(file, 'not a database '.repeat(100))],
  ['an empty file', (file: string) => writeFileSync(file, '')],
  ['a folder', (file: string) => mkdirSync(file)],
  [
    'the database of another program',
    (file: string) => void new Sqlite(file).exec('create table tasks (id, title, completed_at)').close(),
  ],
])('%s is not asked, and stays as it is', async (_, make) => {
  const b = bench({ empty: true })
  make(b.file)
  const before = readdirSync(b.folder)
  expect(await ask(b)).toEqual(silence)
  expect(readdirSync(b.folder)).toEqual(before)
})

test('a damaged file offers what can be read, or nothing', async () => {
  const b = bench()
  await b.with({ stdin: 'one task of many\n'.repeat(2000) })('add', '-')
  const bytes = readFileSync(b.file)
  bytes.fill(0x5a, 4096 * 3)
  writeFileSync(b.file, bytes)
  expect(await ask(b)).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(b.file).equals(bytes)).toBe(true)
})

test('an older file is asked as far as it goes, and not migrated', async () => {
  const b = bench({ empty: true })
  await b.larry('db', 'migrate', '--to', '1')
  const before = readFileSync(b.file)
  expect(await b.larry('__complete', 'fish', 'view', 'show', '')).toEqual(silence)
  expect(await ask(b)).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(b.file).equals(before)).toBe(true)
})

test('a file another program holds is not waited for', async () => {
  const b = bench()
  await b.larry('add', 'one')
  const other = new Sqlite(b.file)
  other.pragma('journal_mode = delete')
  other.exec('begin exclusive')
  const start = performance.now()
  expect(await ask(b)).toEqual(silence)
  expect(performance.now() - start).toBeLessThan(2000)
  other.exec('rollback')
  other.close()
})

test('a broken config or environment does not matter', async () => {
  const b = bench()
  await b.larry('add', 'one')
  const env = { LARRY_FORMAT: 'nonsense', LARRY_TZ: 'nowhere', LARRY_NOW: 'never' }
  expect(await b.with({ env })('__complete', 'fish', 'done', '')).toEqual({
    code: 0,
    stdout: 'words\n1\tone\n',
    stderr: '',
  })
})

/** Every file that comes with this one, apart from what is imported on demand. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen.add(file)
  seen.add(file)
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^'";]*?from '([^']+)'/gm)]
  for (const [, target] of imports)
    loadedWith(target!.startsWith('.') ? normalize(join(dirname(file), target!)) : target!, seen)
  return seen
}

test('words that need no database load neither SQLite nor Kysely', () => {
  const loaded = [...loadedWith('src/cli/completion/protocol.ts')]
  expect(loaded).toContain('src/cli/completion/sources.ts')
  expect(loaded).toContain('commander')
  expect(loaded.filter((name) => /better-sqlite3|kysely|smol-toml|migrations/.test(name))).toEqual([])
})

test('ids and names are asked for without Kysely', () => {
  const loaded = [...loadedWith('src/cli/completion/stored.ts')]
  expect(loaded).toContain('better-sqlite3')
  expect(loaded.filter((name) => /kysely|migrations/.test(name))).toEqual([])
})
