import type { Command } from 'commander'
import { countRefs } from '../domain/refs.ts'

/** What the arguments of a verb are. */
export interface Role {
  /** `-next` is a word there, never a bundle of flags, and what stands after `--` is text. */
  readonly wordy: boolean
  /** True when these ask for the lines of standard input. */
  readonly asksInput: (words: readonly string[]) => boolean
  /** A line that gives such verbs a pipe. */
  readonly pipe?: string
  /** What these read is one text, to be kept as it is. */
  readonly isText?: true
}

const ids: Role = { wordy: false, asksInput: (words) => words.includes('-') }

/** By the name of a verb's last argument, as its help shows it. */
const roles: Readonly<Record<string, Role>> = {
  ids,
  blockers: ids,
  'ids-and-client': { wordy: false, asksInput: (words) => words.slice(0, -1).includes('-') },
  'ids-and-words': { wordy: true, asksInput: (words) => words.slice(0, countRefs(words)).includes('-') },
  'id-and-when': { wordy: true, asksInput: () => false },
  'ids-and-when': { wordy: true, asksInput: (words) => words.slice(0, countRefs(words)).includes('-') },
  words: { wordy: true, asksInput: isLinesToAdd, pipe: 'cat titles.txt | larry add -' },
  filter: { wordy: true, asksInput: () => false },
  phrase: { wordy: true, asksInput: () => false },
  query: {
    wordy: true,
    asksInput: ([first, ...more]) => first === '-' && more.length === 0,
    isText: true,
    pipe: 'cat query.sql | larry sql -',
  },
  text: {
    wordy: true,
    asksInput: (words) => words.length === 2 && words[1] === '-',
    isText: true,
    pipe: 'date | larry task comment 12 -',
  },
}

const plain: Role = { wordy: false, asksInput: () => false }

/** What the arguments of a verb are; by default plain ones, each for itself. */
export function roleOf(verb: Command): Role {
  return roles[verb.registeredArguments.at(-1)?.name() ?? ''] ?? plain
}

/** `-` alone, or with keys and tags for every line; `- fix the fence` is a title. */
function isLinesToAdd([first, ...more]: readonly string[]): boolean {
  return first === '-' && more.every((word) => /^(\+\S|[a-z]+:\S)/.test(word))
}
