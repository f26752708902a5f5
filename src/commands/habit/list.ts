import type { ReadContext } from '../../cli/context.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { withStandings } from '../../repositories/habit-standings.ts'
import { listHabits } from '../../repositories/habits.ts'
import { habitView } from './view.ts'

export const answers = rowsOf(habitView)

/** Lists habits by name with how they stand; those that ended or were archived only when told. */
export async function run({ db, clock }: ReadContext, _: readonly string[], options: { readonly all?: true }) {
  const habits = await listHabits(db, { day: clock.today, all: options.all === true })
  return reply(habitView, await withStandings(db, habits, clock))
}
