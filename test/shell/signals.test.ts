import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Shell, shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import {
  everything,
  expectHealthy,
  json,
  longRun,
  moments,
  numbered,
  program,
  rounds,
  shellWith,
  succeed,
  titlesOf,
} from './kit.ts'

/** Starts a command line and sends it a signal after so many seconds; the exit code is the line's own. */
function interrupt(sh: Shell, signal: string, seconds: number, line: string, env: Record<string, string> = {}) {
  return sh.bash(
    `${program} ${line} > out 2> err & pid=$!; sleep ${seconds.toFixed(3)}; kill -${signal} $pid 2> /dev/null; wait $pid 2> /dev/null`,
    env,
  )
}

for (const [signal, code] of [
  ['INT', 130],
  ['TERM', 143],
] as const)
  test(`SIG${signal} in the middle of a large add leaves nothing and ends with ${code}`, async () => {
    const sh = await shellWith(['before'])
    await succeed(sh, 'seq 1 100000 > many')
    const before = await everything(sh)
    for (const seconds of [0.1, 0.6, 1.3]) {
      const started = Date.now()
      expect(await interrupt(sh, signal, seconds, 'add - --literal -q < many'), `${seconds} s`).toMatchObject({ code })
      expect(Date.now() - started).toBeLessThan(seconds * 1000 + 1500)
    }
    expect(await everything(sh)).toBe(before)
    await expectHealthy(sh)
  })

