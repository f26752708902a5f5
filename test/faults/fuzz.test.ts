import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { besidesSlowness } from '../shell/kit.ts'
import { longRun, rounds, roundsOf, tally } from './figures.ts'
import { furnishedPlace } from './furnished.ts'
import { complaintAbout, complaintIn } from './judge.ts'
import { type Line, lineAt } from './lines.ts'
import { type Place, plainLine, type Ran } from './place.ts'
import { shrink } from './shrink.ts'
import { canBeSpawned, runBuilt } from './spawned.ts'
import { watch } from './watch.ts'

/** As many lines run on one file before it is made anew. */
const batch = 40

/** One line in so many is undone and redone when it changed something. */
const undoOneIn = 4

let place: Place

beforeAll(async () => {
  place = await furnishedPlace(inject('template'))
})

afterAll(() => {
  place.remove()
})

const undoes = (index: number) => index % undoOneIn === 0

/** Runs the lines before it anew and then the line: the complaint is there again or was an accident of timing. */
async function again(line: Line, index: number, from: number): Promise<string | undefined> {
  place.renew()
  for (let before = from; before < index; before++) await complaintIn(place, lineAt(before), undoes(before))
  return complaintIn(place, line, undoes(index))
}

async function report(index: number): Promise<string | undefined> {
  const line = lineAt(index)
  const alone = (await again(line, index, index)) !== undefined
  const from = alone ? index : index - (index % batch)
  const complaint = await again(line, index, from)
  if (complaint === undefined) return undefined
  const small = await shrink(line, async (smaller) => (await again(smaller, index, from)) !== undefined)
  return [
    `line ${index}${alone ? '' : `, after those from ${from} on`}: ${complaint}`,
    `as made: ${JSON.stringify(line)}`,
    `smallest: ${JSON.stringify(small)}: ${await again(small, index, from)}`,
  ].join('\n')
}

test(
  'no line, however odd, ends in anything but an answer or a refusal that changes nothing, and undo undoes',
  longRun,
  async () => {
    const reports: string[] = []
    const watcher = watch()
    const total = rounds * 200
    let index = 0
    for (; index < total && reports.length < 5; index++) {
      if (index % batch === 0) place.renew()
      watcher.at(index)
      const complaint = await complaintIn(place, lineAt(index), undoes(index))
      watcher.at(-1)
      if (complaint !== undefined) {
        const told = await report(index)
        if (told !== undefined) reports.push(told)
        place.renew()
      }
      if (index % batch === batch - 1) {
        const { code, stdout } = await place.run(plainLine('db', 'check', '--format', 'tsv'))
        if (code !== 0) reports.push(`after line ${index} the file is not well: ${stdout}`)
      }
    }
    await watcher.end()
    tally('command lines made up, in process', index)
    expect(reports.join('\n\n')).toBe('')
  },
)

test('the built program answers a line in a process of its own as it does in this one', longRun, async () => {
  const total = roundsOf(1 / 2)
  for (let index = 1_000_000, tried = 0; tried < total; index++) {
    const { answers: _, columns: __, ...line } = lineAt(index)
    if (!canBeSpawned(line)) continue
    place.renew()
    const here = await place.run(line)
    place.renew()
    const built = await runBuilt(place, line)
    const told = `line ${index}: ${JSON.stringify(line)}\n${JSON.stringify(built)}`
    expect(complaintAbout(line, built), `at ${told}`).toBeUndefined()
    const timed = line.argv.some((word) => /^--(debug|profile)/.test(word)) || 'LARRY_PROFILE' in line.env
    const verdict = (ran: Ran) => ({ code: ran.code, stderr: timed ? '' : besidesSlowness(ran.stderr) })
    expect(verdict(built), `at ${told}`).toEqual(verdict(here))
    tried++
  }
  tally('command lines made up, in a process of their own', total)
})
