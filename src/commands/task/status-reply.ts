import type { WriteContext } from '../../cli/context.ts'
import { type Reply, reply } from '../../output/view.ts'
import { getTaskLines, getTasks } from '../../repositories/tasks.ts'
import type { StatusChange } from '../../workflows/change-status.ts'
import { nameTasks } from './describe.ts'
import { taskView } from './view.ts'

/** What a change of status says: the tasks, those that were so already, and what is ready now. Rows are those that changed. */
export async function statusReply(
  { db, clock }: WriteContext,
  verb: string,
  state: string,
  change: StatusChange,
): Promise<Reply> {
  const tasks = await getTasks(db, [...change.changed, ...change.already])
  const changed = new Set(change.changed)
  const done = tasks.filter(({ id }) => changed.has(id))
  const already = tasks.filter(({ id }) => !changed.has(id))
  const sentences = [
    ...(done.length === 0 ? [] : [`${verb} ${nameTasks(done)}`]),
    ...(already.length === 0
      ? []
      : [`${nameTasks(already)} ${already.length === 1 ? 'was' : 'were'} already ${state}`]),
    ...(change.unblocked.length === 0 ? [] : [`Now ready: ${nameTasks(await getTaskLines(db, change.unblocked))}`]),
  ]
  return reply(taskView(clock), done, { sentences: sentences.length === 0 ? ['No tasks, nothing done'] : sentences })
}
