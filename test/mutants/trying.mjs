import { spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'

/** How long the tests of one mutant may take, in milliseconds; sound they take a twentieth on a quiet machine. */
const limit = Number(process.env.LARRY_MUTANT_LIMIT ?? 300_000)

const uncopied = ['.git', 'dist', 'node_modules']
const running = new Set()
const folders = new Set()

/** A copy of the project that tests can be run in, and a place for what they make. */
function copyProject() {
  const folder = mkdtempSync(join(tmpdir(), 'larry-mutant-'))
  folders.add(folder)
  chmodSync(folder, 0o755)
  const project = join(folder, 'project')
  for (const made of [project, join(project, 'node_modules'), join(folder, 'tmp')]) mkdirSync(made)
  for (const entry of readdirSync('.'))
    if (!uncopied.includes(entry)) cpSync(entry, join(project, entry), { recursive: true })
  for (const entry of readdirSync('node_modules'))
    if (entry === '.bin' || !entry.startsWith('.'))
      symlinkSync(resolve('node_modules', entry), join(project, 'node_modules', entry))
  return { folder, project }
}

/** Runs Node in a copy; answers its exit code, null when the time was up. */
function node({ folder, project }, args, rounds) {
  const log = openSync(join(folder, 'log'), 'a')
  const env = { ...process.env, TMPDIR: join(folder, 'tmp'), LARRY_ROUNDS: String(rounds) }
  const child = spawn(process.execPath, args, { cwd: project, env, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  running.add(child.pid)
  return new Promise((done) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      kill(child.pid)
    }, limit)
    child.on('exit', (code) => {
      clearTimeout(timer)
      kill(child.pid)
      running.delete(child.pid)
      done(isLate ? null : (code ?? 1))
    })
  })
}

/** Ends a process with all it started. */
function kill(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has gone
  }
}

/** What a mutant changes: itself, where that is one place. */
export function changesOf(mutant) {
  return mutant.changes ?? [mutant]
}

/** A file of the project in `folder` as a mutant has it; one the mutant no longer fits is an error. */
export function changed(folder, { file, find, replace }) {
  const text = readFileSync(join(folder, file), 'utf8')
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`${file} holds ${times} times, not once, what a mutant replaces: ${find}`)
  return text.replace(find, () => replace)
}

/** The first test that failed in a copy, what is wrong when none did, or undefined when all passed. */
export async function firstFailing(mutant) {
  const { tests, only = [], rounds = 10 } = mutant
  const copy = copyProject()
  try {
    for (const one of changesOf(mutant)) writeFileSync(join(copy.project, one.file), changed(copy.project, one))
    const log = () => readFileSync(join(copy.folder, 'log'), 'utf8')
    if ((await node(copy, ['scripts/build.mjs'], rounds)) !== 0) return { broken: `it cannot be built\n${log()}` }
    const result = join(copy.folder, 'result.json')
    const names = only.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
    const options = ['--bail=1', '--maxWorkers=1', '--reporter=json', `--outputFile=${result}`]
    if (only.length > 0) options.push('-t', names)
    const code = await node(copy, ['node_modules/vitest/vitest.mjs', 'run', ...tests, ...options], rounds)
    if (code === null) return { test: 'hanging' }
    if (!existsSync(result)) return { broken: `no test was run\n${log()}` }
    const { testResults, numPassedTests } = JSON.parse(readFileSync(result, 'utf8'))
    for (const { name, assertionResults } of testResults)
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === 'failed')
          return { test: `${relative(copy.project, name)}: ${fullName.trim()}`, why: failureMessages.join('\n') }
    if (code !== 0) return { broken: `no test failed, yet exit code ${code}\n${log()}` }
    return numPassedTests === 0
      ? { broken: 'no test was run: what it needs is missing here, or it has another name' }
      : {}
  } finally {
    rmSync(copy.folder, { recursive: true, force: true, maxRetries: 3 })
    folders.delete(copy.folder)
  }
}

/** Ends what is running and removes the copies; to be called when the program ends before they do. */
export function abandon() {
  for (const pid of running) kill(pid)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
