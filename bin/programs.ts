import type { Ran, Running } from '../src/cli/runtime.ts'

/** What a program that would not end by SIGTERM is given before SIGKILL, in milliseconds. */
const grace = 2000

/** How long what a program wrote may take to arrive when it has ended, in milliseconds. */
const lingering = 200

/**
 * Makes what runs other programs, from `cwd`. `tell` is handed what they write, unless it is wanted or dropped. One that
 * does not read its input is no failure; one that a signal ended has the code a shell gives it.
 */
export function programRunner(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  tell: (bytes: Buffer) => void,
): (program: string, args: readonly string[], how: Running) => Promise<Ran> {
  return (program, args, { input = '', env: more, limit, output }) =>
    new Promise((done) => {
      const { spawn } = process.getBuiltinModule('node:child_process')
      const { signals } = process.getBuiltinModule('node:os').constants
      const child = spawn(program, args, { cwd, env: { ...env, ...more }, stdio: 'pipe' })
      const wanted: Buffer[] = []
      const take = (bytes: Buffer) => {
        if (output === 'told') tell(bytes)
        else if (output === 'wanted') wanted.push(bytes)
      }
      child.stdout.on('data', take)
      child.stderr.on('data', take)
      child.stdin.on('error', () => {})
      child.stdin.end(input)
      let forced: NodeJS.Timeout | undefined
      const late = setTimeout(() => {
        child.kill('SIGTERM')
        forced = setTimeout(() => child.kill('SIGKILL'), grace)
      }, limit)
      let code = 127
      child.on('error', () => child.emit('close'))
      child.on('exit', (status, signal) => {
        code = status ?? 128 + (signal === null ? 0 : signals[signal])
        // A child of its own that goes on writing is not waited for.
        setTimeout(() => {
          child.stdout.destroy()
          child.stderr.destroy()
        }, lingering).unref()
      })
      child.on('close', () => {
        clearTimeout(late)
        clearTimeout(forced)
        done({ code, output: Buffer.concat(wanted).toString('utf8') })
      })
    })
}
