import type { BareContext } from '../../cli/context.ts'
import { checkName } from '../../db/location.ts'
import { oneOf } from '../../output/answers.ts'
import { text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'

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

/** Prints the path of the database, whether it exists yet or not. */
export async function run({ settings }: BareContext) {
  const path = checkName(settings.file)
  return reply(view, [{ path }], { one: true, sentences: [path] })
}
