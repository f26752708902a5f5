import type { ReadContext } from '../../cli/context.ts'
import { readSort } from '../../domain/sort.ts'
import { readPage } from '../../domain/whole-number.ts'
import { type Reply, reply, type View } from '../../output/view.ts'
import { type Condition, countTasks, listTasks, listTasksAsJson } from '../../repositories/tasks.ts'
import type { ListingOptions } from './options.ts'
import { taskView } from './view.ts'

const countView: View<{ count: number }> = {
  singular: 'count',
  plural: 'counts',
  keys: ['count'],
  columns: ['count'],
  id: 'count',
}

/** What list and search share: order, page, or only the number. */
export async function answerListing(
  { db, clock, settings }: ReadContext,
  where: Condition | undefined,
  options: ListingOptions,
): Promise<Reply> {
  const sort = readSort(options.sort ?? [])
  const page = readPage(options)
  const codeIfNone = options.exitCode === true ? 1 : 0
  const condition = where === undefined ? {} : { where }
  if (options.count === true) {
    const count = Math.min(
      Math.max((await countTasks(db, where)) - (page.offset ?? 0), 0),
      page.limit ?? Number.POSITIVE_INFINITY,
    )
    return reply(countView, [{ count }], {
      one: true,
      code: count === 0 ? codeIfNone : 0,
      ...(settings.format === 'table' ? { sentences: [String(count)] } : {}),
    })
  }
  const listing = { ...condition, sort, clock, ...page }
  const jsonLines = (keys: readonly string[]) => listTasksAsJson(db, listing, keys)
  return reply(taskView(clock), listTasks(db, listing), { codeIfNone, jsonLines })
}
