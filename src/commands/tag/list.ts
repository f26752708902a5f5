import type { ReadContext } from '../../cli/context.ts'
import { reply, type View } from '../../output/view.ts'
import { listTags } from '../../repositories/tags.ts'

type TagRow = Awaited<ReturnType<typeof listTags>>[number]

const view: View<TagRow> = {
  singular: 'tag',
  plural: 'tags',
  keys: ['tag', 'open', 'total'],
  columns: ['tag', 'open', 'total'],
  id: 'tag',
}

/** Lists every tag in use. */
export async function run({ db }: ReadContext) {
  return reply(view, await listTags(db))
}
