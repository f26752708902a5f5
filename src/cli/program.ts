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

/** Fills a noun with its verbs; its file is read only now. */
export async function loadGroup(program: Command, noun: string, run: Run): Promise<Command> {
  const group = program.commands.find((command) => command.name() === noun)!
  const { declare } = await groups[noun]!.load()
  declare(group, run)
  return group
}

/** A verb by its name or alias. */
export function findVerb(group: Command, word: string): Command | undefined {
  return group.commands.find((verb) => verb.name() === word || verb.aliases().includes(word))
}
