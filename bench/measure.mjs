import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bash times what it runs: wall time by its own clock, in microseconds, and CPU (user and system) by the kernel's account, in milliseconds. */
const stopwatch = `TIMEFORMAT='%3U %3S'; start=$EPOCHREALTIME
{ time "$@" > "$OUT" 2> "$ERR"; } 2> "$CPU"; code=$?
echo "$start $EPOCHREALTIME" >> "$CPU"; exit $code`

/** What a run reports of its own memory when it ends; only for Node programs. */
const memoryReporter = `process.on('exit', () => require('node:fs').appendFileSync(process.env.MEMORY, String(process.resourceUsage().maxRSS)))`

/** Runs commands in a folder and tells what each cost. */
export function stopwatchIn(folder, environment) {
  const at = (name) => join(folder, name)
  const [OUT, ERR, CPU] = ['out', 'err', 'cpu'].map(at)
  const run = (command, { input, env = {} } = {}) => {
    const stdin = openSync(input ?? '/dev/null', 'r')
    const { status } = spawnSync('bash', ['-c', stopwatch, 'bash', ...command], {
      env: { ...environment, ...env, OUT, ERR, CPU },
      stdio: [stdin, 'inherit', 'inherit'],
    })
    closeSync(stdin)
    if (status !== 0)
      throw new Error(`${command.join(' ')} ended with ${status}: ${readFileSync(ERR, 'utf8').slice(0, 500)}`)
    const [cpu, wall] = readFileSync(CPU, 'utf8').trim().split('\n')
    const [user, system] = cpu.split(' ').map(Number)
    const [start, end] = wall.split(' ').map(Number)
    return { wall: (end - start) * 1000, cpu: (user + system) * 1000 }
  }
  /** Peak resident memory of a Node program in MiB. */
  const memoryOf = ([node, ...args], options = {}) => {
    const MEMORY = at(`memory-${performance.now()}`)
    run([node, '--require', at('memory.cjs'), ...args], { ...options, env: { ...options.env, MEMORY } })
    return Number(readFileSync(MEMORY, 'utf8')) / 1024
  }
  return { run, memoryOf, memoryReporter }
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
