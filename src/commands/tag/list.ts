import type { ReadContext } from '../../cli/context.ts'
import { reply } from '../../output/view.ts'
import { listTags } from '../../repositories/tags.ts'
import { tagView } from './view.ts'

/** Lists every tag in use. */
export async function run({ db }: ReadContext) {
  return reply(tagView, await listTags(db))
}
