import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { deleteComments, getComments } from '../../repositories/comments.ts'
import { comment } from '../../repositories/refs.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { namedIds } from '../named.ts'
import { nameTasks } from '../task/describe.ts'
import { commentView } from './view.ts'

export const answers = rowsOf(commentView)

/** Deletes comments; answers them as they were. */
export async function run({ db, now, input, confirm }: WriteContext, words: readonly string[]) {
  const ids = await namedIds(db, comment, words, input)
  const comments = await getComments(db, ids)
  if (comments.length === 0) return reply(commentView, [], { sentences: ['No comments, nothing removed'] })
  const tasks = [...new Set(comments.map(({ task_id }) => task_id))]
  const which = ids.length === 1 ? `comment ${ids[0]}` : `${ids.length} comments`
  const named = `${which} on ${await nameTasks(db, tasks)}`
  confirm(`Remove ${named}?`)
  await deleteComments(db, ids)
  await touchTasks(db, tasks, now)
  return reply(commentView, comments, { sentences: [`Removed ${named}`] })
}
