import type { Command, Option } from 'commander'
import { roleOf } from '../arguments.ts'
import { findWords } from '../argv.ts'
import { groups, rootWords } from '../manifest.ts'
import { buildProgram, findVerb, loadGroup } from '../program.ts'
import type { Runtime } from '../runtime.ts'
import { topics } from '../topics.ts'
import { nounOf, optionOf, type TreeOption, type Verb, verbOf } from '../tree.ts'
import { type Load, noting } from '../verbs.ts'
import type { Candidate } from './candidate.ts'
import { everyCommand } from './commands.ts'

/** What the words before the cursor come to. */
export interface Line {
  /** The verb that was typed; without one, `commands` can stand at the cursor. */
  readonly verb: Verb | undefined
  /** Imports the file of the verb. */
  readonly load?: Load | undefined
  readonly commands: readonly Candidate[]
  readonly options: readonly TreeOption[]
  /** The subjects of the options that are given. */
  readonly given: ReadonlySet<string>
  /** The option whose value stands at the cursor. */
  readonly pending: TreeOption | undefined
  readonly words: readonly string[]
  /** The file that --db names. */
  readonly db: string | undefined
}

/** Reads the words before the cursor as larry would; undefined where nothing can follow. */
export async function readLine(before: readonly string[], runtime: Runtime): Promise<Line | undefined> {
  const program = buildProgram(runtime)
  const globals = program.options
  const places = findWords(before, globals, 3)
  const words = places.map((at) => before[at]!)
  if (words[0] === 'help') return helpLine(before, words.slice(1), globals, runtime)
  const { noun, verbName, taken } = pathOf(words)
  if (noun === undefined)
    return words.length > 0 ? undefined : line(before, globals, { commands: [...everyCommand(), help] })
  const loads = new Map<Command, Load>()
  const group = await loadGroup(program, noun, { verb: verbName }, noting(loads))
  if (verbName === undefined) {
    const commands = nounOf(group).verbs.map(({ name, about }) => ({ value: name, about }))
    return { ...line(before, globals, { commands }), words: [] }
  }
  const verb = findVerb(group, verbName)
  if (verb === undefined) return undefined
  const rest = before.filter((_, at) => !places.slice(0, taken).includes(at))
  const known = line(rest, [...verb.options, ...globals], { verb: verbOf(verb), wordy: roleOf(verb).wordy })
  return { ...known, load: loads.get(verb) }
}

const help: Candidate = { value: 'help', about: 'Tell about a command or a topic' }

/** Noun and verb, if they were typed, and how many words said so. */
interface Path {
  readonly noun?: string
  readonly verbName?: string | undefined
  readonly taken?: number
}

function pathOf([first, second]: readonly string[]): Path {
  if (first === undefined) return {}
  if (Object.hasOwn(rootWords, first)) {
    const [noun, verbName] = rootWords[first]!.path
    return { noun, verbName, taken: 1 }
  }
  return Object.hasOwn(groups, first) ? { noun: first, verbName: second, taken: 2 } : {}
}

/** After `help` stand a topic, a command, or a noun and its verb. */
async function helpLine(
  before: readonly string[],
  words: readonly string[],
  globals: readonly Option[],
  runtime: Runtime,
): Promise<Line | undefined> {
  if (words.length > 0) {
    const [noun, ...more] = words
    return more.length === 0 && Object.hasOwn(groups, noun!) ? readLine([noun!], runtime) : undefined
  }
  const about = Object.entries(topics).map(([value, topic]) => ({ value, about: topic.about }))
  const commands = [...about, ...everyCommand()]
  return { ...line(before, globals, { commands }), words: [] }
}

function line(
  tokens: readonly string[],
  declared: readonly Option[],
  { verb, commands = [], wordy = false }: { verb?: Verb; commands?: readonly Candidate[]; wordy?: boolean },
): Line {
  const options = declared.map(optionOf)
  const given = new Map<string, string>()
  const words: string[] = []
  let pending: TreeOption | undefined
  for (const token of tokens) {
    if (pending !== undefined) {
      given.set(pending.subject, token)
      pending = undefined
      continue
    }
    const [name, ...value] = token.startsWith('--') ? token.split('=') : [token]
    const option = options.find(({ long, short }) => name === long || name === short)
    if (option === undefined) {
      if (!token.startsWith('-') || token === '-' || wordy) words.push(token)
    } else {
      given.set(option.subject, value.join('='))
      if (option.value !== undefined && !token.includes('=')) pending = option
    }
  }
  return { verb, commands, options, given: new Set(given.keys()), pending, words, db: given.get('db') }
}
