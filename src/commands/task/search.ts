import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { toCondition } from '../../repositories/task-filter.ts'
import { answerListing, listingAnswers } from './listing.ts'
import type { ListingOptions } from './options.ts'

export const answers = listingAnswers

/** Lists what a filter finds among all tasks, finished and waiting ones included. */
export async function run(context: ReadContext, words: readonly string[], options: ListingOptions) {
  const { db, clock, literal } = context
  const filter = parseFilter(words, literal, clock)
  if (filter === undefined) throw new Failure('usage', 'nothing to search for', 'larry search invoice')
  return answerListing(context, await toCondition(db, filter, clock), options)
}
