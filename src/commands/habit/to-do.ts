import type { Db } from '../../db/handles.ts'
import { marksOf } from '../../domain/habit/marks.ts'
import { startOfPeriod } from '../../domain/habit/period.ts'
import { markAt } from '../../domain/habit/standing.ts'
import { describeGoal, describeSoFar } from '../../domain/habit/wording.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { checksOf } from '../../repositories/habit-checks.ts'
import { listHabits, type StoredHabit } from '../../repositories/habits.ts'

/** A habit something can still be done for today, and what of it is done. */
export interface HabitToDo {
  readonly id: number
  readonly name: string
  /** `2 of 3 this week`, or what it asks for where nothing is done yet. */
  readonly missing: string
}

/** The habits whose period is not kept yet, by name; none that was skipped today, nor one counted by days that has today's. */
export async function habitsToDo(db: Db, clock: Clock): Promise<HabitToDo[]> {
  const habits = (await listHabits(db, { day: clock.today, all: false })).filter(
    ({ starts_on }) => starts_on <= clock.today,
  )
  if (habits.length === 0) return []
  const starts = habits.map(({ period }) => startOfPeriod(clock.today, period, clock.weekStart))
  const first = starts.reduce((a, b) => (a < b ? a : b))
  const ids = habits.map(({ id }) => id)
  const checks = await checksOf(db, ids, first)
  return habits.flatMap((habit) => {
    const own = checks.get(habit.id) ?? []
    const mark = markAt(marksOf(own, habit, clock.weekStart), habit, clock.today, clock)
    const today = own.find(({ on }) => on === clock.today)
    const isOver = today !== undefined && (today.skipped || (habit.period !== 'day' && habit.unit === null))
    return isOver || (mark !== undefined && mark.keptOn !== null) ? [] : [toDo(habit, mark?.amount ?? 0)]
  })
}

function toDo(habit: StoredHabit, amount: number): HabitToDo {
  const missing = amount === 0 ? describeGoal(habit) : describeSoFar(amount, habit, true)
  return { id: habit.id, name: habit.name, missing }
}
