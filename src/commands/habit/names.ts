import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import { readHabitName } from '../../domain/habit/habit.ts'
import type { Named } from '../../domain/named.ts'
import { requireHabits } from '../../repositories/habits.ts'

/** The habits a verb is about, each argument one. */
export function habitsNamed(db: Db, words: readonly string[]): Promise<Named[]> {
  refuseNone(words)
  return requireHabits(db, words.map(readHabitName))
}

/** The one habit a verb is about; all its words are the name. */
export async function habitNamed(db: Db, words: readonly string[]): Promise<Named> {
  refuseNone(words)
  const [habit] = await requireHabits(db, [readHabitName(words.join(' '))])
  return habit!
}

function refuseNone(words: readonly string[]): void {
  if (words.length === 0) throw new Failure('usage', 'no habit is named', 'larry habit list')
}
