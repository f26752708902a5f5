import type { Tx } from '../db/handles.ts'
import { Failure } from '../domain/errors.ts'
import { type DayEntry, isSameEntry, withDay } from '../domain/habit/checking.ts'
import { type Check, marksOf } from '../domain/habit/marks.ts'
import { markAt, type Standing, standingOf } from '../domain/habit/standing.ts'
import { milestoneBetween } from '../domain/habit/streaks.ts'
import type { Named } from '../domain/named.ts'
import type { Clock } from '../domain/when/clock.ts'
import { checksOf, checksOn, deleteChecks, putChecks, type StoredCheck } from '../repositories/habit-checks.ts'
import { getHabits, type StoredHabit, updateHabits } from '../repositories/habits.ts'

/** What became of one habit on a day. */
export interface Outcome {
  readonly habit: StoredHabit
  readonly before: DayEntry | undefined
  /** Undefined where it was taken back, and where there was nothing to take back. */
  readonly after: DayEntry | undefined
  /** The row that changed, as it is now or, taken back, as it was; undefined where nothing changed. */
  readonly check: StoredCheck | undefined
  /** The habit began later until now. */
  readonly movedStart: boolean
  /** What the period of the day comes to. */
  readonly soFar: number
  readonly standing: Standing
  /** What the streak has just reached. */
  readonly milestone: number | null
}

/** What a day of a habit is to say, from what it says; undefined takes it back. */
type Change = (before: DayEntry | undefined, habit: StoredHabit) => DayEntry | undefined

/** Notes a day of habits, each in the way `change` says; a habit that began later begins on that day. In the order named. */
export async function checkHabits(tx: Tx, named: readonly Named[], day: string, change: Change, clock: Clock) {
  const ids = named.map(({ id }) => id)
  const habits = await getHabits(tx, ids)
  const there = new Map((await checksOn(tx, ids, day)).map((check) => [check.habit_id, check]))
  const history = await checksOf(tx, ids)
  const steps = habits.map((habit) => {
    const check = there.get(habit.id)
    const before = check && { amount: check.amount, note: check.note, skipped: check.skipped === 1 }
    const after = change(before, habit)
    if (after !== undefined) refuseClosed(habit, day)
    const isChanged = after === undefined ? before !== undefined : !isSameEntry(before, after)
    return { habit, check, before, after, isChanged, movedStart: isChanged && habit.starts_on > day }
  })
  const changed = steps.filter(({ isChanged }) => isChanged)
  await store(tx, changed, day, clock.now)
  const late = changed.filter(({ movedStart }) => movedStart).map(({ habit }) => habit.id)
  await updateHabits(tx, late, { starts_on: day }, clock.now)
  const stored = new Map((await checksOn(tx, ids, day)).map((check) => [check.habit_id, check]))
  const outcomes = new Map(
    steps.map(({ check, isChanged, ...step }) => {
      const shown = isChanged ? (stored.get(step.habit.id) ?? check) : undefined
      return [step.habit.id, { ...step, check: shown, ...effect(step, history.get(step.habit.id) ?? [], day, clock) }]
    }),
  )
  return ids.map((id): Outcome => outcomes.get(id)!)
}

interface Step {
  readonly habit: StoredHabit
  readonly after: DayEntry | undefined
}

async function store(tx: Tx, steps: readonly Step[], day: string, now: string): Promise<void> {
  const entries = steps.flatMap(({ habit, after }) =>
    after === undefined ? [] : [{ habit_id: habit.id, on: day, ...after, skipped: after.skipped ? 1 : 0 }],
  )
  await putChecks(tx, entries, now)
  const gone = steps.filter(({ after }) => after === undefined).map(({ habit }) => habit.id)
  if (gone.length > 0) await deleteChecks(tx, gone, day)
}

/** How the habit stands with the day as it now is, and whether its streak passed a milestone by it. */
function effect({ habit, after }: Step, checks: readonly Check[], day: string, clock: Clock) {
  const plan = { ...habit, starts_on: after !== undefined && day < habit.starts_on ? day : habit.starts_on }
  const checksNow = withDay(checks, day, after)
  const standing = standingOf(plan, checksNow, clock)
  const { current_streak } = standingOf(habit, checks, clock)
  return {
    standing,
    soFar: markAt(marksOf(checksNow, plan, clock.weekStart), plan, day, clock)?.amount ?? 0,
    milestone: milestoneBetween(current_streak, standing.current_streak),
  }
}

/** Refuses a day of a habit that is archived or had ended by then. */
function refuseClosed({ id, name, ends_on, archived_at }: StoredHabit, day: string): void {
  if (archived_at !== null) throw new Failure('conflict', `"${name}" is archived`, `larry habit edit ${id} --unarchive`)
  if (ends_on !== null && ends_on < day)
    throw new Failure('conflict', `"${name}" ended on ${ends_on}`, `larry habit edit ${id} --ends none`)
}
