import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import {
  asNobody,
  everything,
  expectHealthy,
  expectRefusal,
  json,
  numbered,
  printOf,
  program,
  shellWith,
  succeed,
} from './kit.ts'

const modeOf = (sh: Shell, name: string) => (statSync(join(sh.folder, name)).mode & 0o777).toString(8)

/** Every kind of command there is for a file larry must not touch. */
const lines = ['list', 'add x', 'undo', 'db migrate', 'db info', 'db backup copy.db', 'db restore good.db --yes']

/** Runs commands on a file that must refuse them all; answers what went wrong, or changed. */
async function complaints(
  sh: Shell,
  name: string,
  says: RegExp,
  commands: readonly string[] = lines,
): Promise<string[]> {
  const file = join(sh.folder, name)
  const state = () =>
    `${['', '-wal', '-journal'].map((end) => printOf(file + end)).join(' ')} ${statSync(file).mtimeMs}`
  const before = state()
  const wrong: string[] = []
  for (const line of commands) {
    const { code, stdout, stderr } = await sh.bash(`larry --db ${name} ${line}`)
    if (code !== 5 || stdout !== '' || !says.test(stderr)) wrong.push(`${name}: ${line}: ${code} ${stderr}`)
    if (state() !== before) wrong.push(`${name}: ${line}: changed the file`)
  }
  return wrong
}

/** A shell with a good backup `good.db` in its folder. */
async function withBackup(titles = numbered(300)): Promise<Shell> {
  const sh = await shellWith(titles)
  await succeed(sh, 'larry db backup good.db')
  return sh
}

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

test('names that SQLite takes for no file are refused before anything is written', async () => {
  const sh = shell()
  for (const name of ['', '   ', ':memory:', 'file:x.db?mode=memory', 'x.db ', '\t'])
    for (const line of ['add x', 'list', 'db path', 'db migrate', 'db backup b.db', 'db check']) {
      const ran = await sh.bash(`larry ${line}`, { LARRY_DB: name })
      expect(ran).toMatchObject({ code: expect.toBeOneOf([3, 5]), stdout: '' })
    }
  expectRefusal(await sh.bash(`larry --db '' add x`), 5, /name/)
  expect(await succeed(sh, 'ls -A')).toBe('')
})

test('without a home folder nothing is written into the working folder', async () => {
  const sh = shell()
  for (const home of ['', 'relative', '.'])
    expectRefusal(await sh.bash('unset LARRY_DB; larry add x', { HOME: home }), 5, /home/)
  expect(await succeed(sh, 'ls -A')).toBe('')
})

test('without a home folder a named file is enough, as the hint says', async () => {
  const sh = shell()
  expect(await sh.bash(`larry --db "$PWD/named.db" add x -q`, { HOME: '' })).toEqual({
    code: 0,
    stdout: '1\n',
    stderr: '',
  })
})

test('relative XDG folders are ignored', async () => {
  const sh = shell()
  await succeed(sh, 'unset LARRY_DB; larry add x; larry db backup', {
    XDG_DATA_HOME: 'data',
    XDG_CONFIG_HOME: 'config',
    XDG_STATE_HOME: 'state',
  })
  expect(await succeed(sh, 'ls -A')).toBe('.local\n')
})

test.skipIf(lacks('sqlite3'))('a -wal with content beside no database is refused and kept', async () => {
  const sh = await shellWith(['one'])
  const before = `(echo 'update tasks set title = 2;'; echo '.shell kill -9 $PPID') | sqlite3 larry.db || true; rm larry.db; sha256sum larry.db-wal`
  const sum = await succeed(sh, before)
  for (const line of ['list', 'add x', 'db check', 'db migrate'])
    expectRefusal(await sh.bash(`larry ${line}`), 5, /-wal holds data/)
  expect(await succeed(sh, 'sha256sum larry.db-wal; ls larry.db 2> /dev/null || true')).toBe(sum)
})

test.skipIf(lacks('sqlite3'))('all that larry creates is for its owner alone, whatever the umask', async () => {
  const sh = shell()
  await succeed(
    sh,
    `umask 000; unset LARRY_DB; larry add x; larry db backup; seq 1 60000 | larry add - --literal -q > /dev/null 2>&1
    sqlite3 .local/share/larry/larry.db 'pragma journal_mode=wal; select 1' > /dev/null; larry list -l 1`,
  )
  const found = await succeed(sh, `find .local/share/larry .local/state/larry -printf '%y%m %p\\n'`)
  expect(
    found
      .trimEnd()
      .split('\n')
      .filter((line) => !/^(f600|d700) /.test(line)),
  ).toEqual([])
  expect(found).toMatch(/slow\.ndjson/)
  await succeed(sh, 'umask 000; LARRY_DB=named.db larry add x')
  expect(modeOf(sh, 'named.db')).toBe('600')
})

