import type { WriteContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { deleteReminders } from '../../repositories/reminder-writes.ts'
import { nameReminders } from './describe.ts'
import { selectReminders } from './selection.ts'
import { reminderView } from './view.ts'

export const answers = rowsOf(reminderView)

/** Deletes reminders. Answers them as they were. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock, confirm } = context
  const reminders = await selectReminders(context, words)
  if (reminders.length === 0) return reply(reminderView(clock), [], { sentences: ['No reminders, nothing removed'] })
  const named = nameReminders(reminders, clock)
  confirm(`Remove ${named}?`)
  await deleteReminders(
    db,
    reminders.map(({ id }) => id),
  )
  return reply(reminderView(clock), reminders, { sentences: [`Removed ${named}`] })
}
