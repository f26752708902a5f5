import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { checkMessage } from '../../domain/reminder.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { insertReminders } from '../../repositories/reminder-writes.ts'
import { getReminders } from '../../repositories/reminders.ts'
import { requireOpen } from '../../workflows/keep-reminders.ts'
import { oneId } from '../named.ts'
import { describeReminder } from './describe.ts'
import { readPlace } from './place.ts'
import { reminderView } from './view.ts'

interface AddOptions {
  readonly message?: string
  readonly every?: string
}

export const answers = rowsOf(reminderView)

/** Stores one reminder: of a task, which the first word names, or with --message of what it says. All other words say when. */
export async function run(context: WriteContext, words: readonly string[], { message, every }: AddOptions) {
  const { db, clock, literal } = context
  const all = [...words, ...literal]
  if (all.length === 0 && message === undefined)
    throw new Failure(
      'usage',
      'neither a task nor a message is named',
      'larry remind add 12 -1d, or --message "Call Ada" 14:00',
    )
  const task_id = message === undefined ? await oneId(db, all.shift()!) : null
  if (task_id !== null) await requireOpen(db, [task_id])
  const place = await readPlace(db, { task_id, when: all.join(' '), every }, clock)
  const values = { task_id, message: message === undefined ? null : checkMessage(message), ...place }
  const rows = await getReminders(db, await insertReminders(db, [values], clock.now))
  return reply(reminderView(clock), rows, { sentences: [`Added ${describeReminder(rows[0]!, clock)}`], created: true })
}
