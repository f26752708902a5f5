import type { Command, Help } from 'commander'
import { groups, rootWords } from './manifest.ts'

const width = 80

const examples = new WeakMap<Command, readonly string[]>()

/** Gives a verb the examples its help shows. */
export function setExamples(command: Command, lines: readonly string[]): Command {
  examples.set(command, lines)
  return command
}

function examplesOf(command: Command): readonly string[] {
  return examples.get(command) ?? []
}

type Item = readonly [term: string, text: string]

function section(title: string, items: readonly Item[]): string {
  if (items.length === 0) return ''
  const column = Math.min(Math.max(...items.map(([term]) => term.length)), 24) + 4
  const lines = items.flatMap(([term, text]) => {
    if (text === '') return [`  ${term}`]
    const [first = '', ...more] = wrap(text, width - column)
    const head =
      term.length + 4 > column ? [`  ${term}`, `${' '.repeat(column)}${first}`] : [`  ${term}`.padEnd(column) + first]
    return [...head, ...more.map((line) => ' '.repeat(column) + line)]
  })
  return `\n${title}:\n${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Help in the order a reader needs it: what it does, how it is typed, examples, options; 80 columns. */
export function formatHelp(command: Command, helper: Help): string {
  if (command.parent === null) return rootHelp(command, helper)
  const verbs = command.commands
  const path = helper.commandUsage(command).replace(' [options]', '').replace(' [command]', '')
  const globals = rootOf(command)
    .options.map((option) => option.short ?? option.long!)
    .join(' ')
  return [
    `${command.description()}.\n`,
    `\nUsage: ${path}${verbs.length > 0 ? ' <verb>' : ''} [options]\n`,
    shorthand(command),
    section(
      'Examples',
      examplesOf(command).map((line): Item => [line, '']),
    ),
    section(
      'Verbs',
      verbs.map((verb): Item => [verb.name(), withAlias(verb)]),
    ),
    section(
      'Options',
      command.options.map((option): Item => [option.flags, option.description]),
    ),
    `\nGlobal options, told by larry --help:\n${wrap(globals, width - 2)
      .map((line) => `  ${line}`)
      .join('\n')}\n`,
  ].join('')
}

function withAlias(verb: Command): string {
  const [alias] = verb.aliases()
  return alias === undefined ? verb.description() : `${verb.description()} (or ${alias})`
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent)
}

function shorthand(command: Command): string {
  const path = `${command.parent?.name()} ${command.name()}`
  const words = Object.entries(rootWords)
    .filter(([, word]) => word.path.join(' ') === path)
    .map(([word]) => `larry ${word}`)
  return words.length === 0 ? '' : `Shorter: ${words.join(', ')}\n`
}

function rootHelp(program: Command, helper: Help): string {
  return [
    `${program.description()}.\n`,
    '\nUsage: larry <command> [words or ids] [options]\n',
    section('Examples', [
      ['larry add "Pay rent tomorrow +home p:high"', ''],
      ["larry list +home 'due:..fri'", ''],
      ['larry list --json | jq ".[].id" | larry done -', ''],
      ['larry undo', ''],
    ]),
    section(
      'Every day',
      Object.entries(rootWords)
        .filter(([, { about }]) => about !== '')
        .map(([word, { about }]): Item => [word, about]),
    ),
    section(
      'By noun',
      Object.entries(groups).map(([name, { about }]): Item => [name, about]),
    ),
    section('Options', [
      ...helper.visibleOptions(program).map((option): Item => [option.flags, option.description]),
      ['-V, --version', 'print the version'],
    ]),
    '\nMore: larry <command> --help; for scripts: larry help exit-codes.\n',
  ].join('')
}

/** `larry help <topic>`: what belongs to no one command. */
export const topics: ReadonlyMap<string, string> = new Map([
  [
    'exit-codes',
    `Exit codes of every command.

  0    done; nothing found in a list; the reader of a pipe left
  1    failed: anything unforeseen, output that could not be written,
       list --exit-code with nothing found, a question answered no
  2    usage: an unknown word, flag or value, or a missing answer
  3    not found: a named task, client or project is not there
  4    conflict: a rule says no (a circle, an open subtask, changed since)
  5    unavailable: the file is busy, read-only, too new or damaged, or the
       disk is full
  130  interrupted by Ctrl-C; 143 by SIGTERM. Nothing was changed

larry db check answers 0 well, 1 something to repair, 2 damaged.
With --json an error is one object on stderr:
{"error":{"kind","message","hint"}}.
`,
  ],
])
