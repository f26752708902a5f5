import { homedir } from 'node:os'
import { main } from '../src/cli/main.ts'
import type { Runtime } from '../src/cli/runtime.ts'
import { programRunner } from './programs.ts'
import { inputOn, messagesOn, outputOn } from './streams.ts'

const fixedClock = process.env['LARRY_NOW']

/** The home folder, or nothing where the system knows none. */
function home(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}

/** The working folder; where it is gone, the name it had, under which nothing is found. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    return process.env['PWD'] ?? '/'
  }
}

/** Signal 0 asks without sending (POSIX kill); "not permitted" means somebody else's process, which runs. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Runs a command of the user's own choice (an editor) on this terminal, through the shell, since it may have arguments. Ctrl-C is the editor's meanwhile. */
function launch(command: string, file: string): number {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const ignore = () => {}
  process.on('SIGINT', ignore)
  const { status, error } = spawnSync('/bin/sh', ['-c', `${command} "$@"`, command, file], { stdio: 'inherit' })
  process.off('SIGINT', ignore)
  if (error !== undefined) throw error
  return status ?? 1
}

const messages = messagesOn(2)

const runtime: Runtime = {
  stdin: inputOn(0),
  stdout: outputOn(1),
  stderr: messages,
  env: process.env,
  cwd: workingFolder(),
  home: home(),
  launch,
  run: programRunner(workingFolder(), process.env, (bytes) => messages.write(bytes)),
  self: [process.execPath, process.argv[1] ?? ''],
  processes: { pid: process.pid, isAlive },
  elapsed: () => Number(process.hrtime.bigint()) / 1e6,
  now: () => new Date(fixedClock === undefined || fixedClock === '' ? Date.now() : fixedClock),
}

/** Runs the command line this process was given; answers its exit code. */
export function run(): Promise<number> {
  return main(process.argv.slice(2), runtime)
}
