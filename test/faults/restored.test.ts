import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backedUp } from '../db/backed-up.ts'
import { bench } from '../support/larry.ts'
import { damages } from './damages.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { parting, rowsIn, shown } from './shown.ts'
import { misbehaved } from './told.ts'
import { fillVaried, pick, whole } from './varied.ts'

/** The rows of a file, but for what belongs to the file and not to the data: counters that only grow, and when it was migrated. */
function dataIn(file: string): Record<string, readonly string[]> {
  const rows = Object.entries(rowsIn(file))
  return Object.fromEntries(rows.filter(([name]) => !/^(sqlite|kysely|migration)_/.test(name)))
}

test(
  'what was backed up comes back the same, here and elsewhere, and what it replaced can be had again',
  longRun,
  async () => {
    const random = randomFor('backup and restore')
    for (let round = 0; round < roundsOf(0.4); round++) {
      const [b, elsewhere] = [bench(), bench({ empty: true })]
      await fillVaried(b, random, { tasks: whole(random, 1, 60), changes: whole(random, 0, 25) })
      const [data, told] = [dataIn(b.file), await shown(b, [1, 2, 3])]
      const backup = `${b.folder}/b.db`
      expect(await b.larry('db', 'backup', backup), `round ${round}`).toMatchObject({ code: 0 })
      await fillVaried(b, random, { tasks: whole(random, 1, 10), changes: whole(random, 0, 8) })
      const later = dataIn(b.file)
      const [{ safety_copy: copy }] = await b.json<[{ safety_copy: string }]>('db', 'restore', backup, '--yes')
      expect(await elsewhere.larry('db', 'restore', backup, '--yes'), `round ${round}`).toMatchObject({ code: 0 })
      for (const place of [b, elsewhere]) {
        expect(dataIn(place.file), `round ${round}`).toEqual(data)
        const again = await shown(place, [1, 2, 3])
        expect(again === told ? '' : parting(told, again), `round ${round}`).toBe('')
      }
      expect(await b.larry('db', 'restore', copy, '--yes'), `round ${round}`).toMatchObject({ code: 0 })
      expect(dataIn(b.file), `round ${round}`).toEqual(later)
      for (const { larry } of [b, elsewhere]) expect((await larry('db', 'check')).code, `round ${round}`).toBe(0)
      tally('backed up, restored and the same')
    }
  },
)

test.each(Object.keys(damages))('a backup %s is refused, and what is there stays', longRun, async (kind) => {
  const random = randomFor(`damaged backup: ${kind}`)
  const { larry, file, backup, json } = await backedUp('one', 'two', 'three +home')
  await larry('add', 'four')
  const [live, good] = [readFileSync(file), readFileSync(backup)]
  const before = await json('list', '--all')
  for (let round = 0; round < roundsOf(0.2); round++) {
    const { bytes, at } = damages[kind]!(good, random)
    if (bytes.equals(good)) continue
    writeFileSync(backup, bytes)
    const ran = await larry('db', 'restore', backup, ...pick(random, [['--yes'], ['--dry-run']]))
    expect({ ...ran, stderr: misbehaved(ran) }, `round ${round}, ${at}`).toMatchObject({ code: 5, stderr: undefined })
    expect(await json('list', '--all'), `round ${round}, ${at}`).toEqual(before)
    expect(readFileSync(file).equals(live), `round ${round}, ${at}`).toBe(true)
    tally('damaged backups refused')
  }
})
