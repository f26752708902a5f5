import type { Db } from '../db/handles.ts'
import { type Standing, standingOf } from '../domain/habit/standing.ts'
import type { Clock } from '../domain/when/clock.ts'
import { checksOf } from './habit-checks.ts'
import { getHabits, type StoredHabit } from './habits.ts'

/** A habit as every verb shows it: what is stored, and how it stands. */
export type Habit = StoredHabit & Standing

/** Habits with how they stand today, in the order given; all their checks are one statement. */
export async function withStandings(db: Db, habits: readonly StoredHabit[], clock: Clock): Promise<Habit[]> {
  const checks = await checksOf(
    db,
    habits.map(({ id }) => id),
  )
  return habits.map((habit) => {
    const { id, uid, name, created_at, updated_at, ...plan } = habit
    const { status, ...standing } = standingOf(habit, checks.get(id) ?? [], clock)
    return { id, uid, name, status, ...plan, ...standing, created_at, updated_at }
  })
}

/** The habits with these ids as they stand today, by name. */
export async function getStandings(db: Db, ids: readonly number[], clock: Clock): Promise<Habit[]> {
  return withStandings(db, await getHabits(db, ids), clock)
}
