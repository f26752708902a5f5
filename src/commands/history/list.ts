import type { ReadContext } from '../../cli/context.ts'
import { readPage } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { listActions } from '../../repositories/actions.ts'
import { actionView, replyActions } from './view.ts'

export const answers = rowsOf(actionView)

/** Lists actions, newest first. */
export async function run(
  { db }: ReadContext,
  _: readonly string[],
  options: { readonly limit?: string; readonly offset?: string },
) {
  return replyActions(await listActions(db, readPage(options)))
}
