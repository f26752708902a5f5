import { Interrupted, type Ran, type Running } from '../src/cli/runtime.ts'

/** What a program that would not end by a signal is given before SIGKILL, in milliseconds. */
const grace = 2000

/** How long what a program wrote may take to arrive when it has ended, in milliseconds. */
const lingering = 200

/** The signals that end larry, and with it the program it runs. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/**
 * Makes what runs other programs, from `cwd`. `tell` is handed what they write, unless it is wanted; `pass` what is to be
 * passed, which without it goes to larry's own stdout with nothing between. One that
 * does not read its input is no failure; one that a signal ended has the code a shell gives it. Each has a process group
 * of its own, so that whatever it started is ended with it: when its time is up, and when larry is ended.
 */
export function programRunner(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  tell: (bytes: Buffer) => void,
  pass?: (bytes: Buffer) => void,
): (program: string, args: readonly string[], how: Running) => Promise<Ran> {
  return (program, args, { input = '', env: more, limit, output }) =>
    new Promise((done, fail) => {
      const { spawn } = process.getBuiltinModule('node:child_process')
      const { signals } = process.getBuiltinModule('node:os').constants
      const isPassed = output === 'passed'
      const stdio = ['pipe', isPassed && pass === undefined ? 'inherit' : 'pipe', 'pipe'] as const
      const child = spawn(program, args, { cwd, env: { ...env, ...more }, stdio: [...stdio], detached: true })
      const wanted: Buffer[] = []
      const take = (bytes: Buffer) => {
        if (output === 'told') tell(bytes)
        else wanted.push(bytes)
      }
      child.stdout?.on('data', isPassed && pass !== undefined ? pass : take)
      child.stderr!.on('data', take)
      child.stdin!.on('error', () => {})
      child.stdin!.end(input)
      const release = keep(child.pid, limit)
      let code = 127
      child.on('error', () => child.emit('close'))
      child.on('exit', (status, signal) => {
        code = status ?? 128 + (signal === null ? 0 : signals[signal])
        // A child of its own that goes on writing is not waited for.
        setTimeout(() => {
          child.stdout?.destroy()
          child.stderr?.destroy()
        }, lingering).unref()
      })
      child.on('close', () => {
        release((ending) => {
          if (ending === undefined) done({ code, output: Buffer.concat(wanted).toString('utf8') })
          else fail(new Interrupted(128 + signals[ending]))
        })
      })
    })
}

/**
 * Keeps a process group to `limit` milliseconds, and ends it when a signal is to end larry: by SIGTERM or that signal, and
 * after the grace by SIGKILL. What is answered is called when its program has ended. It goes on to what is next, of a group
 * that was to end once nothing of it is left, and names the signal that is to end larry, if there was one.
 */
function keep(group: number | undefined, limit: number): (next: (ending: NodeJS.Signals | undefined) => void) => void {
  let ending: NodeJS.Signals | undefined
  let forcing: NodeJS.Timeout | undefined
  let isForced = false
  const end = (signal: NodeJS.Signals) => {
    send(group, signal)
    forcing ??= setTimeout(() => {
      send(group, 'SIGKILL')
      isForced = true
    }, grace)
  }
  const pass = (signal: NodeJS.Signals) => {
    ending = signal
    end(signal)
  }
  const late = setTimeout(end, limit, 'SIGTERM')
  for (const signal of endings) process.on(signal, pass)
  return function release(next) {
    clearTimeout(late)
    if (forcing !== undefined && !isForced && send(group, 0)) {
      setTimeout(release, 20, next)
      return
    }
    clearTimeout(forcing)
    for (const signal of endings) process.off(signal, pass)
    next(ending)
  }
}

/** Sends a signal to a process group; answers whether there is one. */
function send(group: number | undefined, signal: NodeJS.Signals | 0): boolean {
  try {
    return group !== undefined && process.kill(-group, signal)
  } catch {
    return false
  }
}
