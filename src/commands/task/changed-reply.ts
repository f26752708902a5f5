import type { WriteContext } from '../../cli/context.ts'
import { integer } from '../../output/types.ts'
import { type Reply, reply, type View } from '../../output/view.ts'
import { getTasks, type Task } from '../../repositories/tasks.ts'
import { taskView } from './view.ts'

/** Stands for the view of tasks where only their ids are told. */
const idView: View<{ id: number }> = {
  singular: 'task',
  plural: 'tasks',
  types: { id: integer },
  columns: ['id'],
  id: 'id',
}

/** What a changing verb answers: its sentences, and the tasks as they are now, read (unless `known`) only where they are shown. */
export async function changedReply(
  { db, clock, showsRows }: WriteContext,
  ids: readonly number[],
  said: Pick<Reply, 'sentences' | 'created'>,
  known?: readonly Task[],
): Promise<Reply> {
  if (showsRows({ created: said.created === true }))
    return reply(taskView(clock), known ?? (await getTasks(db, ids)), said)
  return reply(
    idView,
    ids.map((id) => ({ id })),
    said,
  )
}
