import { mutants as all } from '../test/mutants/all.mjs'
import { abandon, changed, changesOf, firstFailing } from '../test/mutants/trying.mjs'

/**
 * Makes larry bad in each of the ways of test/mutants, in copies of the project, and asks whether the tests notice: a
 * test that cannot fail proves nothing. Two at a time.  npm run mutants [-- NAME...]
 */

/** Works a list off, two at a time. */
async function twoAtATime(list, work) {
  const rest = [...list]
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next)
  }
  await Promise.all([worker(), worker()])
}

/** The tests of all mutants, each file once, as runs of an unchanged copy. */
function soundRuns(mutants) {
  const runs = new Map()
  for (const { tests, only, rounds } of mutants)
    for (const test of tests) {
      const run = runs.get(`${test} ${rounds}`) ?? { changes: [], tests: [test], only: [], rounds }
      runs.set(`${test} ${rounds}`, run)
      run.only = only === undefined || run.only === undefined ? undefined : [...run.only, ...only]
    }
  return [...runs.values()]
}

process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('exit', abandon)

const wanted = process.argv.slice(2)
const mutants = all.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
if (mutants.length === 0) throw new Error(`no mutant is named so: ${all.map(({ name }) => name).join('; ')}`)
for (const one of mutants.flatMap(changesOf)) changed('.', one)
const start = performance.now()
const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`.padStart(6)

await twoAtATime(soundRuns(mutants), async (run) => {
  const { test, why, broken } = await firstFailing(run)
  if (test !== undefined || broken !== undefined) {
    console.error(`larry is sound, yet this fails: ${test ?? broken}\n${why ?? ''}`)
    process.exit(1)
  }
})
console.log(`${seconds(start)}  every test passes on larry as it is`)

let caught = 0
await twoAtATime(mutants, async (mutant) => {
  const since = performance.now()
  const { test, broken } = await firstFailing(mutant)
  if (test !== undefined) caught++
  const said = test !== undefined ? `caught by ${test}` : broken !== undefined ? `BROKEN: ${broken}` : 'SURVIVED'
  console.log(`${seconds(since)}  ${mutant.name}: ${said}`)
})
console.log(`${caught} of ${mutants.length} caught in${seconds(start)}`)
process.exitCode = caught === mutants.length ? 0 : 1