test('killed between adds, every acknowledged add is there and none is there twice', longRun, async () => {
  const sh = await shellWith()
  const next = moments()
  for (let round = 1; round <= rounds; round++) {
    const loop = `n=0; while :; do n=$((n+1)); ${program} add "$1 $n" -q > /dev/null && echo "$1 $n" >> acks; done`
    await sh.bash(
      `for who in a b; do setsid bash -c '${loop.replaceAll("'", `'\\''`)}' "" "${round}$who" & echo $! >> groups; done
       sleep ${(0.4 + next() * 0.6).toFixed(3)}; for group in $(< groups); do kill -KILL -- -$group; done; rm groups; wait`,
    )
  }
  const acked = (await succeed(sh, 'cat acks')).trimEnd().split('\n')
  const kept = await titlesOf(sh)
  expect(new Set(kept).size).toBe(kept.length)
  expect(acked.filter((title) => !kept.includes(title))).toEqual([])
  expect(kept.length - acked.length).toBeLessThanOrEqual(2 * rounds)
  await expectHealthy(sh)
})

test('killed in its first run, larry leaves a file the next run can use', longRun, async () => {
  const next = moments()
  for (let round = 0; round < rounds; round++) {
    const sh = shell()
    await interrupt(sh, 'KILL', 0.06 + next() * 0.15, 'add first -q')
    await succeed(sh, 'larry add second -q')
    await expectHealthy(sh)
    expect((await titlesOf(sh)).filter((title) => title !== 'first')).toEqual(['second', 'afterwards'])
  }
})

/** Kills a command at random moments; answers the outcomes that must not be: a part of it done, or done less than exit 0 says. */
async function killing(
  sh: Shell,
  line: string,
  { from, to, again }: { from: number; to: number; again: string },
  done: () => Promise<'all' | 'none' | 'part'>,
): Promise<string[]> {
  const next = moments()
  const wrong: string[] = []
  for (let round = 0; round < rounds; round++) {
    const seconds = from + next() * (to - from)
    const { code } = await interrupt(sh, 'KILL', seconds, line)
    const came = await done()
    if (came === 'part' || (code === 0 && came !== 'all')) wrong.push(`${seconds} s: exit ${code}, ${came}`)
    if (came === 'all') await succeed(sh, again)
  }
  return wrong
}

const share = (some: number, all: number) => (some === 0 ? 'none' : some === all ? 'all' : 'part')

test('a bulk add killed at any moment is all or nothing', longRun, async () => {
  const sh = await shellWith(['before'])
  await succeed(sh, 'seq 1 10000 > many')
  const done = async () => share((await titlesOf(sh)).length - 1, 10_000)
  expect(await killing(sh, 'add - --literal -q < many', { from: 0.1, to: 0.9, again: 'larry undo' }, done)).toEqual([])
  await expectHealthy(sh)
})

test('a bulk done killed at any moment is all or nothing', longRun, async () => {
  const sh = await shellWith(numbered(5000))
  const done = async () => share(Number(await succeed(sh, 'larry list status:done --count')), 5000)
  expect(await killing(sh, 'done --where task --yes -q', { from: 0.1, to: 0.7, again: 'larry undo' }, done)).toEqual([])
  await expectHealthy(sh)
})

test('an undo killed at any moment is all or nothing, and can be said again', longRun, async () => {
  const sh = await shellWith(numbered(5000))
  const done = async () => share(5000 - (await titlesOf(sh)).length, 5000)
  expect(await killing(sh, 'undo -q', { from: 0.1, to: 0.5, again: 'larry redo' }, done)).toEqual([])
  await succeed(sh, 'larry undo')
  expect(await titlesOf(sh)).toEqual([])
  await expectHealthy(sh)
})

test('a restore killed at any moment leaves the old tasks or the restored ones', longRun, async () => {
  const sh = await shellWith(numbered(4000))
  await succeed(sh, 'larry db backup many.db; larry undo; larry add new -q; larry db backup new.db')
  const done = async () => {
    const kept = await titlesOf(sh)
    return kept.length === 1 && kept[0] === 'new' ? 'none' : kept.length === 4000 ? 'all' : 'part'
  }
  const again = 'larry db restore new.db --yes'
  expect(await killing(sh, 'db restore many.db --yes', { from: 0.15, to: 0.7, again }, done)).toEqual([])
  await expectHealthy(sh)
})

test('a backup killed at any moment leaves only sound backups, and the next one sweeps', longRun, async () => {
  const sh = await shellWith(numbered(4000))
  const next = moments()
  await succeed(sh, 'larry db backup')
  const folder = join(sh.folder, '.local/state/larry/backups')
  for (let round = 0; round < rounds; round++) {
    await interrupt(sh, 'KILL', 0.08 + next() * 0.3, 'db backup')
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.db')))
      await succeed(
        sh,
        `larry --db ${join(folder, name)} db check; larry --db ${join(folder, name)} list --count | grep -qx 4000`,
      )
  }
  await succeed(sh, 'larry db backup')
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  await expectHealthy(sh)
})

test.skipIf(lacks('strace'))(
  'what a killed restore left in the temporary folder goes with the next one',
  longRun,
  async () => {
    const sh = await shellWith(numbered(4000))
    await succeed(sh, 'mkdir temporary; larry db backup good.db')
    const env = { TMPDIR: join(sh.folder, 'temporary') }
    const kill = 'strace -f -o trace -e trace=fsync,fdatasync -e inject=fsync,fdatasync:signal=KILL:when=1'
    expect(await sh.bash(`${kill} ${program} db restore good.db --yes`, env)).toMatchObject({ code: 137 })
    await succeed(sh, 'larry db restore good.db --yes', env)
    expect(readdirSync(env.TMPDIR).filter((name) => name.startsWith('larry'))).toEqual([])
  },
)

test('a migration killed at any moment leaves the old schema or the new one, and runs again', longRun, async () => {
  const sh = await shellWith(numbered(300))
  const next = moments()
  for (let round = 0; round < rounds; round++) {
    await succeed(sh, 'larry db migrate --to 1 --yes -q')
    await interrupt(sh, 'KILL', 0.08 + next() * 0.2, 'db migrate')
    const { schema_version } = await json<{ schema_version: number }>(sh, 'db status')
    expect([1, 2]).toContain(schema_version)
    await succeed(sh, 'larry db migrate')
    expect(await titlesOf(sh)).toHaveLength(300)
  }
  await expectHealthy(sh)
})
