import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { everything, expectHealthy, expectRefusal, json, numbered, program, shellWith, succeed } from './kit.ts'

const folderOf = (sh: Shell) => join(sh.folder, '.local/state/larry/backups')
const backupsOf = (sh: Shell) =>
  readdirSync(folderOf(sh))
    .filter((name) => name.endsWith('.db'))
    .toSorted()

/** Writers that add until a file named stop appears, noting what was acknowledged in `acks`. */
const writers = (count: number) =>
  `for w in $(seq ${count}); do (n=0; while [ ! -e stop ]; do n=$((n+1)); ${program} add "live $w.$n" -q > ids$w 2>> errors && echo "live $w.$n" >> acks; done) & done`

test('a backup under constant writers finishes, matches its hash and restores to what it counted', async () => {
  const sh = await shellWith(numbered(2000))
  await succeed(
    sh,
    `${writers(2)}; sleep 0.5; larry db backup copy.db --json > made; code=$?; touch stop; wait; cat errors; exit $code`,
  )
  await succeed(sh, 'sha256sum -c --quiet copy.db.sha256')
  const [made] = JSON.parse(readFileSync(join(sh.folder, 'made'), 'utf8')) as {
    rows: { tasks: number }
    bytes: number
  }[]
  expect(made!.rows.tasks).toBeGreaterThan(2000)
  expect(made!.bytes).toBe(statSync(join(sh.folder, 'copy.db')).size)
  const copied = await everything(sh, { LARRY_DB: join(sh.folder, 'copy.db') })
  expect(JSON.parse(copied)).toHaveLength(made!.rows.tasks)
  await succeed(sh, 'larry db restore copy.db --yes')
  expect(await everything(sh)).toBe(copied)
  await succeed(sh, 'LARRY_DB=other.db larry db restore copy.db --yes')
  expect(await everything(sh, { LARRY_DB: 'other.db' })).toBe(copied)
  await expectHealthy(sh)
})

test('a backup on standard output is the file and nothing but the file, whatever format is asked for', async () => {
  const sh = await shellWith(numbered(20))
  const before = await everything(sh)
  for (const how of ['', '--json', '--format csv', '--format table', '--header']) {
    const ran = await sh.bash(`larry db backup - ${how} > out.db && stat -c %s out.db`)
    expect({ how, ...ran, beyond: Number(ran.stdout) % 4096 }).toMatchObject({ how, code: 0, stderr: '', beyond: 0 })
    expect(await everything(sh, { LARRY_DB: 'out.db' })).toBe(before)
  }
})

test('--keep 3 keeps the newest three good ones and neither counts nor removes a damaged one', async () => {
  const sh = await shellWith(['one'])
  const at = (day: number) => `LARRY_NOW=2026-11-0${day}T00:00:00Z`
  for (const day of [1, 2, 3, 4]) await succeed(sh, `${at(day)} larry db backup`)
  const name = (day: number) => `larry-2026110${day}T000000Z.db`
  await succeed(sh, `printf x | dd of=${join(folderOf(sh), name(4))} bs=1 seek=5000 conv=notrunc`)
  const ran = await sh.bash(`${at(5)} larry db backup --keep 3`)
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringMatching(/warning: .*20261104T000000Z.db is damaged/) })
  expect(backupsOf(sh)).toEqual([2, 3, 4, 5].map(name))
  await succeed(sh, `${at(6)} larry db backup --keep 1`)
  expect(backupsOf(sh)).toEqual([4, 6].map(name))
  expect(readdirSync(folderOf(sh)).filter((file) => !file.endsWith('.db'))).toEqual(
    [4, 6].map((day) => `${name(day)}.sha256`),
  )
})

test('rotation with the clock set back does not remove the backup just made', async () => {
  const sh = await shellWith(['one'])
  for (const year of [2030, 2031]) await succeed(sh, `LARRY_NOW=${year}-01-01T00:00:00Z larry db backup`)
  await succeed(sh, 'LARRY_NOW=2020-01-01T00:00:00Z larry db backup --keep 1')
  expect(backupsOf(sh)).toContain('larry-20200101T000000Z.db')
  await expectHealthy(sh)
})

test('rotations at once neither fail nor cry damage, and leave a good backup', async () => {
  const sh = await shellWith(numbered(50))
  for (let round = 0; round < 5; round++) {
    const ran = await sh.bash('for i in 1 2 3 4 5; do larry db backup --keep 1 > /dev/null & done; wait')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(await json<unknown[]>(sh, 'db backup --list')).not.toEqual([])
  }
})

test('rotation leaves foreign files and the copies larry took of its own accord alone', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry db backup copy.db; larry db restore copy.db --yes')
  await succeed(sh, `touch ${folderOf(sh)}/notes.txt ${folderOf(sh)}/larry-x.db`)
  for (const day of [1, 2]) await succeed(sh, `LARRY_NOW=2031-01-0${day}T00:00:00Z larry db backup --keep 1`)
  expect(backupsOf(sh)).toHaveLength(3)
  expect(readdirSync(folderOf(sh))).toContain('notes.txt')
})

