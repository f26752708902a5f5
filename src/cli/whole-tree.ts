import { groups } from './manifest.ts'
import { buildProgram, loadGroup } from './program.ts'
import type { Runtime } from './runtime.ts'
import { nounOf, optionOf, type Tree } from './tree.ts'
import { noting } from './verbs.ts'

/** The whole of what can be typed, every noun's file read: for the manual page and for tests. */
export async function wholeTree(runtime: Runtime): Promise<Tree> {
  const program = buildProgram(runtime)
  const run = noting(new Map())
  const nouns = []
  for (const name of Object.keys(groups)) nouns.push(nounOf(await loadGroup(program, name, 'every', run)))
  return { about: program.description(), options: program.options.map(optionOf), nouns }
}
