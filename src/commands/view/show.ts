import type { ReadContext } from '../../cli/context.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { requireViews } from '../../repositories/views.ts'
import { savedViews } from './view.ts'

export const answers = oneOf(savedViews)

/** Shows what one view keeps. */
export async function run({ db }: ReadContext, words: readonly string[]) {
  return reply(savedViews, await requireViews(db, words), { one: true })
}
