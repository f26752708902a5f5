import type { ReadContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { listViews } from '../../repositories/views.ts'
import { savedViews } from './view.ts'

export const answers = rowsOf(savedViews)

/** Lists saved views by name. */
export async function run({ db }: ReadContext) {
  return reply(savedViews, await listViews(db))
}
