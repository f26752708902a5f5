import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { type Crashed, dumpOf, lateCrash, layOut } from './crashed.ts'
import { damages } from './damages.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { misbehaved } from './told.ts'

let kept: Crashed | undefined

/** A crash of a file with fifty tasks, its last thirty commits in the -wal; made once. */
async function crashed(): Promise<Crashed> {
  return (kept ??= await lateCrash(bench()))
}

type Files = Parameters<typeof layOut>[1]
type Random = () => number

/** Spoils one of the files a crash leaves; answers them and what was done. */
type Spoil = (files: Crashed, random: Random) => { readonly files: Files; readonly at: string }

function spoiled(which: 'wal' | 'shm', kind: string): Spoil {
  return (files, random) => {
    const { bytes, at } = damages[kind]!(files[which], random)
    return { files: { ...files, [which]: bytes }, at: `-${which}, ${kind} at ${at}` }
  }
}

function without(...which: readonly ('wal' | 'shm')[]): Spoil {
  return (files) => ({
    files: { ...files, ...Object.fromEntries(which.map((one) => [one, undefined])) },
    at: `without ${which.join(' and ')}`,
  })
}

const random = (size: number, next: Random) => Buffer.from(Array.from({ length: size }, () => Math.floor(next() * 256)))

/** What befalls the -wal may cost the newest commits, which nobody can know of, and never more. */
const ofTheLog: Readonly<Record<string, Spoil>> = {
  'cut short': spoiled('wal', 'cut short'),
  'with a bit flipped': spoiled('wal', 'one bit flipped'),
  'with garbage in it': spoiled('wal', 'garbage written'),
  'with a sector zeroed': spoiled('wal', 'a sector zeroed'),
  missing: without('wal'),
  'missing with its -shm': without('wal', 'shm'),
  'all garbage': (files, next) => ({ files: { ...files, wal: random(files.wal.length, next) }, at: 'all garbage' }),
  empty: (files) => ({ files: { ...files, wal: Buffer.alloc(0) }, at: 'empty' }),
}

/** What befalls the -shm costs nothing: SQLite makes it anew. */
const ofTheIndex: Readonly<Record<string, Spoil>> = {
  missing: without('shm'),
  'cut short': spoiled('shm', 'cut short'),
  'with a bit flipped': spoiled('shm', 'one bit flipped'),
  'with garbage in it': spoiled('shm', 'garbage written'),
  'all garbage': (files, next) => ({ files: { ...files, shm: random(files.shm.length, next) }, at: 'all garbage' }),
  empty: (files) => ({ files: { ...files, shm: Buffer.alloc(0) }, at: 'empty' }),
}

/** Lays spoiled files out often; answers each time larry showed anything but one of `allowed`, misbehaved, or could not go on. */
async function complaints(
  scenario: string,
  spoil: Spoil,
  allowed: (files: Crashed) => readonly string[],
): Promise<string[]> {
  const files = await crashed()
  const next = randomFor(scenario)
  const b = bench()
  const wrong: string[] = []
  for (let round = 0; round < roundsOf(0.15); round++) {
    const { files: laid, at } = spoil(files, next)
    const complain = (what: string) => wrong.push(`round ${round}, ${at}: ${what}`)
    layOut(b.file, laid)
    const dump = await dumpOf(b)
    if (!allowed(files).includes(dump)) complain(`list shows ${dump.slice(0, 200)}`)
    if (!readFileSync(b.file).equals(files.file)) complain('list changed the file')
    for (const argv of [['db', 'check'], ['add', 'afterwards'], ['undo'], ['db', 'check']]) {
      const ran = await b.larry(...argv)
      if (ran.code !== 0) complain(`larry ${argv.join(' ')} answered ${ran.code}: ${misbehaved(ran) ?? ran.stderr}`)
    }
    if ((await dumpOf(b)) !== dump) complain('add and undo did not give back what was shown')
    tally('-wal or -shm missing or damaged')
  }
  return wrong
}

test.each(Object.keys(ofTheLog))(
  'a -wal %s costs at most the newest commits, and the file goes on',
  longRun,
  async (kind) => {
    expect(await complaints(`-wal ${kind}`, ofTheLog[kind]!, ({ states }) => states)).toEqual([])
  },
)

test.each(Object.keys(ofTheIndex))('a -shm %s costs nothing', longRun, async (kind) => {
  expect(await complaints(`-shm ${kind}`, ofTheIndex[kind]!, ({ states }) => states.slice(-1))).toEqual([])
})
