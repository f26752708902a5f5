import type { ReadContext } from '../../cli/context.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { readPage } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { readyCondition, suggest, suggestionView } from './suggestions.ts'

/** How many suggestions are enough to choose from. */
const usual = 5

export const answers = rowsOf(suggestionView)

/** Lists the most urgent tasks that can be done now, and why they are. */
export async function run(
  { db, clock, literal }: ReadContext,
  words: readonly string[],
  options: { readonly limit?: string },
) {
  const where = await readyCondition(db, parseFilter(words, literal, clock), clock)
  return reply(suggestionView(clock), await suggest(db, where, readPage(options).limit ?? usual, clock))
}
