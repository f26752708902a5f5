import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { everything, expectHealthy, program, shellWith, succeed, titlesOf } from '../shell/kit.ts'
import { shell } from '../support/shell.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { backupsBelow, badBackups } from './judges.ts'
import { killing } from './kill.ts'
import { preparedBy, swept } from './trial.ts'

describe('killed at any moment', longRun, () => {
  test('between adds of two at once, every acknowledged add is there and none is there twice', async () => {
    const sh = await shellWith()
    const chance = randomFor('killing adds')
    const loops = Math.ceil(roundsOf(0.2) / 2)
    for (let loop = 1; loop <= loops; loop++) {
      const adds = `n=0; while :; do n=$((n+1)); ${program} add "$1 $n" -q > /dev/null && echo "$1 $n" >> acks; done`
      await sh.bash(
        `for who in a b; do setsid bash -c '${adds.replaceAll("'", `'\\''`)}' "" "${loop}$who" & echo $! >> groups; done
         sleep ${(0.25 + chance() * 0.4).toFixed(3)}; for group in $(< groups); do kill -KILL -- -$group; done; rm groups; wait`,
      )
    }
    tally('kill -9 at random moments: adds of two at once', 2 * loops)
    const acked = (await succeed(sh, 'touch acks; cat acks')).split('\n').filter(Boolean)
    const kept = await titlesOf(sh)
    expect(new Set(kept).size).toBe(kept.length)
    expect(acked.filter((title) => !kept.includes(title))).toEqual([])
    expect(kept.length - acked.length).toBeLessThanOrEqual(2 * loops)
    await expectHealthy(sh)
  })

  test('a first run leaves nothing, an empty file or its task, and the next run goes on', async () => {
    expect(await killing(0.1, { name: 'first run', prepared: shell(), line: 'add first -q', via: 'list' })).toEqual([])
  })

  test('an add of many is there wholly or not at all', async () => {
    expect(
      await killing(0.12, { name: 'add of many', prepared: await preparedBy(3000), line: 'add - --literal -q < many' }),
    ).toEqual([])
  })

  test('many are done or none, and undo takes back the last command that was committed', async () => {
    const prepared = await preparedBy(3000, 'edit 1 p:high')
    const last = await everything(prepared)
    await succeed(prepared, 'larry undo')
    const earlier = await everything(prepared)
    await succeed(prepared, 'larry redo')
    expect(
      await killing(0.12, {
        name: 'done of many',
        prepared,
        line: 'done --where is:open --yes -q',
        also: async ({ sh, stored }) => {
          await succeed(sh, 'larry undo')
          return (await everything(sh)) === (stored ? last : earlier) ? undefined : 'undo took back something else'
        },
      }),
    ).toEqual([])
  })

  test('an undo is there wholly or not at all', async () => {
    const prepared = await preparedBy(3000)
    expect(await killing(0.1, { name: 'undo', prepared, line: 'undo -q' })).toEqual([])
  })

  test('a redo is there wholly or not at all', async () => {
    const prepared = await preparedBy(3000, 'undo')
    expect(await killing(0.08, { name: 'redo', prepared, line: 'redo -q' })).toEqual([])
  })

  test('a migration leaves the old schema or the new one and runs again, the clock set back too', async () => {
    const prepared = await preparedBy(300, 'db migrate --to 1 --yes')
    const handle = new Sqlite(prepared.file)
    handle.exec("update kysely_migration set timestamp = '2099-01-01T00:00:00.000Z'")
    handle.close()
    expect(
      await killing(0.1, {
        name: 'migrate',
        prepared,
        line: 'db migrate',
        goOn: ['db migrate', 'add afterwards', 'undo'],
      }),
    ).toEqual([])
  })

  test('a restore leaves the old tasks or the restored ones, and a copy of what it replaced', async () => {
    const prepared = await preparedBy(4000, 'db backup many.db', 'undo', 'add new -q')
    expect(
      await killing(0.1, {
        name: 'restore',
        prepared,
        line: 'db restore many.db --yes',
        also: ({ sh, stored }) => badBackups(backupsBelow(sh.folder), stored ? 1 : 0, 1),
      }),
    ).toEqual([])
  })

  test('a backup leaves only sound backups, and the next one sweeps', async () => {
    const prepared = await preparedBy(4000, 'db backup')
    expect(
      await killing(0.08, {
        name: 'backup',
        prepared,
        line: 'db backup',
        also: ({ sh, code }) => badBackups(backupsBelow(sh.folder), code === 0 ? 2 : 1, 4000),
        goOn: [swept('db backup')],
      }),
    ).toEqual([])
  })
})
