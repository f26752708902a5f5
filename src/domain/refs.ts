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

function readId(text: string, what: string): number {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id < 1) throw new Failure('not-found', `${what} ${text} does not exist`)
  return id
}

function readRef(text: string, what: string): Ref {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (first !== undefined && last !== undefined) {
    const [from, to] = [readId(first, what), readId(last, what)]
    if (to < from) throw new Failure('usage', `the range ${text} ends before it begins`, `${to}-${from}`)
    if (to - from >= widest) throw new Failure('usage', `the range ${text} is wider than ${widest} ids`)
    return { from, to }
  }
  if (first !== undefined) return { id: readId(first, what) }
  if (looksLikeTail(text.toLowerCase())) return { tail: text.toLowerCase() }
  throw new Failure(
    'usage',
    `"${text}" is not ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} id`,
    'ids are numbers: 3, 3,4, 7-9, or - to read them from a pipe',
  )
}

/** Reads ids as typed: `3`, `3,4`, `7-9`, the end of a uid; `what` they are ids of is said of those it refuses. */
export function readRefs(words: readonly string[], what = 'task'): Ref[] {
  return words.flatMap((word) =>
    word
      .split(',')
      .filter((part) => part !== '')
      .map((part) => readRef(part, what)),
  )
}

/** The ids a pipe holds: the first tab-separated field of each line; blank lines are skipped. */
export function readRefLines(lines: readonly string[], what = 'task'): Ref[] {
  return readRefs(
    lines
      .flatMap((line) => line.split('\0'))
      .map((line) => line.split('\t', 1)[0]!.trim())
      .filter((field) => field !== ''),
    what,
  )
}
