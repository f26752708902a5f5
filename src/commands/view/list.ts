import type { ReadContext } from '../../cli/context.ts'
import { reply } from '../../output/view.ts'
import { listViews } from '../../repositories/views.ts'
import { savedViews } from './view.ts'

/** Lists saved views by name. */
export async function run({ db }: ReadContext) {
  return reply(savedViews, await listViews(db))
}
