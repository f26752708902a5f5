import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefs } from '../../domain/refs.ts'
import { reply } from '../../output/view.ts'
import { insertComments } from '../../repositories/comments.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { readComment } from '../comment/text.ts'
import { commentView } from '../comment/view.ts'
import { nameTasks } from './describe.ts'

/** Says something on one task, which counts as changed by it. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now, clock } = context
  const body = readComment(context, words)
  const [task_id, ...more] = await resolveRefs(db, readRefs(words.slice(0, 1)))
  if (task_id === undefined || more.length > 0)
    throw new Failure('usage', `"${words[0]}" does not name one task`, 'larry task comment 12 asked for a quote')
  const comments = await insertComments(db, [{ task_id, body }], now)
  await touchTasks(db, [task_id], now)
  const sentence = `Added comment ${comments[0]!.id} to ${await nameTasks(db, [task_id])}`
  return reply(commentView(clock), comments, { sentences: [sentence], created: true })
}
