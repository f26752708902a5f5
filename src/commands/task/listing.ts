import type { ReadContext } from '../../cli/context.ts'
import { type GroupField, readSort } from '../../domain/sort.ts'
import { readPage } from '../../domain/whole-number.ts'
import { oneOf, rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { asView, type Reply, reply, type View } from '../../output/view.ts'
import { type Condition, listTasks, listTasksAsJson, type Task } from '../../repositories/tasks.ts'
import { answerCount, countView, groupView } from './counting.ts'
import type { ListingOptions } from './options.ts'
import { taskView } from './view.ts'

export const listingAnswers = [
  rowsOf(taskView),
  oneOf(countView, { when: '--count' }),
  rowsOf(groupView, { when: '--count --group' }),
]

/** What list and search share: order, groups, page, or only the number. `columns` are shown unless --fields are asked for. */
export async function answerListing(
  context: ReadContext,
  where: Condition | undefined,
  options: ListingOptions,
  columns: readonly string[] = [],
): Promise<Reply> {
  const { db, clock } = context
  const { group } = options
  const sort = readSort(options.sort ?? [])
  if (options.count === true) return answerCount(context, where, options)
  const listing = { ...(where && { where }), ...(group && { group }), sort, clock, ...readPage(options) }
  return reply(withColumns(taskView(clock), columns), listTasks(db, listing), {
    codeIfNone: options.exitCode === true ? 1 : 0,
    jsonLines: (keys) => listTasksAsJson(db, listing, keys),
    ...(group && { group: (task) => groupOf(task as Task, group) }),
  })
}

function withColumns(view: View<Task>, columns: readonly string[]): View<Task> {
  if (columns.length === 0) return view
  return { ...view, columns: pickFields(asView(view), columns) as View<Task>['columns'] }
}

/** What the group of a task is called. */
function groupOf(task: Task, group: GroupField): string {
  const value = task[group]
  return (group === 'due' ? value?.slice(0, 10) : value) ?? 'none'
}
