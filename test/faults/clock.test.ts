import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectHealthy, json, numbered, program, shellWith, succeed } from '../shell/kit.ts'
import { type Bench, bench } from '../support/larry.ts'
import { lacks } from '../support/tools.ts'
import { longRun, randomFor, roundsOf, tally } from './figures.ts'
import { misbehaved } from './told.ts'
import { pick } from './varied.ts'

/** Instants that are odd in themselves: the first, the last second of 32 bits, and the ends of the years larry writes. */
const edges = ['1970-01-01T00:00:00.000Z', '2038-01-19T03:14:08.000Z', '9999-12-31T23:59:59.999Z']

/** Any instant from 1970 to 9999, now and then an edge: a clock that is wrong in every way. */
function anyInstant(random: () => number): string {
  const end = Date.parse('9999-12-31T23:59:59.999Z')
  return random() < 0.2 ? pick(random, edges) : new Date(Math.floor(random() ** 4 * end)).toISOString()
}

const lines = [
  ['add', 'new'],
  ['edit', '1', 'p:high'],
  ['edit', '1', 'p:low'],
  ['edit', '2', '+x'],
  ['done', '3'],
  ['task', 'reopen', '3'],
]

const titles = ({ json: ask }: Bench) => ask('list', '--all', '--sort', 'id')

test('undo, redo and history go by what came after what, whatever the clock says', longRun, async () => {
  const random = randomFor('clock: undo')
  for (let round = 0; round < roundsOf(0.2); round++) {
    const b = bench()
    for (const title of ['one', 'two', 'three']) await b.larry('add', title)
    const states = [await titles(b)]
    for (let i = 0; i < 8; i++) {
      const { code } = await b.with({ now: anyInstant(random) })(...pick(random, lines))
      if (code === 0) states.push(await titles(b))
    }
    const changed = states.filter((state, at) => at === 0 || JSON.stringify(state) !== JSON.stringify(states[at - 1]))
    for (const state of changed.slice(0, -1).toReversed()) {
      expect(await b.with({ now: anyInstant(random) })('undo'), `round ${round}`).toMatchObject({ code: 0 })
      expect(await titles(b), `round ${round}`).toEqual(state)
    }
    for (const state of changed.slice(1)) {
      expect(await b.with({ now: anyInstant(random) })('redo'), `round ${round}`).toMatchObject({ code: 0 })
      expect(await titles(b), `round ${round}`).toEqual(state)
    }
    const ids = (await b.json<{ id: number }[]>('history', 'list')).map(({ id }) => id)
    expect(ids, `round ${round}`).toEqual(ids.toSorted((x, y) => y - x))
    expect((await b.larry('db', 'check')).code, `round ${round}`).toBe(0)
    tally('clock set anywhere: undone and redone')
  }
})

test('rotation keeps the backup just made and as many as asked for, whatever the clock says', longRun, async () => {
  const random = randomFor('clock: rotation')
  for (let round = 0; round < roundsOf(0.2); round++) {
    const b = bench()
    const keep = 1 + Math.floor(random() * 3)
    for (let made = 1; made <= 6; made++) {
      await b.larry('add', `number ${made}`)
      const ran = await b.with({ now: anyInstant(random) })('db', 'backup', '--keep', String(keep), '--json')
      expect(misbehaved(ran), `round ${round}`).toBeUndefined()
      const [{ file }] = JSON.parse(ran.stdout) as [{ file: string }]
      const kept = await b.json<{ file: string; sound: boolean }[]>('db', 'backup', '--list')
      expect(kept, `round ${round}`).toHaveLength(Math.min(made, keep))
      expect(kept, `round ${round}`).toContainEqual(expect.objectContaining({ file, sound: true }))
    }
    expect(readdirSync(join(b.folder, '.local/state/larry/backups'))).toHaveLength(2 * keep)
    tally('clock set anywhere: rotated')
  }
})

test.skipIf(lacks('faketime'))(
  'schemas go up and down under a clock that jumps, and nothing is lost',
  longRun,
  async () => {
    const random = randomFor('clock: migrations')
    const sh = await shellWith(numbered(30))
    const before = await json(sh, 'list --all --sort id')
    for (let round = 0; round < roundsOf(0.1); round++) {
      const at = `${1980 + Math.floor(random() * 300)}-0${1 + Math.floor(random() * 9)}-15 12:00:00`
      const to = pick(random, ['--to 1 --yes', '--down --yes', '', '--to 0002_history'])
      const version = (await json<{ schema_version: number }>(sh, 'db status')).schema_version
      const line = version === 1 && to === '--down --yes' ? '' : to
      await succeed(sh, `faketime '${at}' ${program} db migrate ${line} -q > /dev/null`)
      await succeed(sh, 'larry db check > /dev/null')
      tally('clock set anywhere: migrated')
    }
    expect(await json(sh, 'list --all --sort id')).toEqual(before)
    await expectHealthy(sh)
  },
)

test.each(['1969-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '+010000-01-01T00:00:00Z'])(
  'the clock at %s is told of, or what is stored under it is well formed',
  async (now) => {
    const b = bench()
    for (const argv of [['add', 'x'], ['list'], ['db', 'backup'], ['undo'], ['db', 'check']])
      expect({ argv, wrong: misbehaved(await b.with({ now })(...argv)) }).toEqual({ argv, wrong: undefined })
    await b.larry('redo')
    for (const { uid } of await b.tasks()) expect(uid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  },
)
