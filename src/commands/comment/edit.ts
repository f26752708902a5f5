import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { updateComment } from '../../repositories/comments.ts'
import { comment } from '../../repositories/refs.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { oneId } from '../named.ts'
import { nameTasks } from '../task/describe.ts'
import { readComment } from './text.ts'
import { commentView } from './view.ts'

export const answers = rowsOf(commentView)

/** Gives one comment another text. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now } = context
  const body = readComment(context, words)
  const id = await oneId(db, words[0]!, comment)
  const changed = await updateComment(db, id, body, now)
  const tasks = changed.map(({ task_id }) => task_id)
  await touchTasks(db, tasks, now)
  const sentence =
    changed.length === 0
      ? 'Nothing changed: it was so already'
      : `Changed comment ${id} on ${await nameTasks(db, tasks)}`
  return reply(commentView, changed, { sentences: [sentence] })
}
