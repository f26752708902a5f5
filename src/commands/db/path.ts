import type { BareContext } from '../../cli/context.ts'
import { checkName } from '../../db/location.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { pathView } from '../path-view.ts'

export const answers = oneOf(pathView)

/** Prints the path of the database, whether it exists yet or not. */
export async function run({ settings }: BareContext) {
  const path = checkName(settings.file)
  return reply(pathView, [{ path }], { one: true, sentences: [path] })
}
