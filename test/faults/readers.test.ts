import { existsSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  besidesSlowness,
  everything,
  expectHealthy,
  expectRefusal,
  numbered,
  program,
  shellWith,
  succeed,
} from '../shell/kit.ts'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { longRun, rounds, roundsOf, tally } from './figures.ts'

const isLong = rounds >= 1000

test.skipIf(lacks('jq'))('readers during writes never fail and never see half an add', longRun, async () => {
  const sh = await shellWith(numbered(10))
  const adds = roundsOf(1 / 10)
  const ran = await sh.bash(`
    (for i in $(seq ${adds}); do seq 1 250 | larry add - --literal -q > /dev/null || echo failed; done; touch stop) &
    for r in 1 2; do (while [ ! -e stop ]; do larry list --all --json | jq length || echo failed; done) & done; wait`)
  expect({ ...ran, stderr: besidesSlowness(ran.stderr) }).toMatchObject({ code: 0, stderr: '' })
  const counts = ran.stdout.trimEnd().split('\n')
  expect(counts.filter((count) => Number(count) % 250 !== 10)).toEqual([])
  expect(await succeed(sh, 'larry list --count')).toBe(`${10 + adds * 250}\n`)
  tally('lists read during large adds', counts.length)
})

test('a reader that stays sees what it began with, hinders no writer, and leaves no log behind', longRun, async () => {
  const sh = await shellWith(numbered(10))
  const reader = new Sqlite(sh.file, { readonly: true })
  reader.exec('begin')
  const count = () => reader.prepare('select count(*) from tasks').pluck().get()
  expect(count()).toBe(10)
  const writes = isLong ? 20_000 : 2000
  await succeed(sh, `for i in 1 2 3 4; do seq 1 ${writes / 4} | larry add - --literal -q > /dev/null; done`)
  expect(count()).toBe(10)
  reader.exec('rollback')
  expect(count()).toBe(10 + writes)
  reader.close()
  await expectHealthy(sh)
  const wal = `${sh.file}-wal`
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0)
})

/** True when somebody holds the write lock of the file. */
function isLocked(file: string): boolean {
  const other = new Sqlite(file, { timeout: 0 })
  try {
    other.exec('begin immediate; rollback')
    return false
  } catch {
    return true
  } finally {
    other.close()
  }
}

/** Stops a large add while it holds the lock; gives its process id. */
async function stoppedWriter(sh: Shell): Promise<number> {
  const pid = Number(
    await succeed(sh, `seq 1 400000 > many; ${program} add - --literal -q < many > ids 2>&1 & echo $!`),
  )
  while (!isLocked(sh.file)) await sleep(5)
  process.kill(pid, 'SIGSTOP')
  expect(isLocked(sh.file)).toBe(true)
  return pid
}

test('while a writer that holds the lock is stopped, readers read; when it dies, those who waited go on', async () => {
  const sh = await shellWith(numbered(10))
  const pid = await stoppedWriter(sh)
  const waiting = sh.bash('for i in 1 2 3; do larry add "waited $i" -q & done; wait; echo done')
  for (const line of ['list --count', 'show 1', 'search task', 'db check', 'history list', 'db backup'])
    expect({ line, ...(await sh.bash(`timeout 10 bash -c 'larry ${line}'`)) }).toMatchObject({ line, code: 0 })
  expect(await Promise.race([waiting, sleep(500)])).toBeUndefined()
  process.kill(pid, 'SIGKILL')
  const waited = await waiting
  expect(besidesSlowness(waited.stderr)).toBe('')
  expect(waited.stdout.split('\n').toSorted()).toEqual(['', '11', '12', '13', 'done'])
  expect(await succeed(sh, 'larry list --count')).toBe('13\n')
  await expectHealthy(sh)
})

test.skipIf(!isLong)(
  'who waits for a stopped writer is told after half a minute, and nothing has changed',
  longRun,
  async () => {
    const sh = await shellWith(numbered(10))
    const before = await everything(sh)
    const pid = await stoppedWriter(sh)
    const start = performance.now()
    const refused = await Promise.all(
      ['add two', 'edit 1 +x', 'done 1', 'undo', 'db migrate --to 1 --yes'].map((line) => sh.bash(`larry ${line}`)),
    )
    expect(performance.now() - start).toBeLessThan(45_000)
    for (const ran of refused) expectRefusal(ran, 5, /busy: another larry has been writing/)
    process.kill(pid, 'SIGKILL')
    expect(await everything(sh)).toBe(before)
    await expectHealthy(sh)
  },
)
