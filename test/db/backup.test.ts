import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { backupInto, backupTo } from '../../src/db/backup.ts'
import { backupFolder, backupName, listBackups, rotate } from '../../src/db/backup-folder.ts'
import { verifyCopy } from '../../src/db/verify.ts'
import { type Bench, bench } from '../support/larry.ts'
import { inFile, insertTasks, opened, task } from './stores.ts'

const maker = { pid: process.pid, isAlive: (pid: number) => pid === process.pid }
const year = (number: number) => `${number}-06-01T12:00:00.000Z`
const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.db'))

async function filled(): Promise<Bench & { backups: string }> {
  const place = bench()
  inFile(place.file, (handle) => insertTasks(handle, 'one', 'two'))
  return { ...place, backups: backupFolder(join(place.folder, 'state')) }
}

test('a backup is verified, counted, hashed and for its owner alone', async () => {
  const { file, folder } = await filled()
  const target = join(folder, 'out.db')
  const made = backupTo(file, target, { force: false, maker })
  expect(made).toMatchObject({ file: target, schema_version: migrations.length, rows: { tasks: 2, actions: 0 } })
  expect(verifyCopy(target)).toMatchObject({ rows: { tasks: 2 } })
  expect(statSync(target)).toMatchObject({ size: made.bytes, mode: 0o100600 })
  expect(execFileSync('sha256sum', ['-c', 'out.db.sha256'], { cwd: folder, encoding: 'utf8' })).toBe('out.db: OK\n')
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
})

test('a backup has what was committed before it, also while another holds a transaction open', async () => {
  const { file, folder } = await filled()
  const { handle } = await opened(file)
  handle.exec(task('committed, still in the -wal'))
  handle.exec(`begin immediate; ${task('not committed')}`)
  expect(backupTo(file, join(folder, 'out.db'), { force: false, maker }).rows['tasks']).toBe(3)
  handle.exec('rollback')
})

test('an existing backup is replaced only by force, and another file never', async () => {
  const { file, folder, larry } = await filled()
  const target = join(folder, 'out.db')
  expect((await larry('db', 'backup', 'out.db')).code).toBe(0)
  const before = readFileSync(target)
  inFile(file, (handle) => insertTasks(handle, 'three'))
  expect((await larry('db', 'backup', 'out.db')).code).toBe(4)
  expect(readFileSync(target).equals(before)).toBe(true)
  expect((await larry('db', 'backup', 'out.db', '--force')).code).toBe(0)
  expect(verifyCopy(target).rows['tasks']).toBe(3)
  writeFileSync(target, 'precious')
  expect((await larry('db', 'backup', 'out.db', '--force')).code).toBe(4)
  expect(readFileSync(target, 'utf8')).toBe('precious')
  expect((await larry('db', 'backup', 'larry.db', '--force')).code).toBe(4)
})

test.each(['out.db', 'out.db.sha256'])('a backup is not written through a link at %s', async (name) => {
  const { folder, larry } = await filled()
  const victim = join(folder, '.bashrc')
  writeFileSync(victim, 'precious')
  symlinkSync(victim, join(folder, name))
  for (const force of [[], ['--force']]) await larry('db', 'backup', 'out.db', ...force)
  expect(readFileSync(victim, 'utf8')).toBe('precious')
  expect(lstatSync(victim).isSymbolicLink()).toBe(false)
})

test('two in the same second get their own names, in order', async () => {
  const { file, backups } = await filled()
  for (let i = 0; i < 11; i++) backupInto(file, backups, { now: year(2026), maker })
  const made = listBackups(backups).map((backup) => backup.file.slice(backups.length + 1))
  expect(made).toHaveLength(11)
  expect(made[0]).toBe('larry-20260601T120000Z-11.db')
  expect(made.at(-1)).toBe('larry-20260601T120000Z.db')
  expect(backupName(year(2026), 'before-restore', 2)).toBe('larry-20260601T120000Z-before-restore-2.db')
})

test('rotation keeps the newest ones that are sound, whatever was made for another reason', async () => {
  const { file, backups } = await filled()
  const made = [2021, 2022, 2023, 2024].map((n) => backupInto(file, backups, { now: year(n), maker }).file)
  const asked = backupInto(file, backups, { now: year(2020), occasion: 'before-migrate', maker }).file
  const { removed, damaged } = rotate(backups, { keep: 2, newest: made[3]!, database: file })
  expect(removed.sort()).toEqual(made.slice(0, 2))
  expect(damaged).toEqual([])
  expect([made[2], made[3], asked].every((path) => existsSync(path!))).toBe(true)
  expect(existsSync(`${made[0]}.sha256`)).toBe(false)
})

test('with the clock set back, rotation never removes the backup just made', async () => {
  const { backups, with: using } = await filled()
  const at = (now: string) => using({ now, env: { XDG_STATE_HOME: join(backups, '..', '..') } })
  const state = join(backups, '..', '..', 'larry', 'backups')
  for (const n of [2036, 2037, 2016]) expect((await at(year(n))('db', 'backup', '--keep', '1')).code).toBe(0)
  expect(names(state)).toEqual(['larry-20160601T120000Z.db'])
})

test('damaged backups and those that do not tell their database are neither counted nor removed', async () => {
  const { file, backups } = await filled()
  const made = [2021, 2022, 2023].map((n) => backupInto(file, backups, { now: year(n), maker }).file)
  const bytes = readFileSync(made[2]!)
  bytes[bytes.length - 7]! ^= 1
  writeFileSync(made[2]!, bytes)
  rmSync(`${made[0]}.sha256`)
  const newest = backupInto(file, backups, { now: year(2016), maker }).file
  const keeping = (keep: number, database = file) => rotate(backups, { keep, newest, database })
  expect(keeping(2)).toEqual({ removed: [], damaged: [made[2]] })
  expect(keeping(1, `${file}.other`)).toEqual({ removed: [], damaged: [] })
  expect(keeping(1)).toEqual({ removed: [made[1]], damaged: [made[2]] })
  expect(listBackups(backups).filter(({ sound }) => sound)).toMatchObject([{ file: made[0] }, { file: newest }])
})

test('what a killed backup left is swept, what another is making is not', async () => {
  const { file, folder } = await filled()
  const left = (pid: number) => join(folder, `.larry-${pid}-out.db.tmp`)
  for (const pid of [4_000_001, 4_000_002]) writeFileSync(left(pid), 'half')
  backupTo(file, join(folder, 'out.db'), { force: false, maker: { pid: 7, isAlive: (pid) => pid === 4_000_002 } })
  expect(existsSync(left(4_000_001))).toBe(false)
  expect(existsSync(left(4_000_002))).toBe(true)
})

test('a database that is damaged or missing gives no backup, and leaves nothing behind', async () => {
  const { file, folder, larry } = await filled()
  expect((await larry('db', 'backup', 'out.db', '--db', 'none.db')).code).toBe(3)
  inFile(file, (handle) => handle.exec("pragma foreign_keys = off; insert into task_tags values (99, 'orphan')"))
  expect((await larry('db', 'backup', 'out.db')).code).toBe(5)
  expect(readdirSync(folder).filter((name) => /out|tmp|none/.test(name))).toEqual([])
})
