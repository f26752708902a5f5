import type { ReadContext } from '../../cli/context.ts'
import { readPage } from '../../domain/whole-number.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { task } from '../../repositories/refs.ts'
import { listReminders } from '../../repositories/reminders.ts'
import { namedIds } from '../named.ts'
import { reminderView } from './view.ts'

interface ListOptions {
  readonly all?: true
  readonly limit?: string
  readonly offset?: string
}

export const answers = rowsOf(reminderView)

/** Lists reminders in the order of their moments, the pending ones unless told: all, or those of tasks. */
export async function run({ db, clock, input }: ReadContext, words: readonly string[], { all, ...page }: ListOptions) {
  const tasks = words.length === 0 && input === undefined ? undefined : await namedIds(db, task, words, input)
  const rows = await listReminders(db, { tasks, all: all === true, ...readPage(page) })
  return reply(reminderView(clock), rows)
}
