import type { WriteContext } from '../../cli/context.ts'
import { checkDescription } from '../../domain/description.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { describeAttachments, getAttachments } from '../../repositories/attachments.ts'
import { attachment } from '../../repositories/refs.ts'
import { touchTasks } from '../../repositories/task-writes.ts'
import { oneId } from '../named.ts'
import { attachmentView, nameFiles } from './view.ts'

export const answers = rowsOf(attachmentView)

/** Gives a file a description, or takes it away. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, now } = context
  const found = await getAttachments(db, [await oneId(db, words[0]!, attachment)])
  const changed = await describeAttachments(
    db,
    found.map(({ id }) => id),
    descriptionIn(context, words.slice(1)),
    now,
  )
  const rows = await getAttachments(db, changed)
  await touchTasks(
    db,
    rows.map(({ task_id }) => task_id),
    now,
  )
  const sentence = changed.length === 0 ? 'Nothing changed: it was so already' : `Changed ${nameFiles(found)}`
  return reply(attachmentView, rows, { sentences: [sentence] })
}

function descriptionIn({ input, literal }: WriteContext, words: readonly string[]): string | null {
  const text = input?.join('\n') ?? [...words, ...literal].join(' ')
  const clears = text.trim() === '' || (input === undefined && literal.length === 0 && text.toLowerCase() === 'none')
  return clears ? null : checkDescription(text)
}
