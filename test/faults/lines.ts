import { domainVerbs } from './domain-lines.ts'
import { type Draw, drawFor } from './draw.ts'
import { junkWord } from './junk.ts'
import { mutate } from './mutate.ts'
import * as value from './values.ts'
import {
  adding,
  attribute,
  copying,
  editing,
  filter,
  globals,
  keeping,
  listing,
  type Options,
  option,
  saving,
  selecting,
} from './words.ts'

/** One command line with all that comes with it. */
export interface Line {
  readonly argv: readonly string[]
  readonly stdin: string | Uint8Array
  readonly env: Readonly<Record<string, string>>
  /** Typed at questions; without them there is nobody to ask. */
  readonly answers?: readonly string[]
  readonly columns?: number
}

type Words = (draw: Draw) => string[]

const none: Words = () => []
const added: Words = (draw) =>
  draw.chance(0.15) ? ['-'] : [value.text(draw), ...draw.many(0, 4, () => attribute(draw))]
const said: Words = (draw) => [value.ids(draw), ...draw.many(0, 3, () => value.text(draw))]
const edited: Words = (draw) => [...some(draw), ...draw.many(1, 4, () => attribute(draw))]

const verbs: Readonly<Record<string, readonly [words: Words, options: Options]>> = {
  add: [added, adding],
  'task add': [added, adding],
  edit: [edited, editing],
  'task edit': [edited, editing],
  list: [filter, listing],
  'task ls': [filter, listing],
  search: [filter, listing],
  show: [(draw) => [value.ids(draw)], {}],
  start: [some, selecting],
  done: [some, selecting],
  rm: [some, selecting],
  'task reopen': [some, selecting],
  'task cancel': [some, selecting],
  'task remove': [some, selecting],
  'task duplicate': [edited, copying],
  'task comment': [said, {}],
  'task comments': [(draw) => [value.ids(draw)], {}],
  'comment list': [some, listing],
  'comment edit': [said, {}],
  'comment rm': [some, {}],
  'view save': [(draw) => [value.view(draw), ...filter(draw)], saving],
  'view list': [none, {}],
  'view show': [(draw) => [value.view(draw)], {}],
  'view rm': [(draw) => draw.many(1, 2, () => value.view(draw)), {}],
  undo: [maybe(value.number), {}],
  redo: [none, {}],
  'history list': [none, listing],
  'history show': [(draw) => [value.number(draw)], {}],
  'history undo': [maybe(value.number), keeping],
  'tag list': [none, listing],
  schema: [(draw) => draw.many(0, 2, () => draw.one(['list', 'ls', 'task', 'show', 'error', 'db', 'nope'])), {}],
  'db check': [none, {}],
  'db info': [none, {}],
  'db status': [none, {}],
  'db path': [none, {}],
  'db backup': [maybe(value.file), keeping],
  'db restore': [(draw) => [value.file(draw)], {}],
  'db migrate': [none, keeping],
  help: [maybe(value.topic), {}],
  ...domainVerbs,
}

/** Ids, or `-` for a pipe. */
function some(draw: Draw): string[] {
  return draw.chance(0.1) ? ['-'] : draw.many(1, 3, () => value.ids(draw))
}

function maybe(make: value.Make): Words {
  return (draw) => draw.many(0, 1, () => make(draw))
}

/** A line that knows the grammar: a verb, its words and options among each other, sometimes `--` or an option of others. */
function grammatical(draw: Draw): string[] {
  const [verb, [words, own]] = draw.one(Object.entries(verbs))
  const parts = words(draw).map((word) => [word])
  const options = [
    ...(Object.keys(own).length === 0 ? [] : draw.many(0, draw.one([0, 0, 1, 3]), () => option(draw, own))),
    ...draw.many(0, draw.one([0, 1, 2]), () => option(draw, globals)),
    ...(draw.chance(draw.oddity) ? [option(draw, draw.one([editing, listing, keeping, adding]))] : []),
    ...(draw.chance(draw.oddity / 3) ? [['--']] : []),
  ]
  for (const part of options) parts.splice(draw.below(parts.length + 1), 0, part)
  const line = [...verb.split(' '), ...parts.flat()]
  return draw.chance(0.05) ? [...option(draw, globals), ...line] : line
}

function wild(draw: Draw): string[] {
  const head = draw.chance(0.6) ? draw.one(Object.keys(verbs)).split(' ') : []
  return [...head, ...draw.many(0, 5, () => junkWord(draw))]
}

function linesOfInput(draw: Draw): string | Uint8Array {
  const kind = draw.below(8)
  if (kind === 0) return ''
  if (kind === 1) return Uint8Array.from(draw.many(0, 200, () => draw.below(256)))
  const line = () => draw.one(kind < 3 ? [value.ids, value.text, attribute, junkWord] : [value.ids])(draw)
  const text = draw.many(0, draw.one([2, 5, 40]), line).join(draw.one(['\n', '\n', '\r\n', '\0', '\t']))
  return kind === 2 ? `\ufeff${text}\n` : `${text}${draw.one(['\n', ''])}`
}

const settings: Readonly<Record<string, value.Make>> = {
  LARRY_FORMAT: value.format,
  LARRY_TZ: value.zone,
  LARRY_DB: (draw) => draw.one(['', ' ', ':memory:', 'larry.db', 'other.db', 'folder', 'a\u001b[31m.db']),
  LARRY_NO_INPUT: () => '1',
  LARRY_PROFILE: () => '1',
  LARRY_DEBUG: () => '0',
  NO_COLOR: () => '1',
  FORCE_COLOR: () => '3',
  COLUMNS: value.number,
  TERM: (draw) => draw.one(['dumb', '', 'xterm']),
  XDG_STATE_HOME: () => 'relative',
}

/** The lines put files nowhere but into their folder: no word leads out of it. NUL no process can be given in a name. */
function stayHere(argv: readonly string[]): string[] {
  const namesFiles = argv.some((word) => /^(db|export|import)$/.test(word) || /^(-o|--(db|file|output))/.test(word))
  return namesFiles
    ? argv.map((word) => word.replaceAll(/\0|\.(?=\.)/g, '').replace(/^((--[a-z]+=)?)\/+/, '$1'))
    : [...argv]
}

/** The command line of this number: the same for a seed, whatever came before. Half know the grammar, the rest bend it. */
export function lineAt(index: number): Line {
  const kind = index % 10
  const draw = drawFor(`line ${index}`, kind < 5 ? 0.01 : kind < 8 ? 0.1 : 0.4)
  const line = kind === 9 && draw.chance(0.5) ? wild(draw) : grammatical(draw)
  const argv = kind === 5 || kind === 6 || kind === 8 ? mutate(draw, line) : line
  const first = draw.below(24)
  const front = first === 0 ? ['--json'] : first === 1 ? ['--dry-run'] : []
  const env = draw.chance(0.08) ? draw.many(1, 2, () => draw.one(Object.entries(settings))) : []
  return {
    argv: stayHere([...front, ...argv]),
    stdin: linesOfInput(draw),
    env: Object.fromEntries(env.map(([key, make]) => [key, make(draw)])),
    ...(draw.chance(0.1) && { answers: draw.many(0, 3, () => draw.one(['y', 'n', '', 'yes', 'Y', '\u001b[A'])) }),
    ...(draw.chance(0.2) && { columns: draw.one([0, 1, 7, 20, 80, 200]) }),
  }
}
