import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import {
  asNobody,
  expectHealthy,
  expectRefusal,
  json,
  numbered,
  printOf,
  program,
  shellWith,
  succeed,
  withBackup,
} from './kit.ts'

const modeOf = (sh: Shell, name: string) => (statSync(join(sh.folder, name)).mode & 0o777).toString(8)

test.skipIf(lacks('sqlite3'))('all that larry creates is for its owner alone, whatever the umask', async () => {
  const sh = shell()
  await succeed(
    sh,
    `umask 000; unset LARRY_DB; larry add x; larry db backup; seq 1 130000 | larry add - --literal -q > /dev/null 2>&1
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
