import type { BareContext } from '../../cli/context.ts'
import { oneOf } from '../../output/answers.ts'
import { text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { requireFile } from './file.ts'

const view: View<{ path: string }> = {
  singular: 'path',
  plural: 'paths',
  types: {
    path: text,
  },
  columns: ['path'],
  id: 'path',
}

export const answers = oneOf(view)

/** Prints where the config is, whether it exists yet or not. */
export async function run(context: BareContext) {
  const path = requireFile(context)
  return reply(view, [{ path }], { one: true, sentences: [path] })
}
