import type { WriteContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { checkDays, type HabitAttributes, type HabitOptions, readHabit } from '../../domain/habit/habit.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { checkedDays } from '../../repositories/habit-checks.ts'
import { getStandings } from '../../repositories/habit-standings.ts'
import { getHabits, refuseTakenHabit, type StoredHabit, updateHabits } from '../../repositories/habits.ts'
import { describeHabit } from './describe.ts'
import { habitsNamed } from './names.ts'
import { habitView } from './view.ts'

interface EditOptions extends HabitOptions {
  readonly archive?: true
  readonly unarchive?: true
}

export const answers = rowsOf(habitView)

/** Changes habits; a new name can be given to one only, and no check may be left outside its days. Rows are those that changed. */
export async function run(context: WriteContext, words: readonly string[], options: EditOptions) {
  const { db, now, clock } = context
  const { archive, unarchive, ...given } = options
  const values = readHabit(given, clock)
  if (Object.keys(options).length === 0)
    throw new Failure('usage', 'nothing to change', 'say what: larry habit edit Run --target 4')
  if (archive === true && unarchive === true)
    throw new Failure('usage', '--archive and --unarchive are both given', 'give one of them')
  const named = await habitsNamed(db, words)
  if (values.name !== undefined && named.length > 1)
    throw new Failure('usage', `"${values.name}" cannot be the name of ${named.length} habits`, 'name one habit')
  if (values.name !== undefined) await refuseTakenHabit(db, values.name, named[0]!.id)
  const ids = named.map(({ id }) => id)
  const habits = await getHabits(db, ids)
  await refuseOutside(context, habits, values)
  const changed = new Set(await updateHabits(db, ids, values, now))
  // One that is archived keeps the day it was.
  const others = habits.filter(({ archived_at }) => archived_at === null).map(({ id }) => id)
  if (archive === true) for (const id of await updateHabits(db, others, { archived_at: now }, now)) changed.add(id)
  if (unarchive === true) for (const id of await updateHabits(db, ids, { archived_at: null }, now)) changed.add(id)
  const rows = await getStandings(db, [...changed], clock)
  const sentence =
    rows.length === 0
      ? 'Nothing changed: it was so already'
      : `Changed ${rows.length === 1 ? describeHabit(rows[0]!, clock.today) : `${rows.length} habits`}`
  return reply(habitView, rows, { sentences: [sentence] })
}

/** Refuses days that would end a habit before it starts, or leave out what was checked. */
async function refuseOutside(
  { db }: WriteContext,
  habits: readonly StoredHabit[],
  { starts_on, ends_on }: HabitAttributes,
): Promise<void> {
  if (starts_on === undefined && ends_on === undefined) return
  const checked = await checkedDays(
    db,
    habits.map(({ id }) => id),
  )
  for (const habit of habits)
    checkDays({
      id: habit.id,
      name: habit.name,
      starts_on: starts_on ?? habit.starts_on,
      ends_on: ends_on === undefined ? habit.ends_on : ends_on,
      checked: checked.get(habit.id),
    })
}
