import type { ReadContext } from '../../cli/context.ts'
import { readSort } from '../../domain/sort.ts'
import { readPage } from '../../domain/whole-number.ts'
import { type Reply, reply, type View } from '../../output/view.ts'
import { type Condition, countTasks, listTasks } from '../../repositories/tasks.ts'
import { taskView } from './view.ts'

export interface ListingOptions {
  readonly sort?: readonly string[]
  readonly limit?: string
  readonly offset?: string
  readonly count?: true
  readonly exitCode?: true
}

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
  const condition = where === undefined ? {} : { where }
  if (options.count === true) {
    const count = Math.min(
      Math.max((await countTasks(db, where)) - (page.offset ?? 0), 0),
      page.limit ?? Number.POSITIVE_INFINITY,
    )
    return reply(countView, [{ count }], {
      one: true,
      ...missing(options, count),
      ...(settings.format === 'table' ? { sentences: [String(count)] } : {}),
    })
  }
  const tasks = await listTasks(db, { ...condition, sort, ...page })
  return reply(taskView(clock), tasks, missing(options, tasks.length))
}

function missing({ exitCode }: ListingOptions, found: number): { code?: number } {
  return exitCode === true && found === 0 ? { code: 1 } : {}
}
