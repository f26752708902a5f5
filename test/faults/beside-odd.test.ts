import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  asNobody,
  everything,
  expectHealthy,
  expectRefusal,
  numbered,
  program,
  shellWith,
  succeed,
} from '../shell/kit.ts'
import { bench } from '../support/larry.ts'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { lateCrash, layOut } from './crashed.ts'

/** A shell whose file was left by a crash, its last commits in the -wal. */
async function crashedShell(left: { readonly file?: false; readonly wal?: false } = {}): Promise<Shell> {
  const sh = await shellWith()
  const { file, wal, shm } = await lateCrash(bench())
  layOut(sh.file, { file: left.file === false ? undefined : file, wal: left.wal === false ? undefined : wal, shm })
  return sh
}

const verbs = ['list', 'add x', 'undo', 'db check', 'db backup copy.db']

/** A folder under a name beside the database: who reads and writes says so, and all is well once it is gone. */
async function refusesFolder(end: string): Promise<void> {
  const sh = await shellWith(numbered(3))
  const before = await everything(sh)
  await succeed(sh, `rm -f larry.db${end}; mkdir larry.db${end}; touch larry.db${end}/kept`)
  for (const line of ['list', 'add x', 'undo', 'db backup copy.db'])
    expectRefusal(await sh.bash(`larry ${line}`), 5, /larry\.db/)
  await succeed(sh, `rm larry.db${end}/kept; rmdir larry.db${end}`)
  expect(await everything(sh)).toBe(before)
  await expectHealthy(sh)
}

test('a folder in place of the -wal is refused, and stays', async () => {
  await expect(refusesFolder('-wal')).resolves.toBeUndefined()
})

test('a folder in place of the -journal is refused, and stays', async () => {
  await expect(refusesFolder('-journal')).resolves.toBeUndefined()
})

test('a folder in place of the -shm keeps nobody from reading, and is told of by who writes', async () => {
  const sh = await shellWith(numbered(3))
  const before = await everything(sh)
  await succeed(sh, 'rm -f larry.db-shm; mkdir larry.db-shm')
  expect(await everything(sh)).toBe(before)
  expectRefusal(await sh.bash('larry add x'), 5, /larry\.db/)
  await succeed(sh, 'rmdir larry.db-shm')
  await expectHealthy(sh)
})

test.each([undefined, 0])(
  'a -wal with content beside no database, or one of size %j, is refused and kept',
  async (size) => {
    const sh = await crashedShell({ file: false })
    if (size !== undefined) writeFileSync(sh.file, '')
    const sum = await succeed(sh, 'sha256sum larry.db-wal')
    for (const line of [...verbs, 'db migrate', 'db info', 'db restore copy.db --yes'])
      expectRefusal(await sh.bash(`larry ${line}`), /restore/.test(line) ? 3 : 5, /copy\.db|-wal holds data/)
    expect(await succeed(sh, 'sha256sum larry.db-wal')).toBe(sum)
    expect(existsSync(sh.file)).toBe(size !== undefined)
  },
)

test.skipIf(lacks('setpriv'))(
  'a -wal nobody may read is told of, and neither shown past nor written over',
  async () => {
    const sh = await crashedShell()
    await succeed(sh, 'chmod 755 .; chmod 666 larry.db; rm -f larry.db-shm; chmod 600 larry.db-wal; mkdir -m 777 home')
    const sums = await succeed(sh, 'sha256sum larry.db larry.db-wal')
    for (const line of ['list', 'add x', 'undo', 'db check', 'db backup home/copy.db'])
      expectRefusal(await sh.bash(`HOME=$PWD/home ${asNobody} ${program} ${line}`), 5, /larry\.db/)
    expect(await succeed(sh, 'sha256sum larry.db larry.db-wal; ls -A home')).toBe(sums)
  },
)

test('links in place of the -wal and -shm lead larry to write over nothing', async () => {
  const sh = await shellWith(numbered(3))
  await succeed(
    sh,
    'rm -f larry.db-shm larry.db-wal; echo precious > mine; ln -s mine larry.db-wal; ln -s mine larry.db-shm',
  )
  for (const line of verbs) expect((await sh.bash(`larry ${line}`)).code).toBeOneOf([0, 5])
  expect(await succeed(sh, 'cat mine')).toBe('precious\n')
})
