import type { ReadContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { listTags } from '../../repositories/tags.ts'
import { tagView } from './view.ts'

export const answers = rowsOf(tagView)

/** Lists every tag in use. */
export async function run({ db }: ReadContext) {
  return reply(tagView, await listTags(db))
}
