import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * The long run of test/faults: the built program is killed, starved, cut off from power and given damaged files, and
 * nothing may be lost. Ends with a table of what was tried.  npm run faults -- [--rounds N] [--seed S] [FILE...]
 */
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, seed: { type: 'string', default: '20261123' } },
  allowPositionals: true,
})
const folder = mkdtempSync(join(tmpdir(), 'larry-figures-'))
const figures = join(folder, 'figures.ndjson')
const files = positionals.length > 0 ? positionals : ['test/faults']
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
  stdio: 'inherit',
  env: { ...process.env, LARRY_ROUNDS: values.rounds, LARRY_SEED: values.seed, LARRY_FIGURES: figures },
})
const totals = new Map()
for (const line of existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : []) {
  const { figure, count } = JSON.parse(line)
  totals.set(figure, (totals.get(figure) ?? 0) + count)
}
for (const [figure, count] of [...totals].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${count.toLocaleString('en').padStart(10)}  ${figure}`)
const again = `npm run faults -- --rounds ${values.rounds} --seed ${values.seed}`
console.log(status === 0 ? `nothing lost; repeat with: ${again}` : `FAILED; repeat with: ${again}`)
rmSync(folder, { recursive: true })
process.exitCode = status ?? 1
