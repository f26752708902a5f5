import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { checkMessage } from '../../domain/reminder.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { reminder as reminderKind } from '../../repositories/refs.ts'
import { updateReminders } from '../../repositories/reminder-writes.ts'
import { getReminders, type Reminder } from '../../repositories/reminders.ts'
import { requireOpen } from '../../workflows/keep-reminders.ts'
import { oneId } from '../named.ts'
import { describeReminder } from './describe.ts'
import { readPlace } from './place.ts'
import { reminderView } from './view.ts'

interface EditOptions {
  readonly message?: string
  readonly every?: string
}

export const answers = rowsOf(reminderView)

/** Gives one reminder another moment, rule or message. With another moment it is pending again, whatever it was. */
export async function run(context: WriteContext, words: readonly string[], options: EditOptions) {
  const { db, clock, literal } = context
  const when = [...words.slice(1), ...literal].join(' ')
  if (when.trim() === '' && options.message === undefined && options.every === undefined)
    throw new Failure('usage', 'nothing to change', 'say what: larry remind edit 3 "tomorrow 9am" --every weekday')
  if (words[0] === undefined)
    throw new Failure('usage', 'no reminder is named', 'the id comes first: larry remind edit 3 "tomorrow 9am"')
  const [reminder] = await getReminders(db, [await oneId(db, words[0], reminderKind)])
  const values = {
    ...(options.message === undefined ? {} : { message: messageFor(reminder!, options.message) }),
    ...(await momentFor(context, reminder!, when, options)),
  }
  const rows = await getReminders(db, await updateReminders(db, [reminder!.id], values, clock.now))
  const sentence =
    rows.length === 0 ? 'Nothing changed: it was so already' : `Changed ${describeReminder(rows[0]!, clock)}`
  return reply(reminderView(clock), rows, { sentences: [sentence] })
}

function messageFor({ id, task_id }: Reminder, message: string): string {
  if (task_id !== null)
    throw new Failure('conflict', `reminder ${id} is of task ${task_id} and has no message`, `larry show ${task_id}`)
  return checkMessage(message)
}

/** The columns that say when; a rule stays unless another or `--every none` is given. */
async function momentFor({ db, clock }: WriteContext, reminder: Reminder, when: string, { every }: EditOptions) {
  const { task_id, rule: repeats, zone, at, civil_at } = reminder
  if (when.trim() === '' && every === undefined) return {}
  const ends = every?.toLowerCase() === 'none'
  if (when.trim() === '' && ends) return { rule: null }
  if (task_id !== null) await requireOpen(db, [task_id])
  const rule = ends ? undefined : (every ?? repeats ?? undefined)
  const from = when.trim() === '' ? { at, civil_at, zone } : undefined
  const place = await readPlace(db, { task_id, when, every: rule, from }, clock)
  return { ...place, status: 'pending' as const, snoozed_until: null, fired_at: null }
}
