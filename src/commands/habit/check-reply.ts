import { counted } from '../../domain/counted.ts'
import { periodNumber, periods } from '../../domain/habit/period.ts'
import type { Standing } from '../../domain/habit/standing.ts'
import { describeSoFar, describeStreak } from '../../domain/habit/wording.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { describeWhen } from '../../domain/when/describe.ts'
import { among, boolean, date, instant, integer, nullable, number, text } from '../../output/types.ts'
import { type Reply, reply, type View } from '../../output/view.ts'
import type { StoredCheck } from '../../repositories/habit-checks.ts'
import type { StoredHabit } from '../../repositories/habits.ts'
import type { Outcome } from '../../workflows/check-habits.ts'

/** A check, and how its habit stands with it. */
type CheckRow = Omit<StoredCheck, 'skipped'> &
  Pick<StoredHabit, 'name' | 'period' | 'target' | 'unit'> &
  Pick<Standing, 'done_this_period' | 'current_streak' | 'longest_streak'> & {
    readonly skipped: boolean
    /** What the streak has just reached, 7, 30 or 100; else null. */
    readonly milestone: number | null
  }

/** Checks in every format. */
export const checkView: View<CheckRow> = {
  singular: 'check',
  plural: 'checks',
  types: {
    habit_id: integer,
    name: text,
    on: date,
    amount: nullable(number),
    note: nullable(text),
    skipped: boolean,
    period: among(periods),
    target: number,
    unit: nullable(text),
    done_this_period: number,
    current_streak: integer,
    longest_streak: integer,
    milestone: nullable(integer),
    created_at: instant,
    updated_at: instant,
  },
  columns: ['habit_id', 'on', 'amount', 'skipped', 'done_this_period', 'current_streak', 'name'],
  id: 'habit_id',
}

interface Wording {
  /** `Run: done today`. */
  readonly said: (outcome: Outcome, when: string) => string
  /** What to know beside it, at the end. */
  readonly advice?: (outcome: Outcome) => readonly string[]
}

/** Answers the checks that changed and says of each habit what became of it, in the words of `said`, and how it stands. */
export function checkReply(
  outcomes: readonly Outcome[],
  day: string,
  { said, advice = () => [] }: Wording,
  clock: Clock,
): Reply {
  const when = day === clock.today ? 'today' : describeWhen(day, clock.today)
  const rows = outcomes.flatMap((outcome) => (outcome.check === undefined ? [] : [rowOf(outcome, outcome.check)]))
  const sentences = outcomes.flatMap((outcome) => [
    [said(outcome, when), ...standingWords(outcome, day, clock), ...advice(outcome)].join(' · '),
    ...milestoneWords(outcome),
  ])
  return reply(checkView, rows, { sentences })
}

function rowOf({ habit, standing, milestone }: Outcome, check: StoredCheck): CheckRow {
  return {
    habit_id: habit.id,
    name: habit.name,
    on: check.on,
    amount: check.amount,
    note: check.note,
    skipped: check.skipped === 1,
    period: habit.period,
    target: habit.target,
    unit: habit.unit,
    done_this_period: standing.done_this_period,
    current_streak: standing.current_streak,
    longest_streak: standing.longest_streak,
    milestone,
    created_at: check.created_at,
    updated_at: check.updated_at,
  }
}

function standingWords({ habit, soFar, standing, movedStart }: Outcome, day: string, clock: Clock): string[] {
  const { today, weekStart } = clock
  const isNow = periodNumber(day, habit.period, weekStart) === periodNumber(today, habit.period, weekStart)
  // "1 of 1 today" would say no more than that it is done.
  const isPlain = habit.period === 'day' && habit.target === 1 && habit.unit === null
  const streak = describeStreak(standing.current_streak, standing.longest_streak, habit.period)
  return [
    ...(isPlain ? [] : [describeSoFar(soFar, habit, isNow)]),
    ...(streak === undefined ? [] : [streak]),
    ...(movedStart ? [`now starts ${day}`] : []),
  ]
}

function milestoneWords({ habit, milestone }: Outcome): string[] {
  return milestone === null ? [] : [`${habit.name}: a milestone, ${counted(milestone, habit.period)} in a row`]
}
