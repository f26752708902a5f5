import type { ReadContext } from '../../cli/context.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { listedCondition } from './listed-condition.ts'
import { answerListing } from './listing.ts'
import type { ListingOptions } from './options.ts'

interface ListOptions extends ListingOptions {
  readonly all?: true
}

/** Lists what a filter finds: open tasks that are not waiting, unless --all or the filter speaks of it. */
export async function run(context: ReadContext, words: readonly string[], options: ListOptions) {
  const { db, clock, literal } = context
  const filter = parseFilter(words, literal, clock)
  return answerListing(
    context,
    await listedCondition(db, filter, clock, options.all === true ? 'all' : 'listed'),
    options,
  )
}
