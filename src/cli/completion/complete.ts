import { fold } from '../../domain/fold.ts'
import { groups } from '../manifest.ts'
import type { Runtime } from '../runtime.ts'
import type { TreeOption } from '../tree.ts'
import { type Answer, type Ask, type Candidate, nothing } from './candidate.ts'
import { type Line, readLine } from './line.ts'
import { nextArgument, valuesOf } from './sources.ts'

/** What can stand at the cursor: candidates for the whole word, or the name of a file behind its first characters. */
export interface Completion {
  readonly candidates: readonly Candidate[]
  /** How many characters stand before the name of a file; undefined when none can stand there. */
  readonly filesBehind: number | undefined
}

const none: Completion = { candidates: [], filesBehind: undefined }

/** Completes the last of these words, given those before it; none of them is the program's own. */
export async function complete(words: readonly string[], runtime: Runtime): Promise<Completion> {
  const before = words.slice(0, -1)
  const typed = words.at(-1) ?? ''
  const line = before.includes('--') ? undefined : await readLine(before, runtime)
  if (line === undefined) return none
  const { noun, name: verb } = line.verb ?? { noun: '', name: '' }
  const ask: Ask = {
    typed,
    noun,
    verb,
    before: line.words,
    stored: async (what, beginning) => {
      const { storedCandidates } = await import('./stored.ts')
      return storedCandidates(what, beginning, line.db, runtime)
    },
    verbs: async (named) => (Object.hasOwn(groups, named) ? ((await readLine([named], runtime))?.commands ?? []) : []),
    fields: async () => {
      if (line.load === undefined) return []
      const { fieldsOf } = await import('./fields.ts')
      return fieldsOf(line.load, runtime)
    },
  }
  const attached = line.pending === undefined ? attachedTo(typed, line.options) : undefined
  const option = line.pending ?? attached
  if (option !== undefined) {
    const prefix = attached === undefined ? '' : typed.slice(0, typed.indexOf('=') + 1)
    const answer = await valuesOf(option, noun, verb)({ ...ask, typed: typed.slice(prefix.length) })
    return completion(answer, typed, prefix)
  }
  return wordOrOption(line, ask)
}

/** The option of `--format=js`, if it takes a value. */
function attachedTo(typed: string, options: readonly TreeOption[]): TreeOption | undefined {
  const [name, value] = /^(--[^=]+)=/.test(typed) ? typed.split('=', 2) : []
  return value === undefined
    ? undefined
    : options.find(({ long, value: takes }) => long === name && takes !== undefined)
}

/** An option where a word begins with `-`, or where no word can stand; else a word. */
async function wordOrOption(line: Line, ask: Ask): Promise<Completion> {
  const { typed } = ask
  const source = line.verb === undefined ? () => line.commands : nextArgument(line.verb, line.words)
  const isOption = typed.startsWith('-') || (typed === '' && source === undefined)
  const answer = await (source ?? nothing)(ask)
  if (answer === 'files' && !isOption) return completion(answer, typed, '')
  const words = answer === 'files' ? [] : answer
  return completion([...words, ...(isOption ? optionsLeft(line) : [])], typed, '')
}

function optionsLeft({ options, given, verb, words }: Line): Candidate[] {
  const left = options.filter(({ subject, repeats }) => repeats || !given.has(subject))
  const help = { value: '--help', about: 'tell about it instead' }
  const version = { value: '--version', about: 'print the version' }
  return [
    ...left.map(({ long, about }) => ({ value: long, about })),
    help,
    ...(verb === undefined && words.length === 0 ? [version] : []),
  ]
}

/** Those that begin as typed; where none does, those that do so whatever their case. */
function completion(answer: Answer, typed: string, prefix: string): Completion {
  if (answer === 'files') return { candidates: [], filesBehind: prefix.length }
  const all = answer.map(({ value, about }) => ({ value: prefix + value, about }))
  const exactly = all.filter(({ value }) => value.startsWith(typed))
  const candidates = exactly.length > 0 ? exactly : all.filter(({ value }) => fold(value).startsWith(fold(typed)))
  return { candidates: unique(candidates), filesBehind: undefined }
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.toReversed().map((candidate) => [candidate.value, candidate])).values()].toReversed()
}
