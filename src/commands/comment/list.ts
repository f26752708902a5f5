import type { ReadContext } from '../../cli/context.ts'
import { readPage } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { listComments } from '../../repositories/comments.ts'
import { task } from '../../repositories/refs.ts'
import { namedIds } from '../named.ts'
import { commentView } from './view.ts'

export const answers = rowsOf(commentView)

/** Lists the comments on the tasks named, or all there are. An empty pipe names no task and finds none. */
export async function run(
  { db, input }: ReadContext,
  words: readonly string[],
  options: { readonly limit?: string; readonly offset?: string },
) {
  const page = readPage(options)
  const tasks = words.length === 0 ? undefined : await namedIds(db, task, words, input)
  return reply(commentView, await listComments(db, tasks, page))
}
