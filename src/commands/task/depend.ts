import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { addDependencies } from '../../repositories/dependencies.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { refuseDependencyCycle } from '../../workflows/refuse-cycles.ts'
import { changedReply } from './changed-reply.ts'
import { nameTasks } from './describe.ts'
import { taskView } from './view.ts'
import { waiterAndBlockers } from './waiter-and-blockers.ts'

export const answers = rowsOf(taskView)

/** Makes a task wait for others, beside those it waits for already. A circle is a conflict that shows it. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now } = context
  const { waiter, blockers } = await waiterAndBlockers(context, words)
  const changed = await addDependencies(
    db,
    blockers.map((depends_on_id) => ({ task_id: waiter, depends_on_id })),
  )
  await refuseDependencyCycle(db, changed)
  await touchTasks(db, changed, now)
  const [named, others] = [await nameTasks(db, [waiter]), await nameTasks(db, blockers)]
  const sentence =
    blockers.length === 0
      ? 'No tasks, nothing changed'
      : `${named} waits for ${others}${changed.length === 0 ? ' already' : ''}`
  return changedReply(context, changed, { sentences: [sentence] })
}
