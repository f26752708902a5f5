import { Failure } from '../../domain/errors.ts'
import { isTag, readName } from '../../domain/words/values.ts'

/** Keys that say something larry knows, each in one word: those of other programs first, then those only larry writes. */
const keys = ['due', 't', 'rec', 'pri', 'est'] as const
const ownKeys = [
  'rrule',
  'rrule-after',
  'anchor',
  'status',
  'parent',
  'depends',
  'created',
  'completed',
  'uid',
] as const
export type Key = (typeof keys)[number] | (typeof ownKeys)[number]

/** What the text of a line says. */
export interface Said {
  readonly title: string
  readonly projects: readonly string[]
  readonly contexts: readonly string[]
  readonly values: ReadonlyMap<Key, string>
  /** `key:value` of programs larry does not know, and known keys from their second time on. */
  readonly foreign: readonly string[]
}

const known = new RegExp(`^(${[...keys, ...ownKeys].join('|')}):(\\S+)$`)
const keyed = /^[A-Za-z][\w-]*:(?!\/\/)\S+$/

/**
 * Reads the text of a line. Known keys are taken out of it wherever they stand; projects and contexts only at its
 * ends, for in the middle they are words of the title too: "Call @mom about the roof". `words:3`, which larry writes
 * where a title would be misread, says how many words are the title as they stand.
 */
export function wordsOf(text: string): Said {
  const words = text.split(' ')
  const count = literalWords(words)
  return count === undefined ? readFreely(words) : readBehind(words, count)
}

function readFreely(words: readonly string[]): Said {
  const values = new Map<Key, string>()
  const plain = words.filter((word) => !take(word, values))
  const start = plain.findIndex((word) => word !== '' && !isProject(word) && !isContext(word))
  const end = plain.findLastIndex((word) => word !== '' && !isMark(word)) + 1
  const title = plain.slice(Math.max(start, 0), end).join(' ').trim()
  // A line of marks alone is its own title.
  return { title: title || words.join(' ').trim(), ...marksIn(plain), values, foreign: foreignIn(plain.slice(end)) }
}

/** The first words are the title as they stand; what somebody wrote behind them since, and is no mark, belongs to it too. */
function readBehind(words: readonly string[], count: number): Said {
  const values = new Map<Key, string>()
  const behind = words.slice(count).filter((word) => !/^words:\d+$/.test(word) && !take(word, values))
  const more = behind.filter((word) => word !== '' && !isMark(word))
  const title = [...words.slice(0, count), ...more].join(' ')
  return { title, ...marksIn(behind), values, foreign: foreignIn(behind) }
}

function marksIn(words: readonly string[]): Pick<Said, 'projects' | 'contexts'> {
  const contexts = words.filter(isContext).map((word) => word.slice(1))
  return { projects: words.filter(isProject).map(projectName), contexts }
}

function foreignIn(words: readonly string[]): string[] {
  return words.filter((word) => keyed.test(word))
}

/** How many words `words:` says are the title, as they stand. */
function literalWords(words: readonly string[]): number | undefined {
  const at = words.findLastIndex((word) => /^words:\d{1,5}$/.test(word))
  const count = Number(words[at]?.slice('words:'.length))
  return at >= 0 && count > 0 && count <= at ? count : undefined
}

function take(word: string, values: Map<Key, string>): boolean {
  const [, key, value] = known.exec(word) ?? []
  if (key === undefined) return false
  // The first of two counts; the other stays a word of its own.
  if (values.has(key as Key)) return false
  values.set(key as Key, value!)
  return true
}

/** The known key of a word, also of one that only repeats it. */
export function keyOf(word: string): string | undefined {
  return known.exec(word)?.[1]
}

function isMark(word: string): boolean {
  return isProject(word) || isContext(word) || keyed.test(word)
}

function isContext(word: string): boolean {
  return word.startsWith('@') && isTag(word.slice(1))
}

/** A project's name may hold spaces and a word may not: they are written `%20`. */
export function projectWord(name: string): string {
  return `+${name.replaceAll('%', '%25').replaceAll(' ', '%20')}`
}

function projectName(word: string): string {
  return word.slice(1).replaceAll('%20', ' ').replaceAll('%25', '%')
}

function isProject(word: string): boolean {
  if (!/^\+[^\s+]/.test(word)) return false
  try {
    return readName('project', projectName(word)) === projectName(word)
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}
