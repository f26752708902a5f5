import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { insertComments } from '../../repositories/comments.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { readComment } from '../comment/text.ts'
import { commentView } from '../comment/view.ts'
import { oneId } from '../named.ts'
import { nameTasks } from './describe.ts'

export const answers = rowsOf(commentView)

/** Says something on one task, which counts as changed by it. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now } = context
  const body = readComment(context, words)
  const task_id = await oneId(db, words[0]!)
  const comments = await insertComments(db, [{ task_id, body }], now)
  await touchTasks(db, [task_id], now)
  const sentence = `Added comment ${comments[0]!.id} to ${await nameTasks(db, [task_id])}`
  return reply(commentView, comments, { sentences: [sentence], created: true })
}
