import type { ReadContext } from '../../cli/context.ts'
import { readWhole } from '../../domain/whole-number.ts'
import { listActions } from '../../repositories/actions.ts'
import { replyActions } from './view.ts'

/** Lists actions, newest first. */
export async function run(
  { db, clock }: ReadContext,
  _: readonly string[],
  options: { readonly limit?: string; readonly offset?: string },
) {
  const limit = readWhole('--limit', options.limit)
  const offset = readWhole('--offset', options.offset)
  const page = { ...(limit === undefined ? {} : { limit }), ...(offset === undefined ? {} : { offset }) }
  return replyActions(await listActions(db, page), clock)
}
