import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { updateReminders } from '../../repositories/reminder-writes.ts'
import { getReminders } from '../../repositories/reminders.ts'
import { nameReminders } from './describe.ts'
import { selectReminders } from './selection.ts'
import { reminderView } from './view.ts'

export const answers = rowsOf(reminderView)

/** Dismisses reminders: they are heard no more, those that repeat never again. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock, now } = context
  const ids = (await selectReminders(context, words)).map(({ id }) => id)
  const changed = await updateReminders(db, ids, { status: 'dismissed', snoozed_until: null }, now)
  const rows = await getReminders(db, changed)
  const already = ids.length - changed.length
  const sentences = [
    ...(rows.length === 0 ? [] : [`Dismissed ${nameReminders(rows, clock)}`]),
    ...(already === 0 ? [] : [`${counted(already, 'reminder was', 'reminders were')} already dismissed`]),
  ]
  return reply(reminderView(clock), rows, {
    sentences: sentences.length === 0 ? ['No reminders, nothing dismissed'] : sentences,
  })
}
