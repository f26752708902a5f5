import type { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { either } from '../domain/either.ts'
import { Failure } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import { arrange, findWords, refuseUnknown } from './argv.ts'
import { explain, toldHow } from './failure.ts'
import { groups, rootWords, taskVerbs } from './manifest.ts'
import { Interrupted, ReaderLeft, type Runtime } from './runtime.ts'

/** Runs one command line (without node and script) and answers its exit code. Never throws, never exits. */
export async function main(argv: readonly string[], runtime: Runtime): Promise<number> {
  try {
    return await dispatch(argv, runtime)
  } catch (error) {
    if (error instanceof ReaderLeft) return 0
    if (error instanceof Interrupted) return error.exitCode
    const { code, text } = explain(error, toldHow(argv, runtime.env))
    runtime.stderr.write(text)
    return code
  }
}

async function dispatch(argv: readonly string[], runtime: Runtime): Promise<number> {
  if (argv[0] === '__complete') {
    const { completeLine } = await import('./completion/protocol.ts')
    return completeLine(argv.slice(1), runtime)
  }
  refuseUnreadable(argv)
  if (argv[0] === '--version' || argv[0] === '-V') return version(runtime)
  const [{ buildProgram, findVerb, incomplete, loadGroup }, { runner }] = await Promise.all([
    import('./program.ts'),
    import('./run.ts'),
  ])
  const program = buildProgram(runtime)
  const help = (text: string) => {
    runtime.stdout.write(text)
    return 0
  }
  const places = findWords(argv, program.options, 3)
  const [first, ...more] = places.map((at) => argv[at]!)
  if (first === 'help') {
    const topic = more[0] === undefined ? undefined : await topicNamed(more[0], runtime)
    if (topic !== undefined) return help(topic)
    return dispatch([...argv.filter((_, at) => at !== places[0]), '--help'], runtime)
  }
  if (first === undefined) {
    if (argv.includes('--version') || argv.includes('-V')) return version(runtime)
    refuseUnknown(argv, program.options)
    return help(program.helpInformation())
  }
  const short = Object.hasOwn(rootWords, first) ? rootWords[first] : undefined
  const path = short?.path ?? [requireNoun(first, more[0]), more[0]]
  const taken = places.slice(0, short === undefined ? 2 : 1)
  const rest = argv.filter((_, at) => !taken.includes(at))
  let exitCode = 0
  const line = { typed: argv, literal: [] as string[] }
  const run = runner(runtime, line, (code) => {
    exitCode = code
  })
  const group = await loadGroup(program, path[0], { verb: path[1] }, run)
  if (path[1] === undefined) {
    refuseUnknown(rest, program.options)
    return help(group.helpInformation())
  }
  const verb = findVerb(group, path[1])
  if (verb === undefined) throw unknownVerb(path[0], path[1], group)
  const arranged = arrange(rest, verb, program.options)
  if (arranged.help) return help(verb.helpInformation())
  line.literal.push(...arranged.literal)
  try {
    await program.parseAsync([group.name(), verb.name(), ...arranged.argv], { from: 'user' })
  } catch (error) {
    throw incomplete(error, verb) ?? error
  }
  return exitCode
}

/** The text of a topic of `larry help`; undefined for a command, which has its own help. */
async function topicNamed(word: string, runtime: Runtime): Promise<string | undefined> {
  if (word === 'man') return (await import('./manual.ts')).manualPage(runtime)
  const { topicOf, topics } = await import('./topics.ts')
  const topic = topicOf(word)
  if (topic !== undefined) return (await topic.load()).text
  const commands = [...Object.keys(rootWords), ...Object.keys(groups)]
  if (commands.includes(word) || taskVerbs.includes(word)) return undefined
  const near = nearest(word, [...Object.keys(topics), ...commands])
  throw new Failure(
    'usage',
    `there is no help for "${word}"`,
    near === undefined ? `topics: ${Object.keys(topics).join(', ')}` : `did you mean ${near}?`,
  )
}

/** Node puts U+FFFD where the bytes of an argument are not UTF-8; to store that would be to alter what was typed. */
function refuseUnreadable(argv: readonly string[]): void {
  const odd = argv.find((word) => word.includes('\ufffd'))
  if (odd !== undefined)
    throw new Failure('usage', `"${odd}" is not UTF-8`, 'in a pipe larry takes any UTF-8: larry add - --literal')
}

function version({ stdout }: Runtime): number {
  stdout.write(`larry ${packageJson.version}\n`)
  return 0
}

function requireNoun(word: string, next: string | undefined): string {
  if (Object.hasOwn(groups, word)) return word
  if (/^\d[\d,-]*$/.test(word))
    throw new Failure('usage', `"${word}" is no command`, `the verb comes first: larry ${next ?? 'show'} ${word}`)
  if (taskVerbs.includes(word))
    throw new Failure('usage', `unknown command "${word}"`, `did you mean larry task ${word}?`)
  throw unknownCommand(word, word, [...Object.keys(rootWords), ...Object.keys(groups), 'help'])
}

function unknownVerb(noun: string, word: string, { commands }: Command): Failure {
  const known = commands.map((verb) => verb.name())
  const few = known.length > 4 ? `larry ${noun} --help lists them` : `larry ${noun} ${either(known)}`
  return unknownCommand(`${noun} ${word}`, word, known, few)
}

function unknownCommand(
  typed: string,
  word: string,
  known: readonly string[],
  all = 'larry --help lists them',
): Failure {
  const near = nearest(word, known)
  return new Failure('usage', `unknown command "${typed}"`, near === undefined ? all : `did you mean ${near}?`)
}
