import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { larryCases, peerSizes, sizes, taskwarriorCases } from './cases.mjs'
import { makeDatabase, makeTaskwarrior } from './files.mjs'
import { median, stopwatchIn } from './measure.mjs'

/**
 * What larry costs as a whole process: medians of wall time and CPU as ratios to bare `node -e 0` of the same
 * round-robin run, so that a machine that drifts slows all alike, and peak memory. NODE_EXTRA_CA_CERTS is unset: with it
 * Node parses a bundle at every start, which flatters the ratio. Taskwarrior does the same work beside it where `task`
 * is installed.  npm run bench -- [--rounds 15] [--only TEXT]
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, only: { type: 'string', default: '' } },
})
const rounds = Number(values.rounds)
/** Rounds of what takes seconds. */
const fewer = Math.min(rounds, 5)

const folder = mkdtempSync(join(tmpdir(), 'larry-bench-'))
const program = resolve('dist/larry.cjs')
const { NODE_EXTRA_CA_CERTS: _, LARRY_DB: __, ...outside } = process.env
const { run, memoryOf, memoryReporter } = stopwatchIn(folder, { ...outside, HOME: folder })
writeFileSync(join(folder, 'memory.cjs'), memoryReporter)

const hasTaskwarrior = spawnSync('task', ['--version'], { env: { ...outside, HOME: folder } }).status === 0
const base = { name: 'node -e 0', command: () => [process.execPath, '-e', '0'] }
const cases = [
  base,
  ...larryCases({ folder, program }),
  ...(hasTaskwarrior ? taskwarriorCases({ folder }) : []),
].filter((one) => one === base || one.name.includes(values.only))

function prepare() {
  for (const count of sizes) makeDatabase(join(folder, `${count}.db`), program, count)
  makeDatabase(join(folder, 'open-10000.db'), program, 10_000, 10_000)
  spawnSync(process.execPath, [program, 'list', '--db', join(folder, 'empty.db')])
  const lines = (count) => Array.from({ length: count }, (_one, n) => `Write to customer number ${n + 1}`)
  for (const count of [10_000, 100_000]) writeFileSync(join(folder, `lines-${count}`), `${lines(count).join('\n')}\n`)
  if (!hasTaskwarrior) return
  writeFileSync(join(folder, 'taskrc'), 'confirmation=off\nbulk=0\nrecurrence.confirmation=no\nverbose=nothing\n')
  for (const count of peerSizes) makeTaskwarrior(join(folder, `tw-${count}`), count)
  makeTaskwarrior(join(folder, 'tw-open-10000'), 10_000, 10_000)
  writeFileSync(
    join(folder, 'import-10000.json'),
    JSON.stringify(lines(10_000).map((description) => ({ description }))),
  )
}

function measure() {
  const costs = new Map(cases.map((one) => [one, []]))
  // The first round, which writes code caches and fills the disk cache, does not count.
  for (let round = 0; round <= rounds; round++)
    for (const one of cases) {
      if (one.heavy && round > fewer) continue
      one.prepare?.()
      const cost = run(one.command(), one)
      if (round > 0) costs.get(one).push(cost)
    }
  return costs
}

/** The second run: asked for its memory, Node runs under other flags, for which the first keeps its compiled code. */
function peakOf(one) {
  const peaks = [1, 2].map(() => {
    one.prepare?.()
    return memoryOf(one.command(), one)
  })
  return peaks[1]
}

function report(costs) {
  const [zero] = costs.values()
  const of = (taken, what) => median(taken.map((cost) => cost[what]))
  console.log(
    `medians of ${rounds} rounds (${fewer} of what takes seconds), Node ${process.version}; x = times ${base.name}\n`,
  )
  console.log(
    `${'wall'.padStart(42)} ${'x'.padStart(8)} ${'cpu x'.padStart(8)} ${'goal'.padStart(6)} ${'peak MiB'.padStart(9)}`,
  )
  for (const [one, taken] of costs) {
    const wall = of(taken, 'wall')
    const ratio = (what) => (of(taken, what) / of(zero, what)).toFixed(2).padStart(8)
    const memory = one.node === false ? '' : peakOf(one).toFixed(0)
    console.log(
      `${one.name.padEnd(32)} ${wall.toFixed(1).padStart(6)} ms ${ratio('wall')} ${ratio('cpu')} ${`${one.goal ?? ''}`.padStart(6)} ${memory.padStart(9)}`,
    )
  }
  if (!hasTaskwarrior) console.log('\nTaskwarrior is not installed: nothing to compare with')
}

try {
  prepare()
  report(measure())
} finally {
  rmSync(folder, { recursive: true })
}
