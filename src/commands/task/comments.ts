import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefs } from '../../domain/refs.ts'
import { reply } from '../../output/view.ts'
import { commentsOf } from '../../repositories/comments.ts'
import { resolveRefs } from '../../repositories/task-refs.ts'
import { commentView } from '../comment/view.ts'

/** Lists the comments on one task. */
export async function run({ db, clock }: ReadContext, words: readonly string[]) {
  const [id, ...more] = await resolveRefs(db, readRefs(words))
  if (id === undefined || more.length > 0)
    throw new Failure('usage', `"${words.join(' ')}" does not name one task`, 'larry comment list 3-9 takes many')
  return reply(commentView(clock), await commentsOf(db, id))
}
