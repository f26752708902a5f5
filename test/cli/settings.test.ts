import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

function configure({ folder }: Bench, text: string, path = '.config'): void {
  const file = join(folder, path, 'larry', 'config.toml')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

test('week_start moves every word that speaks of weeks', async () => {
  const sunday = { now: '2026-11-22T12:00:00Z' }
  const weeks = async (config?: string) => {
    const b = bench()
    if (config !== undefined) configure(b, config)
    await b.with(sunday)('add', 'T due:eow')
    await seed(b, 'Next sunday due:2026-11-29')
    const { stdout } = await b.with(sunday)('list', 'is:this-week', '--ids')
    return [(await b.tasks())[0]!.due, stdout]
  }
  expect(await weeks()).toEqual(['2026-11-22', '1\n'])
  expect(await weeks('week_start = "Sunday"\n')).toEqual(['2026-11-28', '1\n'])
})

test.each([
  ['week_strat = "sunday"', '"week_strat"', 'did you mean week_start?'],
  ['colour = "red"', '"colour"', 'did you mean color?'],
  ['font = "large"', '"font"', 'keys: week_start, tz,'],
  ['week_start = "monday"\n\ntz = "Mars/Crater"', 'line 3: tz cannot be "Mars/Crater"', 'Europe/Vienna'],
  ['week_start = "someday"', 'week_start cannot be "someday"', 'monday to sunday'],
  ['week_start = 1', 'week_start cannot be 1', ''],
  ['auto_migrate = "yes"', 'auto_migrate cannot be "yes"', 'true or false'],
  ['week_start = ', 'config.toml', ''],
])('config.toml with %s is refused, exit 2, naming file and key', async (text, message, hint) => {
  const b = bench()
  configure(b, `${text}\n`)
  const ran = await b.larry('list')
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain('config.toml')
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
})

test('with auto_migrate off an older file is refused, naming the command; with it on it is backed up and migrated', async () => {
  const b = bench()
  expect(await b.larry('db', 'migrate', '--down', '--yes')).toMatchObject({ code: 0 })
  configure(b, 'auto_migrate = false\n')
  const refused = await b.larry('list')
  expect(refused).toMatchObject({ code: 5, stdout: '' })
  expect(refused.stderr).toContain('larry db migrate')
  configure(b, 'auto_migrate = true\n')
  const ran = await b.larry('list')
  expect(ran).toMatchObject({ code: 0, stdout: '' })
  expect(ran.stderr).toContain('backup')
  expect(await b.larry('list')).toMatchObject({ code: 0, stderr: 'No tasks.\n' })
})

test('XDG_CONFIG_HOME is honoured when absolute and ignored when relative', async () => {
  const b = bench()
  configure(b, 'nonsense = 1\n', 'elsewhere')
  expect(await b.with({ env: { XDG_CONFIG_HOME: join(b.folder, 'elsewhere') } })('list')).toMatchObject({ code: 2 })
  expect(await b.with({ env: { XDG_CONFIG_HOME: 'elsewhere' } })('list')).toMatchObject({ code: 0 })
})

test('--db beats LARRY_DB beats the default place', async () => {
  const b = bench({ empty: true })
  const path = async (env: Record<string, string>, ...flags: string[]) =>
    (await b.with({ env })('db', 'path', ...flags)).stdout
  expect(await path({}, '--db', 'other.db')).toBe(`${join(b.folder, 'other.db')}\n`)
  expect(await path({})).toBe(`${b.file}\n`)
  expect(existsSync(b.file)).toBe(false)
})

test('a format is chosen by flag, then LARRY_FORMAT, then the stream', async () => {
  const b = bench()
  await seed(b, 'One')
  const env = { LARRY_FORMAT: 'ids' }
  expect((await b.with({ env })('list')).stdout).toBe('1\n')
  expect((await b.with({ env, columns: 80 })('list')).stdout).toBe('1\n')
  expect((await b.with({ env })('list', '--count', '--json')).stdout).toBe('{\n  "count": 1\n}\n')
  expect((await b.with({ columns: 80 })('list', '--no-color')).stdout).toMatch(/^id +status/)
  expect((await b.larry('list')).stdout).toBe('1\ttodo\tmedium\t\t\t\t\tOne\n')
  const wrong = await b.with({ env: { LARRY_FORMAT: 'jsn' } })('list')
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toContain('LARRY_FORMAT')
})

test('a zone is chosen by --tz, then LARRY_TZ; a wrong one is refused, exit 2', async () => {
  const b = bench()
  const due = async (env: Record<string, string>, ...flags: string[]) =>
    JSON.parse((await b.with({ env, now: '2026-11-23T23:00:00Z' })('add', 'T today', '--json', ...flags)).stdout)[0].due
  expect(await due({})).toBe('2026-11-23')
  expect(await due({ LARRY_TZ: 'Europe/Vienna' })).toBe('2026-11-24')
  expect(await due({ LARRY_TZ: 'Europe/Vienna' }, '--tz', 'America/New_York')).toBe('2026-11-23')
  expect((await b.larry('list', '--tz', 'Europe/Wien')).stderr).toContain('"Europe/Wien"')
  expect(await b.larry('list', '--tz', 'Mars/Crater')).toMatchObject({ code: 2, stdout: '' })
  expect(await b.with({ env: { LARRY_TZ: 'nowhere' } })('list')).toMatchObject({ code: 2, stdout: '' })
})
