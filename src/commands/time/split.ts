import type { WriteContext } from '../../cli/context.ts'
import { minutesIn } from '../../domain/duration.ts'
import { Failure } from '../../domain/errors.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { addMinutes } from '../../domain/when/moment.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import type { Entry } from '../../repositories/time-entries.ts'
import { getEntries } from '../../repositories/time-entries.ts'
import { splitEntry } from '../../workflows/keep-time.ts'
import { describeEntry } from './describe.ts'
import { readWithin, selectEntries } from './selection.ts'
import { entryView } from './view.ts'

export const answers = rowsOf(entryView)

/** Makes two entries of one, at a time inside it or after a length. The first keeps the id, a running timer the second part. */
export async function run(context: WriteContext, words: readonly string[]) {
  const { db, clock, now } = context
  const [entry, ...others] = await selectEntries(context, [words[0]!])
  if (entry === undefined || others.length > 0)
    throw new Failure('usage', `"${words[0]!}" does not name one time entry`, 'such as larry time split 7 10:30')
  const second = await splitEntry(db, entry, readPlace(words[1]!, entry, clock), clock)
  const rows = await getEntries(db, [entry.id, second], now)
  const sentences = rows.map((row, i) => `${i === 0 ? 'Split' : 'Added'} ${describeEntry(row, clock)}`)
  return reply(entryView(clock), rows, { sentences })
}

/** A length counts from the beginning. */
function readPlace(text: string, entry: Entry, clock: Clock): string {
  const minutes = minutesIn(text)
  return minutes === undefined ? readWithin(text, entry, clock) : addMinutes(entry.started_at, minutes)
}
