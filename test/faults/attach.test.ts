import { describe, expect, test } from 'vitest'
import { program, shellWith, succeed } from '../shell/kit.ts'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { badBackupFiles, badFiles } from './attached.ts'
import { longRun } from './figures.ts'
import { backupsBelow } from './judges.ts'
import { killing } from './kill.ts'
import { sweep } from './kill-points.ts'
import { preparedBy, swept } from './trial.ts'

/** A shell with a file `big` to attach, of so many bytes, after these lines of larry. */
async function withBig(bytes: number, ...lines: readonly string[]): Promise<Shell> {
  const sh = await preparedBy(3)
  await succeed(
    sh,
    [`head -c ${bytes} /dev/urandom > big`, ...lines.map((line) => `larry ${line} > /dev/null`)].join('\n'),
  )
  return sh
}

const inStore = ({ sh }: { sh: Shell }) => badFiles(sh.file)
const inBackups = ({ sh }: { sh: Shell }) => badFiles(sh.file) ?? badBackupFiles(backupsBelow(sh.folder))

describe('an attachment has its file, whole, whatever happens', longRun, () => {
  test('killed at any moment of attaching', async () => {
    const prepared = await withBig(8_000_000)
    const goOn = [swept('task attach 1 big'), 'attachment verify > /dev/null', 'undo']
    expect(await killing(0.3, { name: 'attach', prepared, line: 'task attach 1 big -q', also: inStore, goOn })).toEqual(
      [],
    )
  })

  test('killed at any moment of a backup with files', async () => {
    const prepared = await withBig(8_000_000, 'task attach 1 big many')
    const goOn = [swept('db backup --with-attachments')]
    const line = 'db backup --with-attachments'
    expect(await killing(0.2, { name: 'backup with files', prepared, line, also: inBackups, goOn })).toEqual([])
  })

  test.skipIf(lacks('strace'))('killed or failed at any system call of attaching', async () => {
    const prepared = await withBig(2_500_000)
    const goOn = [swept('task attach 1 big'), 'attachment verify > /dev/null', 'undo']
    expect(await sweep({ name: 'attach', prepared, line: 'task attach 1 big -q', also: inStore, goOn })).toEqual([])
  })

  test.skipIf(lacks('strace'))('killed or failed at any system call of a backup with files', async () => {
    const prepared = await withBig(1_500_000, 'task attach 1 big many')
    const goOn = [swept('db backup --with-attachments')]
    const line = 'db backup --with-attachments'
    expect(await sweep({ name: 'backup with files', prepared, line, also: inBackups, goOn })).toEqual([])
  })

  test.skipIf(lacks('strace'))('killed or failed at any system call of a restore that puts files back', async () => {
    const lines = [
      'task attach 1 big',
      'db backup b.db --with-attachments',
      'rm 1 --yes',
      'attachment sweep --removed --yes',
    ]
    const prepared = await withBig(1_500_000, ...lines)
    expect(await sweep({ name: 'restore with files', prepared, line: 'db restore b.db --yes', also: inStore })).toEqual(
      [],
    )
  })
})

test.skipIf(lacks('strace')).each([
  ['fsync', 'EIO', /reading or writing failed: .*larry\.db\.attachments/],
  ['rename', 'EIO', /reading or writing failed: .*larry\.db\.attachments/],
  ['rename', 'EDQUOT', /quota is used up: .*larry\.db\.attachments/],
  ['mkdir', 'ENOSPC', /the disk is full: .*larry\.db\.attachments/],
])('when %s answers %s nothing is attached, and nothing unfinished stays', async (call, error, says) => {
  const sh = await shellWith(['one'])
  const inject = `strace -f -qq -o trace -e trace=${call} -e inject=${call}:error=${error}:when=1+`
  const ran = await sh.bash(`echo file > file; ${inject} ${program} task attach 1 file; echo $?`)
  expect(ran).toMatchObject({ stdout: '5\n', stderr: expect.stringMatching(says) })
  expect(await succeed(sh, 'larry attachment list --ids; find . -name "*.tmp"; larry task attach 1 file -q')).toBe(
    '1\n',
  )
})

test.skipIf(lacks('unshare'))('on a full disk nothing is attached, and smaller files still are', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash(`mkdir disk; cp larry.db disk/; head -c 4000000 /dev/urandom > big; echo small > small
    unshare -rm bash -c 'mount -t tmpfs -o size=3M none disk || exit 99
    export LARRY_DB=$PWD/disk/l.db; larry add one -q; larry task attach 1 small big 2> said; echo $?
    larry attachment list --ids; find disk -name "*.tmp"; larry task attach 1 small -q; larry db check > /dev/null; echo $?'; cat said`)
  expect(ran.stdout).toMatch(/^1\n5\n1\n0\nlarry: the disk is full: .*l\.db\.attachments\n/)
})
