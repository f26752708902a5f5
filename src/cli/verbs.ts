import { Command } from 'commander'
import type { Answers } from '../output/answers.ts'
import type { DeclaredVerb, Run } from './context.ts'
import { groups, rootWords } from './manifest.ts'
import { setExamples } from './tree.ts'

/** Every verb of every noun, in the order of help. */
export async function declaredVerbs(): Promise<DeclaredVerb[]> {
  const nouns = Object.entries(groups).map(async ([noun, { load }]) => {
    const { declare } = await load()
    const group = new Command(noun)
    const loads = new Map<Command, Load>()
    declare(group, noting(loads))
    return group.commands.map((verb) => toDeclared(noun, verb, loads.get(verb)!))
  })
  return (await Promise.all(nouns)).flat()
}

/** Imports the file of a verb. */
export type Load = () => Promise<{ readonly answers: Answers }>

/** The ways to run a command, none of which runs it: each is noted with the verb that is given its examples next. */
export function noting(loads: Map<Command, Load>): Run {
  let last: Load
  const note = (load: Load) => {
    last = load
    return () => Promise.resolve()
  }
  return {
    read: note,
    write: note,
    bare: note,
    examples: (verb, ...lines) => {
      loads.set(verb, last)
      return setExamples(verb, lines)
    },
  }
}

function toDeclared(noun: string, verb: Command, load: Load): DeclaredVerb {
  const name = `${noun} ${verb.name()}`
  const short = Object.entries(rootWords).filter(([, { path }]) => path.join(' ') === name)
  return {
    name,
    names: [name, ...verb.aliases().map((alias) => `${noun} ${alias}`), ...short.map(([word]) => word)],
    about: verb.description(),
    answers: async () => (await load()).answers,
  }
}
