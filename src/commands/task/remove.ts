import type { WriteContext } from '../../cli/context.ts'
import type { Db } from '../../db/handles.ts'
import { counted } from '../../domain/counted.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { recurringOf } from '../../repositories/recurring-tasks.ts'
import { promoteChildren, subtreeOf } from '../../repositories/subtasks.ts'
import { countAttached } from '../../repositories/task-belongings.ts'
import { deleteTasks } from '../../repositories/task-writes.ts'
import { getTasks, type Task } from '../../repositories/tasks.ts'
import { runningTimer } from '../../repositories/time-entries.ts'
import { nameTasks } from './describe.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { taskView } from './view.ts'

export const answers = rowsOf(taskView)

/** Deletes tasks; subtasks move up to the next task that stays, or go too with --cascade. Answers the tasks as they were. */
export async function run(
  context: WriteContext,
  words: readonly string[],
  options: SelectionOptions & { readonly cascade?: true },
) {
  const { db, now, clock, confirm } = context
  const chosen = await selectTasks(context, words, options, { asksItself: true })
  const ids = options.cascade === true ? await subtreeOf(db, chosen) : chosen
  const tasks = await getTasks(db, ids)
  if (tasks.length === 0) return reply(taskView(clock), [], { sentences: ['No tasks, nothing removed'] })
  const named = await nameTasks(db, ids)
  confirm(`Remove ${named}?`)
  const timer = await runningTimer(db)
  const attached = await countAttached(db, ids)
  const ended = await describeEnding(db, tasks)
  const promoted = await promoteChildren(db, ids, now)
  await deleteTasks(db, ids)
  const parts = [
    `Removed ${named}`,
    ...attached,
    ...(timer !== undefined && ids.includes(timer.task_id) ? ['the timer that ran'] : []),
    ...(promoted === 0 ? [] : [`${counted(promoted, 'subtask')} moved up`]),
  ]
  return reply(taskView(clock), tasks, { sentences: [parts.join(' · '), ...ended] })
}

/** What will not come again: of each recurring task that goes while it is open, unless another occurrence stays open. */
async function describeEnding(db: Db, tasks: readonly Task[]): Promise<string[]> {
  const open = tasks.filter(({ recurrence, completed_at }) => recurrence !== null && completed_at === null)
  if (open.length === 0) return []
  const going = new Set(open.map(({ id }) => id))
  const series = await recurringOf(db, [...going])
  const ended = series.filter(({ other_open }) => other_open === null || going.has(other_open)).map(({ id }) => id)
  const { describeEnd } = await import('./sequel.ts')
  return ended.length === 0 ? [] : [await describeEnd(db, ended)]
}
