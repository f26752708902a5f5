import { Command } from 'commander'
import type { Run } from './context.ts'
import { declareGlobals } from './globals.ts'
import { formatHelp } from './help.ts'
import { groups } from './manifest.ts'
import type { Runtime } from './runtime.ts'

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

/** Fills a noun with its verbs, the one that was typed wholly; its file is read only now. */
export async function loadGroup(program: Command, noun: string, typed: string | undefined, run: Run): Promise<Command> {
  const group = program.commands.find((command) => command.name() === noun)!
  const { declare } = await groups[noun]!.load()
  const wanted = aliases[typed ?? ''] ?? typed
  group.createCommand = (name) => (name === wanted ? new Command(name) : new OtherVerb(name))
  declare(group, run)
  return group
}

/** A verb by its name or alias. */
export function findVerb(group: Command, word: string): Command | undefined {
  return group.commands.find((verb) => verb.name() === word || verb.aliases().includes(word))
}