test('a backup does not replace a file unless forced, and then only a larry database', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry db backup a.db; echo precious > notes.txt; mkdir folder; larry add two -q')
  expectRefusal(await sh.bash('larry db backup a.db'), 4, /a\.db exists/)
  expectRefusal(await sh.bash('larry db backup notes.txt'), 4, /exists/)
  expectRefusal(await sh.bash('larry db backup notes.txt --force'), 4, /not a larry database/)
  expectRefusal(await sh.bash('larry db backup folder --force'), 4, /not a file/)
  await succeed(sh, 'larry db backup a.db --force; grep -qx precious notes.txt; sha256sum -c --quiet a.db.sha256')
  expect(JSON.parse(await everything(sh, { LARRY_DB: 'a.db' }))).toHaveLength(2)
  expect(readdirSync(sh.folder).filter((name) => name.includes('.tmp'))).toEqual([])
})

test('a backup onto the database itself is refused under every name', async () => {
  const sh = await shellWith(['one'])
  const before = await everything(sh)
  await succeed(sh, `ln -s ${sh.file} alias.db; mkdir sub`)
  for (const name of ['larry.db', './larry.db', 'sub/../larry.db', 'alias.db', sh.file])
    for (const force of ['', '--force'])
      expectRefusal(await sh.bash(`larry db backup ${name} ${force}`), 4, /larry|alias/)
  expectRefusal(await sh.bash('larry db restore alias.db --yes'), 4, /itself/)
  expect(await everything(sh)).toBe(before)
})

test('a backup is never written through a symbolic link', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'echo precious > target; ln -s target link.db; ln -s missing dangling.db')
  for (const force of ['', '--force'])
    for (const name of ['link.db', 'dangling.db'])
      expect(await sh.bash(`larry db backup ${name} ${force}`)).toMatchObject({ code: 4 })
  expect(readlinkSync(join(sh.folder, 'link.db'))).toBe('target')
  await succeed(sh, 'grep -qx precious target; [ ! -e missing ]')
})

test('the hash beside a backup is never written through a symbolic link', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'echo precious > target; ln -s target new.db.sha256')
  await sh.bash('larry db backup new.db')
  expect(await succeed(sh, 'cat target')).toBe('precious\n')
})

test('a backup whose hash cannot be written is not left behind as if it were whole', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'mkdir new.db.sha256')
  expect(await sh.bash('larry db backup new.db && echo done; ls new.db')).toMatchObject({ stdout: '' })
})

test.skipIf(lacks('strace'))(
  'a backup replaced by force and killed at any of its renames can still be restored',
  async () => {
    const sh = await shellWith(['one'])
    await succeed(sh, 'larry db backup new.db')
    const codes: number[] = []
    for (let call = 1; call <= 3; call++) {
      const kill = `strace -f -o trace -e trace=/^rename -e inject=/^rename:signal=KILL:when=${call}`
      codes.push((await sh.bash(`larry add x -q; ${kill} ${program} db backup new.db --force`)).code)
      await succeed(sh, 'larry db restore new.db --dry-run')
    }
    expect(codes).toContain(137)
  },
)

test('first backups at once make their folder together', async () => {
  const sh = await shellWith(['one'])
  for (let round = 0; round < 5; round++) {
    await succeed(
      sh,
      'rm -rf .local; for i in 1 2 3 4; do larry db backup -q & done; for i in 1 2 3 4; do wait -n; done',
    )
    expect(backupsOf(sh)).toHaveLength(4)
  }
})

test('backups of one second are numbered', async () => {
  const sh = await shellWith(['one'])
  await succeed(
    sh,
    'export LARRY_NOW=2026-11-23T05:17:40Z; for i in 1 2 3; do larry db backup & done; wait -n; wait -n; wait -n',
  )
  expect(backupsOf(sh)).toEqual([
    'larry-20261123T051740Z-2.db',
    'larry-20261123T051740Z-3.db',
    'larry-20261123T051740Z.db',
  ])
  await succeed(sh, `cd ${folderOf(sh)} && sha256sum -c --quiet *.sha256`)
})

test('of a missing or damaged database no backup is made', async () => {
  const sh = await shellWith(numbered(500))
  expectRefusal(await sh.bash('larry --db none.db db backup copy.db'), 3, /none\.db/)
  await succeed(sh, `dd if=/dev/zero of=${sh.file} bs=4096 seek=20 count=8 conv=notrunc`)
  expectRefusal(await sh.bash('larry db backup copy.db'), 5, /damaged/)
  expect(readdirSync(sh.folder).filter((name) => /copy|tmp/.test(name))).toEqual([])
})

test('restoring the safety copy gives back what was there before the restore', async () => {
  const sh = await shellWith(numbered(30, 'old'))
  await succeed(
    sh,
    'larry db backup old.db; larry undo; larry add "new +tag p:high due:2027-01-01" project:x; larry add sub parent:31 depends:31',
  )
  const before = await everything(sh)
  const [{ safety_copy }] = (await json<{ safety_copy: string }[]>(sh, 'db restore old.db --yes')) as [
    { safety_copy: string },
  ]
  expect(JSON.parse(await everything(sh))).toHaveLength(30)
  await succeed(sh, `larry db restore ${safety_copy} --yes`)
  expect(await everything(sh)).toBe(before)
  expect(await succeed(sh, 'larry undo -q; larry list --all --count')).toMatch(/1\n$/)
  await expectHealthy(sh)
})

