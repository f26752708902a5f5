import type { ReadContext } from '../../cli/context.ts'
import { type Filter, mentions } from '../../domain/filter/filter.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { allOf, toCondition } from '../../repositories/task-filter.ts'
import { isOpen, isVisible } from '../../repositories/task-states.ts'
import type { Condition } from '../../repositories/tasks.ts'
import { answerListing, type ListingOptions } from './listing.ts'

interface ListOptions extends ListingOptions {
  readonly all?: true
}

/** Lists what a filter finds: open tasks that are not waiting, unless --all or the filter speaks of it. */
export async function run(context: ReadContext, words: readonly string[], options: ListOptions) {
  const { db, clock, literal } = context
  const filter = parseFilter(words, literal, clock)
  const conditions: Condition[] = filter === undefined ? [] : [await toCondition(db, filter, clock)]
  if (options.all !== true) {
    if (filter === undefined || !mentions(filter, saysClosed)) conditions.unshift(isOpen)
    if (filter === undefined || !mentions(filter, saysWaiting)) conditions.push(isVisible(clock))
  }
  return answerListing(context, conditions.length === 0 ? undefined : allOf(conditions), options)
}

/** `status:`, `is:closed` and `completed:` choose among open and finished themselves. */
function saysClosed(part: Filter): boolean {
  return (
    part.kind === 'status' ||
    part.kind === 'completed_at' ||
    part.kind === 'id' ||
    (part.kind === 'is' && part.state === 'closed')
  )
}

function saysWaiting(part: Filter): boolean {
  return saysClosed(part) || part.kind === 'wait_until' || (part.kind === 'is' && part.state === 'waiting')
}
