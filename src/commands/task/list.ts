import type { ReadContext } from '../../cli/context.ts'
import { bothOf } from '../../domain/filter/filter.ts'
import { parseFilter, parseFilterText } from '../../domain/filter/parse.ts'
import { partsOf } from '../../domain/saved-view.ts'
import { oneOf } from '../../output/answers.ts'
import { requireViews } from '../../repositories/views.ts'
import { explanationView } from './explanation-view.ts'
import { listedCondition } from './listed-condition.ts'
import { answerListing, listingAnswers } from './listing.ts'
import type { ListingOptions } from './options.ts'

interface ListOptions extends ListingOptions {
  readonly all?: true
  readonly view?: string
  readonly explain?: true
}

export const answers = [...listingAnswers, oneOf(explanationView, { when: '--explain' })]

/**
 * Lists what a filter finds: open tasks that are not waiting, unless --all or the filter speaks of it. A view's filter
 * is narrowed by the words; its order and columns give way to those asked for.
 */
export async function run(context: ReadContext, words: readonly string[], options: ListOptions) {
  const { db, clock, literal } = context
  const [view] = options.view === undefined ? [] : await requireViews(db, [options.view])
  const filter = bothOf(
    view === undefined ? undefined : parseFilterText(view.filter, clock),
    parseFilter(words, literal, clock),
  )
  const among = options.all === true ? 'all' : 'listed'
  const where = await listedCondition(db, filter, clock, among)
  const listing = { ...options, sort: options.sort ?? partsOf(view?.sort) }
  if (options.explain !== true) return answerListing(context, where, listing, partsOf(view?.columns))
  const { explainListing } = await import('./explain.ts')
  return explainListing(context, { filter, among, where }, listing)
}
