import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { numbered, shellWith, succeed } from '../shell/kit.ts'
import { type Shell, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { longRun, roundsOf } from './figures.ts'
import { holdOpen } from './holder.ts'
import { backupsBelow, badBackup, badBackups, nothingLost, somePrefix, titlesKept } from './judges.ts'
import { cutPower, type Judge } from './power-cut.ts'

/** Adds titled as their marks are named: a1, a2, ... */
const adds = (count: number, row = 'a') => numbered(count, row).map((title) => `larry add ${title.replace(' ', '')} -q`)

async function relaxed(sh: Shell): Promise<Shell> {
  mkdirSync(join(sh.folder, '.config/larry'), { recursive: true })
  writeFileSync(join(sh.folder, '.config/larry/config.toml'), 'durability = "normal"\n')
  expect(await succeed(sh, 'larry db info')).toContain('\tnormal\t')
  return sh
}

const bulk = [
  'larry add - --literal -q < many',
  'larry done --where id:1-300 --yes -q',
  'larry undo',
  'larry redo',
  'larry edit --where is:closed +x --yes -q',
  'larry rm 310-400 --yes -q',
]

describe.skipIf(lacks('strace'))('after a power cut at any moment', longRun, () => {
  test('single adds that ended are there, while another program has the file open', async () => {
    const sh = await shellWith(numbered(20))
    await holdOpen(sh)
    expect(
      await cutPower(sh, { name: 'single adds', count: roundsOf(0.15), rows: [adds(8)], judge: nothingLost }),
    ).toEqual([])
  })

  test('single adds that ended are there, each larry the last to close the file', async () => {
    const sh = await shellWith(numbered(20))
    expect(
      await cutPower(sh, {
        name: 'adds that empty the log',
        count: roundsOf(0.1),
        rows: [adds(5)],
        judge: nothingLost,
      }),
    ).toEqual([])
  })

  test('adds of two at once that ended are there', async () => {
    const rows = [adds(5, 'a'), adds(5, 'b')]
    expect(
      await cutPower(await shellWith(), { name: 'adds of two at once', count: roundsOf(0.1), rows, judge: titlesKept }),
    ).toEqual([])
  })

  test('the first add of all is there or is not, and larry goes on', async () => {
    expect(
      await cutPower(shell(), { name: 'first run', count: roundsOf(0.1), rows: [adds(2)], judge: titlesKept }),
    ).toEqual([])
  })

  test('changes of many tasks, undo and redo happened wholly or not at all', async () => {
    const sh = await shellWith(numbered(3))
    await succeed(sh, 'seq 1 500 > many')
    expect(
      await cutPower(sh, { name: 'changes of many', count: roundsOf(0.2), rows: [bulk], judge: nothingLost }),
    ).toEqual([])
  })

  test('a migration happened wholly or not at all', async () => {
    const sh = await shellWith(numbered(50))
    await succeed(sh, 'larry db migrate --to 1 --yes')
    const rows = [['larry db migrate', ...adds(2)]]
    expect(await cutPower(sh, { name: 'migrate', count: roundsOf(0.1), rows, judge: nothingLost })).toEqual([])
  })

  test('a migration that ended is there, while another program has the file open', async () => {
    const sh = await shellWith(numbered(50))
    await succeed(sh, 'larry db migrate --to 1 --yes')
    await holdOpen(sh)
    const scenario = { name: 'migrate, file held open', count: roundsOf(0.05, 30), judge: nothingLost }
    expect(await cutPower(sh, { ...scenario, rows: [['larry db migrate']] })).toEqual([])
  })

  test('a restore happened wholly or not at all, and what it replaced is kept', async () => {
    const sh = await shellWith(numbered(200))
    await succeed(sh, 'larry db backup many.db; larry undo; larry add new -q')
    await holdOpen(sh)
    const rows = [['larry db restore many.db --yes', 'larry add after -q']]
    const judge: Judge = (cut) =>
      nothingLost(cut) ?? badBackups(backupsBelow(cut.folder), cut.acked.length > 0 || cut.titles.length > 1 ? 1 : 0, 1)
    expect(await cutPower(sh, { name: 'restore', count: roundsOf(0.1), rows, judge })).toEqual([])
  })

  test('a backup that was reported is there and sound, and so is every one that can be seen', async () => {
    const sh = await shellWith(numbered(300))
    await succeed(sh, 'larry db backup')
    const judge: Judge = ({ folder, acked }) => badBackups(backupsBelow(folder), acked.length + 1, 300)
    const goOn = ['db backup --list', 'db backup', 'db check']
    const rows = [['larry db backup', 'larry db backup']]
    expect(await cutPower(sh, { name: 'backup', count: roundsOf(0.1), rows, judge, goOn })).toEqual([])
  })

  test('a named backup that replaces another is the old one or the new one, with the hash of what it is or none', async () => {
    const sh = await shellWith(numbered(100))
    await succeed(sh, 'larry db backup named.db; larry add another -q')
    const judge: Judge = ({ folder, acked }) =>
      badBackup(join(folder, 'named.db'), acked.length > 0 ? [101] : [100, 101])
    const rows = [['larry db backup named.db --force']]
    expect(await cutPower(sh, { name: 'backup that replaces another', count: roundsOf(0.05), rows, judge })).toEqual([])
  })

  test('with durability normal some single adds that ended are lost, which shows that the simulator can tell', async () => {
    const sh = await relaxed(await shellWith(numbered(20)))
    await holdOpen(sh)
    let lost = 0
    const judge: Judge = (cut) => {
      if (nothingLost(cut) !== undefined) lost += 1
      return somePrefix(cut)
    }
    expect(
      await cutPower(sh, { name: 'durability normal: single adds', count: roundsOf(0.1, 20), rows: [adds(8)], judge }),
    ).toEqual([])
    expect(lost).toBeGreaterThan(5)
  })

  test('with durability normal only the newest changes are lost, each wholly', async () => {
    const sh = await relaxed(await shellWith(numbered(3)))
    await succeed(sh, 'seq 1 500 > many')
    await holdOpen(sh)
    const scenario = { name: 'durability normal: changes of many', count: roundsOf(0.1), judge: somePrefix }
    expect(await cutPower(sh, { ...scenario, rows: [bulk] })).toEqual([])
  })
})
