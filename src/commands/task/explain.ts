import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { explainFilter, explainSort } from '../../domain/filter/explain.ts'
import type { Filter } from '../../domain/filter/filter.ts'
import { readSort, usualSort } from '../../domain/sort.ts'
import { readPage } from '../../domain/whole-number.ts'
import { type Reply, reply } from '../../output/view.ts'
import type { Condition } from '../../repositories/tasks.ts'
import { countPage } from './counting.ts'
import { type Explanation, explanationView } from './explanation-view.ts'
import { type Among, additionsTo } from './listed-condition.ts'
import type { ListingOptions } from './options.ts'

/** Answers, in place of a list, what would be listed and in which order, and how many. */
export async function explainListing(
  { db }: ReadContext,
  { filter, among, where }: { readonly filter: Filter | undefined; readonly among: Among; readonly where: Condition },
  options: ListingOptions,
): Promise<Reply> {
  if (options.count === true)
    throw new Failure('usage', '--explain and --count are both given', '--explain tells the number too')
  const sort = readSort(options.sort ?? [])
  const groups = options.group === undefined ? [] : [`in groups by ${options.group}`]
  const count = await countPage(db, where, readPage(options))
  const explanation: Explanation = {
    filter: explainFilter(filter),
    adds: additionsTo(filter, among).map((addition) => (addition === 'open' ? 'open' : 'not hidden until later')),
    sort: [...groups, ...explainSort(sort.length === 0 ? usualSort : sort)],
    count,
  }
  return reply(explanationView, [explanation], { one: true, code: count === 0 && options.exitCode === true ? 1 : 0 })
}
