import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { showSeconds } from '../../domain/duration.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { deleteEntries } from '../../repositories/time-entry-writes.ts'
import { describeEntry } from './describe.ts'
import { selectEntries } from './selection.ts'
import { entryView } from './view.ts'

export const answers = rowsOf(entryView)

/** Deletes time entries, a running timer with its own. Answers them as they were. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock, confirm } = context
  const view = entryView(clock)
  const entries = await selectEntries(context, words)
  if (entries.length === 0) return reply(view, [], { sentences: ['No time entries, nothing removed'] })
  const total = showSeconds(entries.reduce((sum, { seconds }) => sum + seconds, 0))
  const named =
    entries.length === 1
      ? describeEntry(entries[0]!, clock)
      : `${counted(entries.length, 'time entry', 'time entries')} · ${total}`
  confirm(`Remove ${named}?`)
  await deleteEntries(
    db,
    entries.map(({ id }) => id),
  )
  return reply(view, entries, { sentences: [`Removed ${named}`] })
}
