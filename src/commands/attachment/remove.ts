import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { deleteAttachments, getAttachments } from '../../repositories/attachments.ts'
import { attachment } from '../../repositories/refs.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { namedIds } from '../named.ts'
import { nameTasks } from '../task/describe.ts'
import { attachmentView, nameFiles } from './view.ts'

export const answers = rowsOf(attachmentView)

/** Detaches files and answers them as they were. What they hold stays in the store, for undo and for who else has it. */
export async function run({ db, now, input, confirm }: WriteContext, words: readonly string[]) {
  const files = await getAttachments(db, await namedIds(db, attachment, words, input))
  if (files.length === 0) return reply(attachmentView, [], { sentences: ['No attachments, nothing removed'] })
  const tasks = [...new Set(files.map(({ task_id }) => task_id))]
  const said = `${nameFiles(files)} from ${await nameTasks(db, tasks)}`
  confirm(`Remove ${said}?`)
  await deleteAttachments(
    db,
    files.map(({ id }) => id),
  )
  await touchTasks(db, tasks, now)
  return reply(attachmentView, files, { sentences: [`Removed ${said}`] })
}
