import type { WriteContext } from '../../cli/context.ts'
import { addDependencies } from '../../repositories/dependencies.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { refuseDependencyCycle } from '../../workflows/refuse-cycles.ts'
import { changedReply } from './changed-reply.ts'
import { nameTasks } from './describe.ts'
import { waiterAndBlockers } from './waiter-and-blockers.ts'

/** Makes a task wait for others, beside those it waits for already. A circle is a conflict that shows it. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now } = context
  const { task, blockers } = await waiterAndBlockers(context, words, 'larry task depend 3 1 2')
  const changed = await addDependencies(
    db,
    blockers.map((depends_on_id) => ({ task_id: task, depends_on_id })),
  )
  await refuseDependencyCycle(db, changed)
  await touchTasks(db, changed, now)
  const [waiter, others] = [await nameTasks(db, [task]), await nameTasks(db, blockers)]
  const sentence =
    blockers.length === 0
      ? 'No tasks, nothing changed'
      : `${waiter} waits for ${others}${changed.length === 0 ? ' already' : ''}`
  return changedReply(context, changed, { sentences: [sentence] })
}
