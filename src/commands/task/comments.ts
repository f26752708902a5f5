import type { ReadContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { commentsOf } from '../../repositories/comments.ts'
import { commentView } from '../comment/view.ts'
import { oneId } from '../named.ts'

export const answers = rowsOf(commentView)

/** Lists the comments on one task. */
export async function run({ db }: ReadContext, words: readonly string[]) {
  return reply(commentView, await commentsOf(db, await oneId(db, words.join(','))))
}
