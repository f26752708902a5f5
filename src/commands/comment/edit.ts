import type { WriteContext } from '../../cli/context.ts'
import { commentNoun } from '../../domain/comment.ts'
import { readEntryId } from '../../domain/entry-ids.ts'
import { reply } from '../../output/view.ts'
import { updateComment } from '../../repositories/comments.ts'
import { requireEntries } from '../../repositories/entries.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { nameTasks } from '../task/describe.ts'
import { readComment } from './text.ts'
import { commentView } from './view.ts'

/** Gives one comment another text. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now, clock } = context
  const id = readEntryId(commentNoun, words[0]!)
  const body = readComment(context, words)
  await requireEntries(db, 'task_comments', commentNoun, [id])
  const changed = await updateComment(db, id, body, now)
  const tasks = changed.map(({ task_id }) => task_id)
  await touchTasks(db, tasks, now)
  const sentence =
    changed.length === 0
      ? 'Nothing changed: it was so already'
      : `Changed comment ${id} on ${await nameTasks(db, tasks)}`
  return reply(commentView(clock), changed, { sentences: [sentence] })
}
