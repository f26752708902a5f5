import { Command, CommanderError } from 'commander'
import { Failure } from '../domain/errors.ts'
import type { Run } from './context.ts'
import { declareGlobals } from './globals.ts'
import { formatHelp } from './help.ts'
import { groups } from './manifest.ts'
import type { Runtime } from './runtime.ts'
import { usageOf, verbOf } from './tree.ts'

/** The root of Commander's tree, its nouns named but not yet filled. */
export function buildProgram({ stdout }: Runtime): Command {
  const program = new Command('larry')
    .description('A task manager for the terminal: one SQLite file, every change undoable')
    .exitOverride()
    .helpCommand(false)
    .helpOption(false)
    .configureHelp({ formatHelp })
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: () => {}, getOutHasColors: () => false })
  declareGlobals(program)
  for (const [name, { about }] of Object.entries(groups)) program.command(name).description(about)
  return program
}

/** A verb nobody typed: it has a name and a line for the help, and forgets its options, which would cost a millisecond or two of each start. */
class OtherVerb extends Command {
  override option(): this {
    return this
  }

  override addOption(): this {
    return this
  }
}

/** Aliases that verbs of several nouns have. */
const aliases: Readonly<Record<string, string>> = { ls: 'list', rm: 'remove' }

/** Which verbs of a noun are declared with their options: the one that was typed, or none, or every one. */
export type Wanted = { readonly verb: string | undefined } | 'every'

/** Fills a noun with its verbs; its file is read only now. */
export async function loadGroup(program: Command, noun: string, wanted: Wanted, run: Run): Promise<Command> {
  const group = program.commands.find((command) => command.name() === noun)!
  const { declare } = await groups[noun]!.load()
  const typed = wanted === 'every' ? undefined : wanted.verb
  const only = typed === undefined ? undefined : (aliases[typed] ?? typed)
  const isWanted = (name: string | undefined) => wanted === 'every' || name === only
  group.createCommand = (name) => (isWanted(name) ? new Command(name) : new OtherVerb(name))
  declare(group, run)
  return group
}

/** A verb by its name or alias. */
export function findVerb(group: Command, word: string): Command | undefined {
  return group.commands.find((verb) => verb.name() === word || verb.aliases().includes(word))
}

/** That arguments of a verb are missing, with how it is typed. */
export function incomplete(error: unknown, verb: Command): Failure | undefined {
  if (!(error instanceof CommanderError) || error.code !== 'commander.missingArgument') return undefined
  const [, name] = /'(.*)'/.exec(error.message) ?? []
  return new Failure('usage', `missing required argument "${name}"`, usageOf(verbOf(verb)), { cause: error })
}
