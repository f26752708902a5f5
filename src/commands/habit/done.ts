import type { WriteContext } from '../../cli/context.ts'
import { readCheckDay } from '../../domain/habit/check-day.ts'
import { doneOn } from '../../domain/habit/checking.ts'
import { readAmount } from '../../domain/habit/habit.ts'
import { plus } from '../../domain/habit/marks.ts'
import { checkNote } from '../../domain/time-span.ts'
import { rowsOf } from '../../output/answers.ts'
import { checkHabits, type Outcome } from '../../workflows/check-habits.ts'
import { checkReply, checkView } from './check-reply.ts'
import { habitsNamed } from './names.ts'

interface DoneOptions {
  readonly on?: string
  readonly amount?: string
  readonly note?: string
}

export const answers = rowsOf(checkView)

/** Checks a day of habits, today or one in the past. Done twice is said; an amount is then added, a note replaced. */
export async function run({ db, clock }: WriteContext, words: readonly string[], options: DoneOptions) {
  const day = readCheckDay(options.on, clock)
  const told = {
    ...(options.amount === undefined ? {} : { amount: readAmount('--amount', options.amount) }),
    ...(options.note === undefined ? {} : { note: checkNote(options.note) }),
  }
  const named = await habitsNamed(db, words)
  const outcomes = await checkHabits(db, named, day, (before) => doneOn(before, told), clock)
  return checkReply(outcomes, day, { said, advice }, clock)
}

function said({ habit: { name, unit, target }, before, after, check, soFar }: Outcome, when: string): string {
  const withUnit = (amount: number | null) => `${amount ?? 1}${unit === null ? '' : ` ${unit}`}`
  if (check === undefined) return `${name} was ${soFar < target ? 'checked' : 'done'} already ${when}`
  const amount = after?.amount ?? null
  if (before === undefined || before.skipped)
    return `${name}: ${amount === null ? 'done' : withUnit(amount)} ${when}${before === undefined ? '' : ', not skipped'}`
  if (amount === before.amount) return `${name}: note changed ${when}`
  return `${name}: ${withUnit(plus(amount ?? 1, -(before.amount ?? 1)))} more ${when}, ${withUnit(amount)} in all`
}

/** How to do more of what can be done more than once a day. */
function advice({ habit: { period, target, unit }, check, soFar }: Outcome): string[] {
  const canAdd = soFar < target && (unit !== null || period === 'day')
  return check === undefined && canAdd ? ['--amount adds to it'] : []
}
