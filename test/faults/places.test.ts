import { expect, test } from 'vitest'
import { asNobody, everything, expectRefusal, program, shellWith, succeed, withBackup } from '../shell/kit.ts'
import { lacks } from '../support/tools.ts'

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

test.skipIf(lacks('unshare'))('on a read-only file system larry reads and says it cannot write', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash(`mkdir home ro; cp larry.db ro/; export HOME=$PWD/home LARRY_DB=$PWD/ro/larry.db
    unshare -rm bash -c 'mount --bind ro ro && mount -o remount,ro,bind ro || exit 99
      larry list --ids; echo $?; larry add x 2> said; echo $?; larry db check > /dev/null; echo $?; larry db backup copy.db > /dev/null; echo $?; larry --db $PWD/ro/new.db add x 2>> said; echo $?'; cat said`)
  expect(ran.stdout).toMatch(/^1\n0\n5\n0\n0\n5\nlarry: .*\n/)
  expect(await everything(sh, { LARRY_DB: 'copy.db' })).toBe(await everything(sh))
})
