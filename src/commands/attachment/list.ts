import type { ReadContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { listAttachments } from '../../repositories/attachments.ts'
import { task } from '../../repositories/refs.ts'
import { namedIds } from '../named.ts'
import { attachmentView } from './view.ts'

export const answers = rowsOf(attachmentView)

/** Lists attached files by id: those of the tasks named, or of all. An empty pipe names none. */
export async function run({ db, input }: ReadContext, words: readonly string[]) {
  const tasks = words.length === 0 ? undefined : await namedIds(db, task, words, input)
  return reply(attachmentView, await listAttachments(db, tasks))
}
