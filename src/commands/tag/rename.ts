import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { readTag } from '../../domain/words/values.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getTags, renameTag, requireTags } from '../../repositories/tags.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { viewsAsking } from '../view/asking.ts'
import { tagView } from './view.ts'

export const answers = rowsOf(tagView)

/** Gives a tag another name on every task; where a task has both, and where the new one is in use, they become one. */
export async function run({ db, now, clock }: WriteContext, words: readonly string[]) {
  const [from, to] = [readTag(words[0]!), readTag(words[1]!)]
  await requireTags(db, [from])
  if (from === to) return reply(tagView, [], { sentences: ['Nothing changed: it was so already'] })
  const before = await getTags(db, [to])
  const { ids, both } = await renameTag(db, from, to)
  await touchTasks(db, ids, now)
  const tasks = counted(ids.length, 'task')
  const sentence =
    before.length === 0
      ? `Renamed ${from} to ${to} · ${tasks}`
      : `Merged ${from} into ${to} · ${tasks}${both === 0 ? '' : `, ${both} of which had both`}`
  return reply(tagView, await getTags(db, [to]), {
    sentences: [sentence],
    warnings: await viewsAsking(db, { kind: 'tag', names: [from] }, clock),
  })
}
