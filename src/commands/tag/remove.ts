import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { Failure } from '../../domain/errors.ts'
import { readTag } from '../../domain/words/values.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { countTagged, deleteTags, requireTags } from '../../repositories/tags.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { viewsAsking } from '../view/asking.ts'
import { tagView } from './view.ts'

export const answers = rowsOf(tagView)

/** Takes tags away from every task. Answers the tags as they were. */
export async function run({ db, now, clock, confirm }: WriteContext, words: readonly string[]) {
  if (words.length === 0) throw new Failure('usage', 'no tag is named', 'larry tag list')
  const tags = [...new Set(words.map(readTag))]
  const rows = await requireTags(db, tags)
  const named = rows.length > 3 ? counted(rows.length, 'tag') : rows.map(({ tag }) => tag).join(', ')
  const from = `${named} from ${counted(await countTagged(db, tags), 'task')}`
  confirm(`Remove ${from}?`)
  await touchTasks(db, await deleteTags(db, tags), now)
  return reply(tagView, rows, {
    sentences: [`Removed ${from}`],
    warnings: await viewsAsking(db, { kind: 'tag', names: tags }, clock),
  })
}
