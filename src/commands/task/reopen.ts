import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import type { TaskLine } from '../../repositories/tasks.ts'
import { reopenTasks } from '../../workflows/reopen-tasks.ts'
import { nameWithDue } from './describe.ts'
import type { SelectionOptions } from './options.ts'
import { selectTasks } from './selection.ts'
import { statusReply } from './status-reply.ts'
import { taskView } from './view.ts'

export const answers = rowsOf(taskView)

/** Takes finished tasks up again. */
export async function run(context: WriteContext, words: readonly string[], options: SelectionOptions) {
  const ids = await selectTasks(context, words, options, { among: 'closed' })
  const change = await reopenTasks(context.db, ids, context.now)
  return statusReply(context, 'Reopened', 'open', change, describeTakenBack(change.takenBack, context.clock.today))
}

/** The occurrences of recurring tasks that had come next and are gone again. */
function describeTakenBack(tasks: readonly TaskLine[], today: string): string[] {
  if (tasks.length === 0) return []
  if (tasks.length > 3) return [`Took back ${tasks.length} that had come next`]
  return [`Took back ${tasks.map((task) => nameWithDue(task, today)).join(', ')}, which had come next`]
}
