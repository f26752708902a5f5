import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * What a command costs as a whole process, as a ratio to `node -e 0` in the same round-robin run: medians of wall
 * time, so that a machine that drifts slows both alike. NODE_EXTRA_CA_CERTS is unset: with it Node parses a bundle
 * at every start, which flatters the ratio.  node bench/start.mjs [rounds]
 */
const rounds = Number(process.argv[2] ?? 31)
const folder = mkdtempSync(join(tmpdir(), 'larry-bench-'))
const program = resolve('dist/larry.cjs')
const { NODE_EXTRA_CA_CERTS: _, ...outside } = process.env
const env = { ...outside, HOME: folder, LARRY_DB: join(folder, 'bench.db') }

function time(args, input) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, {
    env,
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  })
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return ms
}

const larry = (...args) => [program, ...args]
time(larry('add', '-', '--literal'), readFileSync('test/fixtures/titles.txt'))
const pristine = join(folder, 'pristine.db')
copyFileSync(env.LARRY_DB, pristine)

const cases = {
  'node -e 0': ['-e', '0'],
  '--version': larry('--version'),
  'task --help': larry('task', '--help'),
  add: larry('task', 'add', 'Pay rent tomorrow +home p:high'),
  done: larry('task', 'done', '5', '--format', 'table'),
  'list 50 of 10,000, json': larry('task', 'list', '-l', '50', '--json'),
  'list 50 of 10,000, table': larry('task', 'list', '-l', '50', '--format', 'table'),
}
const taken = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))
for (let round = 0; round < rounds; round++)
  for (const [name, args] of Object.entries(cases)) taken[name].push(time(args))

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const base = median(taken['node -e 0'])
console.log(`medians of ${rounds} rounds, Node ${process.version}`)
for (const [name, values] of Object.entries(taken))
  console.log(`${name.padEnd(28)} ${median(values).toFixed(1).padStart(7)} ms  ${(median(values) / base).toFixed(2)} x`)
rmSync(folder, { recursive: true })
