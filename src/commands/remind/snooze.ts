import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { countRefs } from '../../domain/refs.ts'
import { notPast, readAsked } from '../../domain/reminder.ts'
import { readLength } from '../../domain/when/phrase/lengths.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { updateReminders } from '../../repositories/reminder-writes.ts'
import { getReminders } from '../../repositories/reminders.ts'
import { requireOpen } from '../../workflows/keep-reminders.ts'
import { nameReminders } from './describe.ts'
import { selectReminders } from './selection.ts'
import { reminderView } from './view.ts'

export const answers = rowsOf(reminderView)

/** Puts reminders off until a moment; those that have fired or were dismissed are pending again. The first words are ids, the others say when. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock, literal } = context
  const leading = countRefs(words)
  const reminders = await selectReminders(context, words.slice(0, leading))
  const until = readUntil([...words.slice(leading), ...literal].join(' '), context)
  const tasks = reminders.map(({ task_id }) => task_id).filter((id) => id !== null)
  await requireOpen(db, tasks)
  const ids = reminders.map(({ id }) => id)
  const rows = await getReminders(
    db,
    await updateReminders(db, ids, { status: 'pending', snoozed_until: until }, clock.now),
  )
  const unchanged = ids.length === 0 ? 'No reminders, nothing snoozed' : 'Nothing changed: it was so already'
  const sentence = rows.length === 0 ? unchanged : `Snoozed ${nameReminders(rows, clock)}`
  return reply(reminderView(clock), rows, { sentences: [sentence] })
}

/** A length such as `1h` or `half an hour` counts from now, as `+1h` does. */
function readUntil(text: string, { clock }: WriteContext): string {
  if (text.trim() === '') throw new Failure('usage', 'until when is not said', 'larry remind snooze 3 +30m')
  const asked = readAsked(readLength(text) === undefined ? text : `in ${text}`, clock)
  if ('before' in asked)
    throw new Failure('usage', `"${text}" counts from a due date`, 'until when: +30m, "tomorrow 9am"')
  return notPast(asked, clock).at
}
