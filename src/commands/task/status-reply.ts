import type { WriteContext } from '../../cli/context.ts'
import type { Reply } from '../../output/view.ts'
import type { StatusChange } from '../../workflows/change-status.ts'
import { changedReply } from './changed-reply.ts'
import { consequences } from './consequences.ts'
import { nameTasks } from './describe.ts'

/**
 * What a change of status says: the tasks, those that were so already, what it brought beside that, and `more`. Rows are
 * those that changed.
 */
export async function statusReply(
  context: WriteContext,
  verb: string,
  state: string,
  { changed, already, ...brought }: StatusChange,
  more: readonly string[] = [],
): Promise<Reply> {
  const { db, clock } = context
  const sentences = [
    ...(changed.length === 0 ? [] : [`${verb} ${await nameTasks(db, changed)}`]),
    ...(already.length === 0
      ? []
      : [`${await nameTasks(db, already)} ${already.length === 1 ? 'was' : 'were'} already ${state}`]),
    ...(await consequences(db, brought, clock)),
    ...more,
  ]
  return changedReply(context, changed, {
    sentences: sentences.length === 0 ? ['No tasks, nothing done'] : sentences,
  })
}
