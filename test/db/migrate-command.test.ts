import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { verifyCopy } from '../../src/db/verify.ts'
import { type Bench, bench } from '../support/larry.ts'
import { fingerprint, inFile, insertTasks } from './stores.ts'

const head = migrations.length
const names = migrations.map(({ name }) => name)
const version = (file: string) => inFile(file, (handle) => handle.pragma('user_version', { simple: true }))
const backups = ({ folder }: Bench) => join(folder, '.local', 'state', 'larry', 'backups')

/** A file one schema back that holds a task. */
async function older(): Promise<Bench> {
  const place = bench()
  expect((await place.larry('db', 'migrate', '--down', '--yes')).code).toBe(0)
  inFile(place.file, (handle) => insertTasks(handle, 'from before'))
  return place
}

test('db migrate goes to a name, a number, one down, and to the head again', async () => {
  const { file, larry, json } = bench()
  const steps: [string[], number][] = [
    [['--to', '0001_tasks', '--yes'], 1],
    [['--to', '0', '--yes'], 0],
    [['--to', '1'], 1],
    [[], head],
    [['--down', '--yes'], head - 1],
    [['--to', String(head)], head],
  ]
  for (const [words, expected] of steps) {
    expect((await larry('db', 'migrate', ...words)).code).toBe(0)
    expect([words, version(file)]).toEqual([words, expected])
  }
  expect(await json('db', 'migrate', '--list')).toEqual(
    names.map((name) => ({ name, direction: 'up', status: 'applied' })),
  )
  expect((await larry('db', 'migrate')).code).toBe(0)
})

test('db migrate --dry-run tells the steps and takes none', async () => {
  const { file, larry, json } = bench()
  const before = readFileSync(file)
  expect(await json('db', 'migrate', '--to', '0', '--dry-run')).toEqual(
    names.toReversed().map((name) => ({ name, direction: 'down', status: 'pending' })),
  )
  expect(readFileSync(file).equals(before)).toBe(true)
  await larry('db', 'migrate', '--to', '1', '--yes')
  expect(await json('db', 'migrate', '--dry-run')).toEqual(
    names.slice(1).map((name) => ({ name, direction: 'up', status: 'pending' })),
  )
  expect(version(file)).toBe(1)
})

test('db migrate on no file at all makes it; --list and --dry-run do not', async () => {
  const { folder, file, larry, json } = bench({ empty: true })
  expect(await json('db', 'migrate', '--list')).toMatchObject(names.map(() => ({ status: 'pending' })))
  expect((await larry('db', 'migrate', '--dry-run')).code).toBe(0)
  expect(readdirSync(folder)).not.toContain('larry.db')
  expect((await larry('db', 'migrate')).code).toBe(0)
  expect(version(file)).toBe(head)
})

test('db migrate refuses what it does not know, and down without a yes', async () => {
  const { file, larry } = bench()
  expect((await larry('db', 'migrate', '--to', '0001_task')).stderr).toContain('did you mean 0001_tasks?')
  expect((await larry('db', 'migrate', '--to', '99')).code).toBe(3)
  expect((await larry('db', 'migrate', '--to', '1', '--down')).code).toBe(2)
  expect((await larry('db', 'migrate', '--down')).code).toBe(2)
  expect(version(file)).toBe(head)
})

test.each(['list', 'add more'])('%s upgrades an older file after a verified backup and says so once', async (verb) => {
  const place = await older()
  const kept = new Set(readdirSync(backups(place)))
  const ran = await place.larry(...verb.split(' '))
  expect(ran.code).toBe(0)
  expect(ran.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(backups(place))])
  expect(version(place.file)).toBe(head)
  const added = readdirSync(backups(place)).filter((name) => !kept.has(name) && name.endsWith('.db'))
  expect(added).toEqual([expect.stringContaining('before-migrate')])
  expect(verifyCopy(join(backups(place), added[0]!))).toMatchObject({ schema_version: head - 1, rows: { tasks: 1 } })
  expect((await place.larry('list')).stderr).toBe('')
})

test('with auto_migrate off an older file is refused with the command to type, and untouched', async () => {
  const place = await older()
  mkdirSync(join(place.folder, '.config', 'larry'), { recursive: true })
  writeFileSync(join(place.folder, '.config', 'larry', 'config.toml'), 'auto_migrate = false\n')
  const before = readFileSync(place.file)
  for (const verb of ['list', 'add more', 'undo', 'show 1'])
    expect([verb, await place.larry(...verb.split(' '))]).toMatchObject([
      verb,
      { code: 5, stderr: expect.stringContaining('hint: larry db migrate\n') },
    ])
  expect(readFileSync(place.file).equals(before)).toBe(true)
  expect((await place.larry('db', 'migrate')).code).toBe(0)
  expect(await place.json('list')).toMatchObject([{ title: 'from before' }])
})

test('kysely-ctl migrates up, lists and goes down with the same bookkeeping', async () => {
  const { file, folder, larry } = bench({ empty: true })
  const env = { PATH: process.env['PATH'], LARRY_DB: file, HOME: folder, NO_COLOR: '1' }
  const kysely = (...words: string[]) =>
    promisify(execFile)('npx', ['kysely', ...words, '--no-outdated-check'], { env })
  await kysely('migrate:latest')
  const made = inFile(file, fingerprint)
  expect(made).toMatchObject({ user_version: head, application_id: 0x4c525259 })
  expect(made.rows['migration_checksums']).toEqual(migrations.map(({ name, sha256 }) => ({ name, sha256 })))
  expect((await kysely('migrate:list')).stdout).toContain('0002_history')
  expect((await larry('add', 'works')).code).toBe(0)
  await kysely('migrate:down')
  expect(inFile(file, fingerprint)).toMatchObject({ user_version: head - 1, rows: { tasks: [{ title: 'works' }] } })
})
