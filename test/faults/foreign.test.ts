import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectHealthy, expectRefusal, numbered, printOf, program, succeed, withBackup } from '../shell/kit.ts'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { complaints } from './refused.ts'

test.skipIf(lacks('sqlite3'))("another program's database is refused and left byte for byte", async () => {
  const sh = await withBackup()
  await succeed(
    sh,
    `sqlite3 plain.db 'create table t(x); insert into t values(1)'; sqlite3 marked.db 'pragma application_id=42; create table t(x)'
    sqlite3 wal.db 'pragma journal_mode=wal; create table t(x)'; sqlite3 versioned.db 'pragma user_version=2; create table tasks(x)'`,
  )
  for (const name of ['plain.db', 'marked.db', 'wal.db', 'versioned.db'])
    expect(await complaints(sh, name, /not a larry database/)).toEqual([])
})

test.skipIf(lacks('sqlite3'))("another program's database with an unfinished -wal is left byte for byte", async () => {
  const sh = await withBackup()
  await succeed(
    sh,
    `(echo 'pragma journal_mode=wal; create table t(x); insert into t values(1);'; echo '.shell kill -9 $PPID') | sqlite3 live.db || true`,
  )
  expect(printOf(join(sh.folder, 'live.db-wal'))).not.toBe('none')
  expect(
    await complaints(sh, 'live.db', /not a larry database|cannot be read/, ['list', 'add x', 'db backup copy.db']),
  ).toEqual([])
})

test('a file that is no database is refused and left byte for byte', async () => {
  const sh = await withBackup()
  await succeed(
    sh,
    `echo 'my notes' > notes.txt; head -c 50000 /dev/urandom > noise.db; printf 'SQLite format 3\\0' > header.db`,
  )
  for (const name of ['notes.txt', 'noise.db', 'header.db'])
    expect(await complaints(sh, name, /not a database|damaged|cannot/)).toEqual([])
})

test.skipIf(lacks('sqlite3'))('a database of a newer larry is refused and left byte for byte', async () => {
  const sh = await withBackup()
  await succeed(
    sh,
    `cp good.db newer.db; sqlite3 newer.db 'pragma user_version=99'; cp newer.db wal.db; sqlite3 wal.db 'pragma journal_mode=wal'`,
  )
  expect(await complaints(sh, 'newer.db', /newer larry.*99/)).toEqual([])
  expect(await complaints(sh, 'wal.db', /newer larry.*99/)).toEqual([])
})

test.skipIf(lacks('sqlite3'))(
  'a database that only its -wal makes newer is refused and left byte for byte',
  async () => {
    const sh = await withBackup()
    await succeed(
      sh,
      `cp good.db late.db; (echo 'pragma journal_mode=wal; pragma user_version=99;'; echo '.shell kill -9 $PPID') | sqlite3 late.db || true`,
    )
    const prints = () => ['late.db', 'late.db-wal'].map((name) => printOf(join(sh.folder, name)))
    const before = prints()
    expect(before).not.toContain('none')
    for (const line of ['add x', 'list', 'undo'])
      expectRefusal(await sh.bash(`larry --db late.db ${line}`), 5, /newer larry.*99/)
    expect(prints()).toEqual(before)
  },
)

test.skipIf(lacks('sqlite3'))('a database whose migration was edited is refused and left byte for byte', async () => {
  const sh = await withBackup()
  await succeed(
    sh,
    `cp good.db edited.db; sqlite3 edited.db "update migration_checksums set sha256 = 'x' || substr(sha256, 2) where name = '0001_tasks'"`,
  )
  expect(await complaints(sh, 'edited.db', /0001_tasks/)).toEqual([])
})

test('a damaged database is told of and left byte for byte', async () => {
  const sh = await withBackup(numbered(2000))
  await succeed(
    sh,
    `cp good.db zeroed.db; dd if=/dev/zero of=zeroed.db bs=4096 seek=20 count=100 conv=notrunc
    cp good.db short.db; truncate -s 100000 short.db; cp good.db headless.db; dd if=/dev/zero of=headless.db bs=100 count=1 conv=notrunc`,
  )
  for (const name of ['zeroed.db', 'short.db']) {
    expect(await complaints(sh, name, /damaged|is not a database/, ['list', 'db backup copy.db'])).toEqual([])
    const before = printOf(join(sh.folder, name))
    expect(await sh.bash(`larry --db ${name} db check`)).toMatchObject({ code: 2 })
    expect(printOf(join(sh.folder, name))).toBe(before)
  }
  expect(await complaints(sh, 'headless.db', /not a database/, ['list', 'add x', 'db backup copy.db'])).toEqual([])
})

test('what is not a file is refused', async () => {
  const sh = await withBackup(['one'])
  await succeed(sh, 'mkdir folder; mkfifo pipe; ln -s nowhere dangling')
  for (const name of ['folder', 'pipe', '/dev/null', 'dangling', 'good.db/x.db', 'none/x.db', 'x'.repeat(300)])
    for (const line of ['list', 'add x'])
      expectRefusal(await sh.bash(`timeout 20 ${program} --db ${name} ${line}`), 5, /./)
  expect(await succeed(sh, 'stat -c %F folder pipe dangling')).toBe('directory\nfifo\nsymbolic link\n')
})

test('an empty file, as a run killed at once leaves it, becomes a database', async () => {
  const sh = shell()
  expect(await succeed(sh, 'touch larry.db; larry add one -q')).toBe('1\n')
  await expectHealthy(sh)
})
