import type { WriteContext } from '../../cli/context.ts'
import { readCheckDay } from '../../domain/habit/check-day.ts'
import { skippedOn } from '../../domain/habit/checking.ts'
import { checkNote } from '../../domain/time-span.ts'
import { rowsOf } from '../../output/answers.ts'
import { checkHabits, type Outcome } from '../../workflows/check-habits.ts'
import { checkReply, checkView } from './check-reply.ts'
import { habitsNamed } from './names.ts'

export const answers = rowsOf(checkView)

/** Skips a day of habits: it neither counts nor breaks a streak. A day that is done is refused. */
export async function run(
  { db, clock }: WriteContext,
  words: readonly string[],
  options: { readonly on?: string; readonly note?: string },
) {
  const day = readCheckDay(options.on, clock)
  const told = options.note === undefined ? {} : { note: checkNote(options.note) }
  const named = await habitsNamed(db, words)
  const outcomes = await checkHabits(db, named, day, (before, habit) => skippedOn(before, told, habit, day), clock)
  return checkReply(outcomes, day, { said }, clock)
}

function said({ habit: { name }, before, check }: Outcome, when: string): string {
  if (check === undefined) return `${name} was skipped already ${when}`
  return before === undefined ? `${name}: skipped ${when}` : `${name}: note changed ${when}`
}
