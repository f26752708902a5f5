import type { Command, Option } from 'commander'
import { rootWords } from './manifest.ts'

/** An option as help, the manual page and completion tell of it. */
export interface TreeOption {
  /** As help shows it: `-l, --limit <count>`. */
  readonly flags: string
  readonly short: string | undefined
  readonly long: string
  /** What its value is called, `count`; undefined for a flag. */
  readonly value: string | undefined
  readonly repeats: boolean
  /** The only values it takes, where they are few; else none. */
  readonly choices: readonly string[]
  readonly about: string
  /** The same for options that exclude each other: --color and --no-color. */
  readonly subject: string
}

export interface TreeArgument {
  readonly name: string
  /** As help shows it: `<id>`, `[words...]`. */
  readonly shown: string
  readonly repeats: boolean
}

export interface Verb {
  readonly noun: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Words that stand for noun and verb, `rm` for `task remove`. */
  readonly shortcuts: readonly string[]
  readonly about: string
  readonly arguments: readonly TreeArgument[]
  readonly options: readonly TreeOption[]
  readonly examples: readonly string[]
}

export interface Noun {
  readonly name: string
  readonly about: string
  readonly verbs: readonly Verb[]
}

/** Everything that can be typed. */
export interface Tree {
  readonly about: string
  /** The global options. */
  readonly options: readonly TreeOption[]
  readonly nouns: readonly Noun[]
}

const examples = new WeakMap<Command, readonly string[]>()

/** Gives a verb the examples its help shows. */
export function setExamples(command: Command, lines: readonly string[]): Command {
  examples.set(command, lines)
  return command
}

/** A verb as it was declared to Commander. */
export function verbOf(command: Command): Verb {
  const noun = command.parent?.name() ?? ''
  const path = `${noun} ${command.name()}`
  return {
    noun,
    name: command.name(),
    aliases: command.aliases(),
    shortcuts: Object.keys(rootWords).filter((word) => rootWords[word]!.path.join(' ') === path),
    about: command.description(),
    arguments: command.registeredArguments.map((argument) => {
      const name = argument.name()
      const all = argument.variadic ? `${name}...` : name
      return { name, shown: argument.required ? `<${all}>` : `[${all}]`, repeats: argument.variadic }
    }),
    options: command.options.map(optionOf),
    examples: examples.get(command) ?? [],
  }
}

/** How a verb is typed: `larry data apply <file>`. */
export function usageOf({ noun, name, aliases, arguments: all }: Verb): string {
  return ['larry', noun, [name, ...aliases].join('|'), ...all.map(({ shown }) => shown)].join(' ')
}

/** A noun with the verbs that were declared on it. */
export function nounOf(group: Command): Noun {
  return { name: group.name(), about: group.description(), verbs: group.commands.map(verbOf) }
}

/** An option as it was declared to Commander. */
export function optionOf(option: Option): TreeOption {
  return {
    flags: option.flags,
    short: option.short,
    long: option.long!,
    value: /<([^>.]+)(\.\.\.)?>/.exec(option.flags)?.[1],
    repeats: option.variadic,
    choices: option.argChoices ?? [],
    about: option.description,
    subject: option.attributeName(),
  }
}
