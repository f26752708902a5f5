import type { ReadContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { readRefLines, readRefs } from '../../domain/refs.ts'
import { readPage } from '../../domain/whole-number.ts'
import { reply } from '../../output/view.ts'
import { listComments } from '../../repositories/comments.ts'
import { resolveRefs } from '../../repositories/refs.ts'
import { commentView } from './view.ts'

/** Lists the comments on the tasks named, or all there are. An empty pipe names no task and finds none. */
export async function run(
  { db, clock, input }: ReadContext,
  words: readonly string[],
  options: { readonly limit?: string; readonly offset?: string },
) {
  const page = readPage(options)
  const refs = [...readRefs(words.filter((word) => word !== '-')), ...readRefLines(input ?? [])]
  if (words.length > 0 && refs.length === 0 && input === undefined)
    throw new Failure('usage', `"${words.join(' ')}" names no task`, 'larry comment list lists all')
  const tasks = words.length === 0 ? undefined : await resolveRefs(db, refs)
  return reply(commentView(clock), await listComments(db, tasks, page))
}