test('reading verbs leave the bytes and the time of the file alone', async () => {
  const sh = await shellWith(numbered(50))
  await succeed(sh, 'touch -d 2001-01-01 larry.db')
  const before = await succeed(sh, 'sha256sum larry.db; stat -c %Y larry.db')
  for (const line of [
    'list',
    'show 1',
    'search task',
    'history list',
    'history show 1',
    'tag list',
    'db info',
    'db status',
    'db check',
    'db path',
    'db backup b.db',
    'db migrate --list',
    'db migrate',
  ])
    await succeed(sh, `larry ${line} > /dev/null`)
  for (const line of [
    'add x',
    'done 1',
    'rm 1 --yes',
    'undo',
    'edit 1 +x',
    'db migrate --down',
    'db restore b.db --yes',
  ])
    await succeed(sh, `larry ${line} --dry-run > /dev/null`)
  expect(await succeed(sh, 'sha256sum larry.db; stat -c %Y larry.db')).toBe(before)
})

test.skipIf(lacks('setpriv'))('a file nobody may write can be read and says who cannot write', async () => {
  const sh = await withBackup(['one', 'two'])
  await succeed(
    sh,
    'chmod 755 .; mkdir shared; cp good.db shared/x.db; chmod 644 shared/x.db; mkdir home; chmod 777 home',
  )
  const larry = (line: string) => sh.bash(`HOME=$PWD/home LARRY_DB=$PWD/shared/x.db ${asNobody} ${program} ${line}`)
  expect(await larry('list --ids')).toEqual({ code: 0, stdout: '1\n2\n', stderr: '' })
  expectRefusal(await larry('add x'), 5, /x\.db cannot be written/)
  expect(await larry('db check')).toMatchObject({ code: 0 })
  await succeed(sh, 'chmod 600 shared/x.db')
  expectRefusal(await larry('list'), 5, /shared\/x\.db/)
  await succeed(sh, 'chmod 644 shared/x.db; chmod 700 shared')
  expectRefusal(await larry('list'), 5, /shared\/x\.db/)
  expect(await succeed(sh, 'ls -A shared')).toBe('x.db\n')
})

test.skipIf(lacks('sqlite3', 'setpriv'))(
  'a database in WAL mode is read from a read-only folder, and refused when its -wal holds more',
  async () => {
    const sh = await withBackup(['old'])
    await succeed(
      sh,
      'chmod 755 .; mkdir ro links; cp larry.db ro/x.db; chmod 644 ro/x.db; ln -s ../ro/x.db links/x.db; chmod 555 ro',
    )
    const larry = (line: string) => sh.bash(`HOME=/nonexistent ${asNobody} ${program} ${line}`)
    for (const folder of ['ro', 'links'])
      expect(await larry(`--db ${folder}/x.db list --fields title`)).toEqual({ code: 0, stdout: 'old\n', stderr: '' })
    await succeed(
      sh,
      `chmod 755 ro; (echo "update tasks set title = 'new';"; echo '.shell kill -9 $PPID') | sqlite3 ro/x.db || true; rm -f ro/x.db-shm; chmod 600 ro/x.db-wal; chmod 555 ro`,
    )
    expectRefusal(await larry('--db ro/x.db list'), 5, /ro\/x\.db/)
    expectRefusal(await larry('--db links/x.db list'), 5, /x\.db/)
  },
)

test.skipIf(lacks('setpriv'))('check needs no folder it can write', async () => {
  const sh = await withBackup(['one'])
  await succeed(sh, 'chmod 755 .; chmod 644 good.db')
  const ran = await sh.bash(`HOME=/nonexistent ${asNobody} ${program} --db good.db db check`)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
})

test('check and info understand every schema there ever was', async () => {
  const sh = await shellWith(numbered(5))
  for (const version of [1, 0]) {
    await succeed(sh, `larry db migrate --to ${version} --yes -q`)
    expect({ version, ...(await sh.bash('larry db check')) }).toMatchObject({ version, code: 0, stderr: '' })
    expect(await json(sh, 'db status')).toMatchObject({ schema_version: version })
  }
  await succeed(sh, 'larry add x -q')
  await expectHealthy(sh)
})