test('ids given out before a restore are not given out again', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry db backup one.db; larry add two -q; larry add three -q; larry db restore one.db --yes')
  expect(await succeed(sh, 'larry add four -q')).toBe('4\n')
})

test.skipIf(lacks('sqlite3'))('what cannot be restored is refused and leaves the file as it was', async () => {
  const sh = await shellWith(numbered(400))
  await succeed(
    sh,
    `larry db backup good.db; cp good.db short.db; truncate -s 40000 short.db; cp good.db newer.db; touch empty.db
    sqlite3 newer.db 'pragma user_version=99'; sqlite3 foreign.db 'create table t(x); insert into t values(1)'; echo text > text.db
    cp good.db flipped.db; cp good.db.sha256 flipped.db.sha256; printf x | dd of=flipped.db bs=1 seek=30000 conv=notrunc
    cp good.db zeroed.db; dd if=/dev/zero of=zeroed.db bs=4096 seek=20 count=4 conv=notrunc; mkdir folder.db; head -c 100000 /dev/urandom > noise.db`,
  )
  const before = await everything(sh)
  const print = await succeed(sh, 'sha256sum larry.db')
  for (const [name, code] of Object.entries({
    short: 5,
    newer: 5,
    foreign: 5,
    text: 5,
    flipped: 5,
    zeroed: 5,
    noise: 5,
    folder: 5,
    empty: 3,
    none: 3,
  }))
    expectRefusal(await sh.bash(`larry db restore ${name}.db --yes`), code, new RegExp(`${name}\\.db|damaged|not a`))
  expect(await succeed(sh, 'sha256sum larry.db')).toBe(print)
  expect(await everything(sh)).toBe(before)
})

test.skipIf(lacks('script'))('a restore asks, and without a terminal and --yes is refused', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry db backup one.db; larry add two -q')
  expectRefusal(await sh.bash('larry db restore one.db < /dev/null'), 2, /--yes/)
  expect(await sh.bash(`echo n | script -qec "${program} db restore one.db" /dev/null`)).toMatchObject({ code: 1 })
  expect(await succeed(sh, 'larry list --count')).toBe('2\n')
})

test('a damaged database can be replaced by a good backup, and is kept', async () => {
  const sh = await shellWith(numbered(500))
  await succeed(sh, 'larry db backup good.db')
  const good = await everything(sh)
  await succeed(sh, `dd if=/dev/zero of=${sh.file} bs=4096 seek=20 count=8 conv=notrunc`)
  expect(await sh.bash('larry db check')).toMatchObject({ code: 2 })
  await succeed(sh, 'larry db restore good.db --yes')
  expect(await everything(sh)).toBe(good)
  await expectHealthy(sh)
})

test.skipIf(lacks('sqlite3'))('an older backup is restored under the newest schema and stays as it is', async () => {
  const sh = await shellWith(numbered(10))
  await succeed(sh, 'larry db migrate --to 1 --yes -q')
  const name = backupsOf(sh).find((file) => file.includes('before-migrate'))!
  await succeed(
    sh,
    `sqlite3 larry.db 'vacuum into "v1.db"'; sha256sum v1.db > sum; larry list --count; larry db restore v1.db --yes; sha256sum -c --quiet sum`,
  )
  expect(name).toMatch(/before-migrate/)
  expect(await json(sh, 'db status')).toMatchObject({ schema_version: 5, pending: [] })
  expect(JSON.parse(await everything(sh))).toHaveLength(10)
})

test.skipIf(lacks('sqlite3'))("a backup's own triggers and views do not run", async () => {
  const sh = await shellWith(numbered(3))
  await succeed(
    sh,
    `larry db backup evil.db; rm evil.db.sha256; sqlite3 evil.db "create trigger bad after insert on tasks begin delete from tasks; end; create view v as select * from tasks"`,
  )
  await succeed(sh, 'larry db restore evil.db --yes')
  expect(
    await succeed(
      sh,
      `larry list --count; larry add four -q; sqlite3 larry.db "select count(*) from sqlite_master where name in ('bad', 'v')"`,
    ),
  ).toBe('3\n4\n0\n')
})

test('a backup taken in a folder of its own is for its owner alone', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'umask 000; larry db backup; larry db backup named.db')
  for (const name of backupsOf(sh)) expect(lstatSync(join(folderOf(sh), name)).mode & 0o777).toBe(0o600)
  expect(lstatSync(folderOf(sh)).mode & 0o777).toBe(0o700)
  expect(lstatSync(join(sh.folder, 'named.db')).mode & 0o777).toBe(0o600)
  expect(lstatSync(join(sh.folder, 'named.db.sha256')).mode & 0o777).toBe(0o600)
})
