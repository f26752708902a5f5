import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { checkDays, type HabitOptions, readHabit, readNewHabitName } from '../../domain/habit/habit.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { getStandings } from '../../repositories/habit-standings.ts'
import { insertHabit, refuseTakenHabit } from '../../repositories/habits.ts'
import { describeHabit } from './describe.ts'
import { habitView } from './view.ts'

export const answers = rowsOf(habitView)

/** Adds a habit, from today and once a day unless told; a name that is taken, whatever the case, is a conflict. */
export async function run({ db, clock, now }: WriteContext, words: readonly string[], options: HabitOptions) {
  if (words.length === 0)
    throw new Failure('usage', 'a habit needs a name', 'larry habit add Run --target 3 --period week')
  const name = readNewHabitName(words.join(' '))
  const attributes = readHabit(options, clock)
  const { period = 'day', target = 1, unit = null, starts_on = clock.today, ends_on = null } = attributes
  checkDays({ name, starts_on, ends_on })
  await refuseTakenHabit(db, name)
  const id = await insertHabit(db, { name, period, target, unit, starts_on, ends_on }, now)
  const rows = await getStandings(db, [id], clock)
  return reply(habitView, rows, { sentences: [`Added ${describeHabit(rows[0]!, clock.today)}`], created: true })
}
