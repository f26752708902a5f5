import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { numbered, program, shellWith, succeed } from '../shell/kit.ts'
import { lacks } from '../support/tools.ts'
import { longRun } from './figures.ts'
import { backupsBelow, badBackups } from './judges.ts'
import { sweep } from './kill-points.ts'
import { preparedBy, swept } from './trial.ts'

describe.skipIf(lacks('strace'))('killed or failed at any of its system calls', longRun, () => {
  test('a migration leaves the old schema or the new one, and a sound copy of what it changed', async () => {
    expect(
      await sweep({
        name: 'migrate',
        prepared: await preparedBy(40, 'db migrate --to 1 --yes'),
        line: 'db migrate',
        goOn: ['db migrate', 'add afterwards', 'undo'],
        also: ({ sh, stored }) => badBackups(backupsBelow(sh.folder), stored ? 1 : 0, 40),
      }),
    ).toEqual([])
  })

  test('a backup leaves only sound backups, at least the one it reported, and the next one sweeps', async () => {
    expect(
      await sweep({
        name: 'backup',
        prepared: await preparedBy(40, 'db backup'),
        line: 'db backup',
        goOn: [swept('db backup')],
        also: ({ sh, code }) => badBackups(backupsBelow(sh.folder), code === 0 ? 2 : 1, 40),
      }),
    ).toEqual([])
  })

  test('a restore leaves the old tasks or the restored ones, a copy of what it replaced, and the next one sweeps', async () => {
    expect(
      await sweep({
        name: 'restore',
        prepared: await preparedBy(40, 'db backup many.db', 'undo', 'add new -q'),
        line: 'db restore many.db --yes',
        goOn: [swept('db restore many.db --yes')],
        also: ({ sh, stored }) => badBackups(backupsBelow(sh.folder), stored ? 1 : 0, 1),
      }),
    ).toEqual([])
  })

  test('what a killed restore left in the temporary folder goes with the next one', async () => {
    const sh = await shellWith(numbered(4000))
    const env = { TMPDIR: join(sh.folder, 'temporary') }
    mkdirSync(env.TMPDIR)
    await succeed(sh, 'larry db backup good.db')
    const kill = 'strace -f -o trace -e trace=fsync,fdatasync -e inject=fsync,fdatasync:signal=KILL:when=1'
    expect(await sh.bash(`${kill} ${program} db restore good.db --yes`, env)).toMatchObject({ code: 137 })
    expect(readdirSync(env.TMPDIR).filter((name) => name.startsWith('larry'))).toHaveLength(1)
    await succeed(sh, 'larry db restore good.db --yes', env)
    expect(readdirSync(env.TMPDIR).filter((name) => name.startsWith('larry'))).toEqual([])
  })
})
