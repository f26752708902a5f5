import { Failure } from './errors.ts'

/** A task as named on the command line: an id, a run of ids, or the end of a uid. */
export type Ref = { readonly id: number } | { readonly from: number; readonly to: number } | { readonly tail: string }

/** The most ids one range may span. */
const widest = 1_000_000

/** True for an argument that can only mean tasks: digits, `7-9`, `3,4`, `-` for standard input. */
function looksLikeRefs(text: string): boolean {
  return text === '-' || /^\d+(-\d+)?(,\d+(-\d+)?)*,?$/.test(text)
}

/** True for what can be the last six or more letters of a uid; a date cannot. */
function looksLikeTail(text: string): boolean {
  return /^[0-9a-f-]{6,36}$/.test(text) && !/^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** How many of the first words are ids; the end of a uid only as the very first, and with a digit, since "decade" is a title. */
export function countRefs(words: readonly string[]): number {
  const isTail = (word: string) => looksLikeTail(word) && /\d/.test(word)
  const end = words.findIndex((word, at) => !looksLikeRefs(word) && !(at === 0 && isTail(word)))
  return end < 0 ? words.length : end
}

function readId(text: string, noun: string): number {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id < 1) throw new Failure('not-found', `${noun} ${text} does not exist`)
  return id
}

/** Reads `3` or `7-9` as the first and last of a run of ids; undefined for what is neither. */
export function readRun(text: string, noun: string): { readonly from: number; readonly to: number } | undefined {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (first === undefined) return undefined
  const from = readId(first, noun)
  const to = last === undefined ? from : readId(last, noun)
  if (to < from) throw new Failure('usage', `the range ${text} ends before it begins`, `${to}-${from}`)
  if (to - from >= widest) throw new Failure('usage', `the range ${text} is wider than ${widest} ids`)
  return { from, to }
}

/** That a word is no id of such a thing. */
export function notAnId(text: string, noun: string): Failure {
  const hint = 'ids are numbers: 3, 3,4, 7-9, or - to read them from a pipe'
  return new Failure('usage', `"${text}" is not a ${noun} id`, hint)
}

function readRef(text: string): Ref {
  const run = readRun(text, 'task')
  if (run !== undefined) return text.includes('-') ? run : { id: run.from }
  if (looksLikeTail(text.toLowerCase())) return { tail: text.toLowerCase() }
  throw notAnId(text, 'task')
}

/** The parts of words such as `3,4`. */
export function partsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split(',').filter((part) => part !== ''))
}

/** Reads ids as typed: `3`, `3,4`, `7-9`, the end of a uid. */
export function readRefs(words: readonly string[]): Ref[] {
  return partsOf(words).map(readRef)
}

/** The fields of a pipe that may be ids: the first, by tabs, of each line; blank lines are skipped. */
export function firstFields(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split('\0'))
    .map((line) => line.split('\t', 1)[0]!.trim())
    .filter((field) => field !== '')
}

/** The ids a pipe holds. */
export function readRefLines(lines: readonly string[]): Ref[] {
  return readRefs(firstFields(lines))
}
