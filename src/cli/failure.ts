import { faultOf } from '../db/faults.ts'
import { Failure, type Kind } from '../domain/errors.ts'
import { isJson } from '../output/formats.ts'
import { safe, safeJson } from '../output/safe.ts'
import { OutputFailed, type Runtime } from './runtime.ts'
import { isSet } from './settings.ts'

const exitCodes: Record<Kind, number> = { failed: 1, usage: 2, 'not-found': 3, conflict: 4, unavailable: 5 }

/** How an error is told: as JSON to programs, with its stack to who asks for it. Read from the bare line, which may be what is wrong. */
export interface Telling {
  readonly json: boolean
  readonly debug: boolean
}

export function toldHow(argv: readonly string[], env: Runtime['env']): Telling {
  const end = argv.indexOf('--')
  const line = argv.slice(0, end < 0 ? undefined : end)
  const at = line.indexOf('--format')
  const named = at < 0 ? line.find((word) => word.startsWith('--format='))?.slice(9) : line[at + 1]
  const format = named ?? (line.some((word) => /^--template(=|$)/.test(word)) ? 'template' : env['LARRY_FORMAT'])
  return {
    json: line.includes('--json') || isJson(format),
    debug: line.includes('--debug') || isSet(env['LARRY_DEBUG']),
  }
}

/** The one place an error becomes words and an exit code (spec part 6). */
export function explain(error: unknown, { json, debug }: Telling): { code: number; text: string } {
  const { kind, message, hint = null, line = null } = toFailure(error)
  const code = exitCodes[kind]
  const stack = debug && error instanceof Error ? `${stackOf(error).split('\n').map(safe).join('\n')}\n` : ''
  if (json) return { code, text: `${safeJson(JSON.stringify({ error: { kind, message, hint, line } }))}\n${stack}` }
  const said = hint === null ? '' : `  hint: ${safe(hint)}\n`
  return { code, text: `larry: ${safe(message)}\n${said}${stack}` }
}

function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof OutputFailed) return new Failure('failed', error.message, undefined, { cause: error })
  return faultOf(error, 'the file') ?? fromCommander(error) ?? unforeseen(error)
}

/** Commander's own complaints (an unknown flag, a value outside its choices) in larry's form. */
function fromCommander(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !(error as { code?: string }).code?.startsWith('commander.')) return undefined
  const [message = '', ...more] = error.message.replace(/^error: /, '').split('\n')
  const meant = /Did you mean (.*)\?/.exec(more.join(' '))?.[1]
  return new Failure(
    'usage',
    message.replaceAll("'", '"').replace(/\.$/, ''),
    meant === undefined ? undefined : `did you mean ${meant}?`,
    { cause: error },
  )
}

function unforeseen(error: unknown): Failure {
  const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  return new Failure(
    'failed',
    `something unforeseen happened: ${message}`,
    'run it again with --debug and report what it prints',
  )
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}
