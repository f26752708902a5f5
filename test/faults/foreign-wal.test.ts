import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { dumpOf, lateCrash, layOut } from './crashed.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { misbehaved } from './told.ts'
import { fillVaried } from './varied.ts'

/** What is wrong with how larry takes a -wal that is not this file's: it may show one of the two databases, or db check tells. */
async function complaints(b: Bench, allowed: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  const check = await b.larry('db', 'check')
  const dump = await dumpOf(b)
  if (check.code === 0 && !allowed.includes(dump)) wrong.push(`db check is content with ${dump.slice(0, 100)}`)
  for (const argv of [['list', '--all'], ['history', 'list'], ['add', 'more'], ['undo'], ['db', 'backup', '-']]) {
    const what = misbehaved(await b.larry(...argv))
    if (what !== undefined) wrong.push(`larry ${argv.join(' ')}: ${what}`)
  }
  tally(check.code === 0 ? "another file's -wal: one of the two is shown" : "another file's -wal: told by db check")
  return wrong
}

test('the -wal of another database beside a file is told of, or one of the two is shown whole', longRun, async () => {
  const random = randomFor('foreign -wal')
  for (let round = 0; round < roundsOf(0.1); round++) {
    const [one, other] = [bench({ damaged: true }), bench({ damaged: true })]
    await fillVaried(one, random, { tasks: 5 + Math.floor(random() * 150), changes: 10 })
    const [mine, theirs] = [await dumpOf(one), await lateCrash(other)]
    layOut(one.file, { file: readFileSync(one.file), wal: theirs.wal, shm: random() < 0.5 ? theirs.shm : undefined })
    const wrong = await complaints(one, [mine, theirs.states.at(-1)!])
    expect(wrong, `round ${round}`).toEqual([])
  }
})

test(
  'an old -wal of the same file brought back is told of, or a state the file once had is shown',
  longRun,
  async () => {
    const random = randomFor('stale -wal')
    for (let round = 0; round < roundsOf(0.1); round++) {
      const b = bench({ damaged: true })
      const { file, wal, states } = await lateCrash(b)
      expect(file.length).toBeGreaterThan(0)
      for (let i = 0; i < 10; i++) await b.larry('add', 'newer', `number ${i}`, 'n'.repeat(Math.floor(random() * 3000)))
      const now = await dumpOf(b)
      layOut(b.file, { file: readFileSync(b.file), wal })
      expect(await complaints(b, [...states, now]), `round ${round}`).toEqual([])
    }
  },
)
