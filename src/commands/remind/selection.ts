import type { WriteContext } from '../../cli/context.ts'
import { reminder } from '../../repositories/refs.ts'
import { getReminders, type Reminder } from '../../repositories/reminders.ts'
import { namedIds } from '../named.ts'

/** The reminders a changing verb is about, by id: as typed, and those a pipe holds. An empty pipe is none. */
export async function selectReminders({ db, input }: WriteContext, words: readonly string[]): Promise<Reminder[]> {
  return getReminders(db, await namedIds(db, reminder, words, input))
}
