import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backedUp, tamper } from './backed-up.ts'
import { dump, inFile, insertTasks, opened, task } from './stores.ts'

test('restore gives every row back, history too, and keeps a copy of what was there', async () => {
  const { file, folder, larry, backup } = await backedUp('one', 'two')
  const before = inFile(file, dump)
  await larry('add', 'three', '+new', 'project:p')
  await larry('rm', '1', '--yes')
  const there = inFile(file, dump)
  expect((await larry('db', 'restore', 'b.db', '--yes')).code).toBe(0)
  expect(inFile(file, dump)).toEqual(before)
  const backups = join(folder, '.local', 'state', 'larry', 'backups')
  const [copy] = readdirSync(backups).filter((name) => name.endsWith('before-restore.db'))
  expect((await larry('db', 'restore', join(backups, copy!), '--yes')).code).toBe(0)
  expect(inFile(file, dump)).toEqual(there)
  expect(readFileSync(backup)).toHaveLength(
    inFile(backup, (h) => h.pragma('page_count', { simple: true }) as number) * 4096,
  )
})

test('an id given out since the backup, or before it and gone, is not given out again', async () => {
  const { larry, json } = await backedUp('one')
  await larry('add', 'two')
  await larry('add', 'three')
  await larry('db', 'restore', 'b.db', '--yes')
  expect(await json('add', 'next')).toMatchObject([{ id: 4 }])
  await larry('rm', '4', '--yes')
  await larry('db', 'backup', 'c.db')
  await larry('db', 'restore', 'c.db', '--yes', '--db', 'fresh.db')
  expect(await json('add', 'next', '--db', 'fresh.db')).toMatchObject([{ id: 5 }])
})

test('a writer that has the file open keeps on working after a restore', async () => {
  const { file, larry, tasks } = await backedUp('one')
  const { handle } = await opened(file)
  handle.exec(task('lost by the restore'))
  expect((await larry('db', 'restore', 'b.db', '--yes')).code).toBe(0)
  handle.exec(task('after'))
  expect((await tasks()).map(({ title }) => title)).toEqual(['one', 'after'])
})

test('triggers and views of a backup do not run', async () => {
  const { larry, tasks, backup, file } = await backedUp('one', 'two')
  tamper(
    backup,
    "create trigger evil after insert on tasks begin delete from task_tags; update tasks set title = 'evil'; end",
    "create trigger worse before delete on tasks begin select raise(abort, 'evil'); end",
    'create view v as select randomblob(1000000000) as x',
  )
  expect((await larry('db', 'restore', 'b.db', '--yes')).stderr).not.toContain('evil')
  expect((await tasks()).map(({ title }) => title)).toEqual(['one', 'two'])
  const strange =
    "select name from sqlite_master where type in ('trigger', 'view') and name not like 'v\\_%' escape '\\'"
  expect(inFile(file, (handle) => handle.prepare(strange).all())).toEqual([])
})

test('triggers of a backup do not run either where it has to be migrated first', async () => {
  const { larry, tasks, backup, file } = await backedUp()
  inFile(backup, (handle) => insertTasks(handle, 'one'))
  writeFileSync(`${backup}.sha256`, '')
  expect((await larry('db', 'migrate', '--down', '--yes', '--db', backup)).code).toBe(0)
  tamper(backup, 'create trigger evil after insert on kysely_migration begin delete from tasks; end')
  await larry('db', 'restore', 'b.db', '--yes', '--db', file)
  expect((await tasks()).map(({ title }) => title)).toEqual(['one'])
})

test('an older backup is migrated in a copy and left as it was', async () => {
  const { larry, tasks, backup, file } = await backedUp('one')
  expect((await larry('db', 'migrate', '--down', '--yes', '--db', backup)).code).toBe(0)
  writeFileSync(`${backup}.sha256`, '')
  const bytes = readFileSync(backup)
  await larry('add', 'two')
  expect((await larry('db', 'restore', 'b.db', '--yes', '--db', file)).code).toBe(0)
  expect((await tasks()).map(({ title }) => title)).toEqual(['one'])
  expect(readFileSync(backup).equals(bytes)).toBe(true)
})

test('restore needs a yes, tells with --dry-run, and refuses the database itself', async () => {
  const { file, larry } = await backedUp('one')
  const before = readFileSync(file)
  expect((await larry('db', 'restore', 'b.db')).code).toBe(2)
  expect((await larry('db', 'restore', 'b.db', '--dry-run')).code).toBe(0)
  expect((await larry('db', 'restore', 'larry.db', '--yes')).code).toBe(4)
  expect((await larry('db', 'restore', 'none.db', '--yes')).code).toBe(3)
  expect(readFileSync(file).equals(before)).toBe(true)
})
