import type { WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { nameAll } from '../../domain/named.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { countChecks } from '../../repositories/habit-checks.ts'
import { getStandings } from '../../repositories/habit-standings.ts'
import { deleteHabits } from '../../repositories/habits.ts'
import { habitsNamed } from './names.ts'
import { habitView } from './view.ts'

export const answers = rowsOf(habitView)

/** Deletes habits and all that was checked of them. Answers the habits as they were. */
export async function run({ db, clock, confirm }: WriteContext, words: readonly string[]) {
  const ids = (await habitsNamed(db, words)).map(({ id }) => id)
  const rows = await getStandings(db, ids, clock)
  const count = await countChecks(db, ids)
  const named = nameAll(rows, 'habits')
  const checks = counted(count, 'check')
  const them = ids.length === 1 ? 'it' : 'them'
  confirm(`Remove ${named}?${count === 0 ? '' : ` ${checks} ${count === 1 ? 'goes' : 'go'} with ${them}.`}`)
  await deleteHabits(db, ids)
  return reply(habitView, rows, {
    sentences: [`Removed ${named}${count === 0 ? '' : ` · ${checks} went with ${them}`}`],
  })
}
