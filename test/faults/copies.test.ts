import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everything, expectHealthy, numbered, program, shellWith, succeed } from '../shell/kit.ts'
import type { Shell } from '../support/shell.ts'
import { longRun, roundsOf, tally } from './figures.ts'

/** Writers that add `live W.1`, `live W.2`, ... until a file named stop appears, noting what was acknowledged in `acks`. */
const writers = (count: number) =>
  `touch acks; for w in $(seq ${count}); do (n=0; while [ ! -e stop ]; do n=$((n+1)); ${program} add "live $w.$n" -q > ids$w 2>> errors && echo "live $w.$n" >> acks || echo "live $w.$n" >> failed; done) & done`

const linesOf = (sh: Shell, name: string) => readFileSync(join(sh.folder, name), 'utf8').split('\n').slice(0, -1)

async function titlesIn(sh: Shell, file: string): Promise<string[]> {
  return (JSON.parse(await everything(sh, { LARRY_DB: file })) as { title: string }[]).map(({ title }) => title)
}

test(
  'backups in a loop under writers each hold all that was acknowledged, without a gap, and come back whole',
  longRun,
  async () => {
    const sh = await shellWith(numbered(500))
    const loops = roundsOf(1 / 20)
    const ran = await sh.bash(`${writers(2)}; sleep 0.5
    for i in $(seq ${loops}); do wc -l < acks >> marks; larry db backup copy$i.db > made || echo backup >> failed; done
    touch stop; wait; grep -v warning errors; cat failed; sha256sum -c --quiet copy*.sha256`)
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    const [acks, marks] = [linesOf(sh, 'acks'), linesOf(sh, 'marks').map(Number)]
    for (let i = 1; i <= loops; i++) {
      const copy = join(sh.folder, `copy${i}.db`)
      const held = await titlesIn(sh, copy)
      expect(acks.slice(0, marks[i - 1]).filter((title) => !held.includes(title))).toEqual([])
      for (const writer of ['1', '2']) {
        const own = held.filter((title) => title.startsWith(`live ${writer}.`))
        expect(own).toEqual(numbered(own.length, `live ${writer}.`).map((title) => title.replace('. ', '.')))
      }
      const copied = await everything(sh, { LARRY_DB: copy })
      await succeed(sh, `larry db restore copy${i}.db --yes -q`)
      expect(await everything(sh)).toBe(copied)
    }
    tally('backups under writers', loops)
    await expectHealthy(sh)
  },
)

test(
  'a restore under running writers costs them a wait, and no acknowledged task is lost to both files',
  longRun,
  async () => {
    const sh = await shellWith(numbered(6000))
    const restores = roundsOf(1 / 20)
    await succeed(sh, 'larry db backup base.db')
    const ran = await sh.bash(`${writers(3)}; sleep 0.5
    for i in $(seq ${restores}); do larry db restore base.db --yes --json > "restored$i" || echo restore >> failed; wc -l < acks >> marks; sleep 0.5; done
    touch stop; wait; grep -v warning errors; cat failed`)
    expect(ran.stdout).toBe('')
    const acks = linesOf(sh, 'acks')
    const kept = new Set(await titlesIn(sh, sh.file))
    expect(acks.slice(Number(linesOf(sh, 'marks').at(-1))).filter((title) => !kept.has(title))).toEqual([])
    for (let i = 1; i <= restores; i++) {
      const [{ safety_copy }] = JSON.parse(readFileSync(join(sh.folder, `restored${i}`), 'utf8')) as [
        { safety_copy: string },
      ]
      for (const title of await titlesIn(sh, safety_copy)) kept.add(title)
    }
    expect(
      acks.filter((title) => !kept.has(title)),
      'acknowledged, and neither kept nor in a safety copy',
    ).toEqual([])
    tally('restores under writers', restores)
    await expectHealthy(sh)
  },
)
