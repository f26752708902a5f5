import type { BareContext } from '../../cli/context.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { pathView } from '../path-view.ts'
import { requireFile } from './file.ts'

export const answers = oneOf(pathView)

/** Prints where the config is, whether it exists yet or not. */
export async function run(context: BareContext) {
  const path = requireFile(context)
  return reply(pathView, [{ path }], { one: true, sentences: [path] })
}