test.skipIf(lacks('unshare'))('on a read-only file system larry reads and says it cannot write', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash(`mkdir home ro; cp larry.db ro/; export HOME=$PWD/home LARRY_DB=$PWD/ro/larry.db
    unshare -rm bash -c 'mount --bind ro ro && mount -o remount,ro,bind ro || exit 99
      larry list --ids; echo $?; larry add x 2> said; echo $?; larry db check > /dev/null; echo $?; larry db backup copy.db > /dev/null; echo $?; larry --db $PWD/ro/new.db add x 2>> said; echo $?'; cat said`)
  expect(ran.stdout).toMatch(/^1\n0\n5\n0\n0\n5\nlarry: .*\n/)
  expect(await everything(sh, { LARRY_DB: 'copy.db' })).toBe(await everything(sh))
})

test.skipIf(lacks('unshare'))(
  'on a full disk a command changes nothing and says so, reading works, and room makes it well again',
  async () => {
    const sh = shell()
    await succeed(sh, 'mkdir disk; seq 1 15000 > many')
    const ran = await sh.bash(`unshare -rm bash -c 'mount -t tmpfs -o size=2M none disk || exit 99
    export LARRY_DB=$PWD/disk/l.db; larry add one -q; larry add - --literal -q < many 2> said1; echo $?; larry list --ids
    larry db check > /dev/null; echo $?; head -c 5000000 /dev/zero > disk/fill 2> /dev/null
    larry add two -q 2> said2; echo $?; larry list --ids; larry db backup disk/b.db 2> said3; echo $?; ls disk | grep -v ^l.db; rm disk/fill
    larry add three -q; larry db check > /dev/null; echo $?; ls -A disk | grep tmp'; cat said1 said2 said3 | grep -v hint:`)
    expect(ran.stdout).toMatch(/^1\n5\n1\n0\n5\n1\n5\nfill\n2\n0\nlarry: .*\nlarry: .*\nlarry: .*\n$/)
    expect(ran.stdout).toMatch(/disk (is|may be) full/)
  },
)

test.skipIf(lacks('unshare'))('adds until the disk is full: what was acknowledged is there', async () => {
  const sh = shell()
  const ran =
    await sh.bash(`mkdir disk; unshare -rm bash -c 'mount -t tmpfs -o size=300k none disk || exit 99; export LARRY_DB=$PWD/disk/l.db
    for i in $(seq 60); do larry add "$(printf %4000d $i)" -q 2>> said || break; done > acks; larry list --sort id --ids | cmp - acks; echo "same $?"; wc -l < acks'`)
  expect(ran.stdout).toMatch(/^same 0\n/)
  expect(Number(ran.stdout.split('\n')[1])).toBeGreaterThan(0)
  expect(Number(ran.stdout.split('\n')[1])).toBeLessThan(60)
})

test('a file size limit rolls back and is told', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'seq 1 15000 > many')
  expectRefusal(await sh.bash('ulimit -f 300; larry add - --literal -q < many'), 5, /./)
  expect(await succeed(sh, 'larry list --count')).toBe('1\n')
  await expectHealthy(sh)
})

test('an upgrade unasked takes a verified backup first, says one line, and can be turned off', async () => {
  const sh = await shellWith(numbered(3))
  await succeed(
    sh,
    'larry db migrate --to 1 --yes -q; mkdir -p .config/larry; echo "auto_migrate = false" > .config/larry/config.toml',
  )
  const before = printOf(sh.file)
  for (const line of ['list', 'add x'])
    expectRefusal(await sh.bash(`larry ${line}`), 5, /older schema[^]*larry db migrate/)
  expect(printOf(sh.file)).toBe(before)
  await succeed(sh, 'rm .config/larry/config.toml; rm -r .local')
  const ran = await sh.bash('larry list --ids')
  expect(ran).toMatchObject({ code: 0, stdout: '1\n2\n3\n' })
  expect(ran.stderr).toMatch(/^larry: [^\n]+before-migrate[^\n]*\n$/)
  await succeed(sh, 'cd .local/state/larry/backups && sha256sum -c --quiet *.sha256')
  await expectHealthy(sh)
})
