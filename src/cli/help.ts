import type { Command } from 'commander'
import { groups, rootWords } from './manifest.ts'
import { topics } from './topics.ts'
import { nounOf, optionOf, type TreeOption, usageOf, type Verb, verbOf } from './tree.ts'

const width = 80

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
export function formatHelp(command: Command): string {
  if (command.parent === null) return rootHelp(command)
  if (command.commands.length > 0) return nounHelp(command)
  return verbHelp(verbOf(command), command.parent.parent!)
}

function nounHelp(group: Command): string {
  const { name, about, verbs } = nounOf(group)
  return [
    `${about}.\n`,
    `\nUsage: larry ${name} <verb> [options]\n`,
    section(
      'Verbs',
      verbs.map((verb): Item => [verb.name, withAlias(verb)]),
    ),
    globalsOf(group.parent!),
  ].join('')
}

function withAlias({ about, aliases }: Verb): string {
  const [alias] = aliases
  return alias === undefined ? about : `${about} (or ${alias})`
}

function verbHelp(verb: Verb, program: Command): string {
  return [
    `${verb.about}.\n`,
    `\nUsage: ${usageOf(verb)} [options]\n`,
    verb.shortcuts.length === 0 ? '' : `Shorter: ${verb.shortcuts.map((word) => `larry ${word}`).join(', ')}\n`,
    section(
      'Examples',
      verb.examples.map((line): Item => [line, '']),
    ),
    section('Options', verb.options.map(optionItem)),
    globalsOf(program),
  ].join('')
}

const optionItem = ({ flags, about }: TreeOption): Item => [flags, about]

function globalsOf(program: Command): string {
  const flags = program.options.map((option) => option.short ?? option.long!).join(' ')
  const lines = wrap(flags, width - 2).map((line) => `  ${line}`)
  return `\nGlobal options, told by larry --help:\n${lines.join('\n')}\n`
}

function rootHelp(program: Command): string {
  const more = `larry <command> --help, and larry help <topic> for a topic: ${Object.keys(topics).join(', ')}.`
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
      ...program.options.map((option) => optionItem(optionOf(option))),
      ['-V, --version', 'print the version'],
    ]),
    `\n${wrap(`More: ${more}`, width).join('\n')}\n`,
  ].join('')
}
