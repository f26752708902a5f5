import type { ReadContext } from '../../cli/context.ts'
import { readPage } from '../../domain/whole-number.ts'
import { listActions } from '../../repositories/actions.ts'
import { replyActions } from './view.ts'

/** Lists actions, newest first. */
export async function run(
  { db }: ReadContext,
  _: readonly string[],
  options: { readonly limit?: string; readonly offset?: string },
) {
  return replyActions(await listActions(db, readPage(options)))
}
