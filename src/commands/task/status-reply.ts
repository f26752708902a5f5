import type { WriteContext } from '../../cli/context.ts'
import type { Reply } from '../../output/view.ts'
import type { StatusChange } from '../../workflows/change-status.ts'
import { changedReply } from './changed-reply.ts'
import { consequences } from './consequences.ts'
import { nameTasks } from './describe.ts'

/**
 * What a change of status says: the tasks, those that were so already, the timer that stopped, and what is ready now.
 * Rows are those that changed.
 */
export async function statusReply(
  context: WriteContext,
  verb: string,
  state: string,
  { changed, already, ...change }: StatusChange,
): Promise<Reply> {
  const { db } = context
  const sentences = [
    ...(changed.length === 0 ? [] : [`${verb} ${await nameTasks(db, changed)}`]),
    ...(already.length === 0
      ? []
      : [`${await nameTasks(db, already)} ${already.length === 1 ? 'was' : 'were'} already ${state}`]),
    ...(await consequences(db, change)),
  ]
  return changedReply(context, changed, {
    sentences: sentences.length === 0 ? ['No tasks, nothing done'] : sentences,
  })
}
