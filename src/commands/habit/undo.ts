import type { WriteContext } from '../../cli/context.ts'
import { readCheckDay } from '../../domain/habit/check-day.ts'
import { rowsOf } from '../../output/answers.ts'
import { checkHabits, type Outcome } from '../../workflows/check-habits.ts'
import { checkReply, checkView } from './check-reply.ts'
import { habitsNamed } from './names.ts'

export const answers = rowsOf(checkView)

/** Takes back what habits have on a day, done or skipped. Answers the checks as they were. */
export async function run({ db, clock }: WriteContext, words: readonly string[], options: { readonly on?: string }) {
  const day = readCheckDay(options.on, clock)
  const outcomes = await checkHabits(db, await habitsNamed(db, words), day, () => undefined, clock)
  // A check before the start had moved the start; only `larry undo` knows from where.
  const advice = ({ habit, check }: Outcome) =>
    check !== undefined && habit.starts_on === day && day < clock.today ? [`still starts ${day}`] : []
  return checkReply(outcomes, day, { said, advice }, clock)
}

function said({ habit: { name }, before }: Outcome, when: string): string {
  if (before === undefined) return `${name} was neither done nor skipped ${when}`
  return `${name}: ${before.skipped ? 'not skipped' : 'not done'} ${when} any more`
}
