import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { removeDependencies, unblockedAmong } from '../../repositories/dependencies.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { changedReply } from './changed-reply.ts'
import { nameTasks } from './describe.ts'
import { taskView } from './view.ts'
import { waiterAndBlockers } from './waiter-and-blockers.ts'

export const answers = rowsOf(taskView)

/** Lets a task wait for others no more, and says when nothing keeps it now. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now, clock } = context
  const { waiter, blockers } = await waiterAndBlockers(context, words)
  const changed = await removeDependencies(db, waiter, blockers)
  await touchTasks(db, changed, now)
  const [named, others] = [await nameTasks(db, [waiter]), await nameTasks(db, blockers)]
  const freed = await unblockedAmong(db, changed, clock)
  const sentences =
    blockers.length === 0
      ? ['No tasks, nothing changed']
      : [
          changed.length === 0 ? `${named} did not wait for ${others}` : `${named} waits no more for ${others}`,
          ...(freed.length === 0 ? [] : [`Now ready: ${await nameTasks(db, freed)}`]),
        ]
  return changedReply(context, changed, { sentences })
}
