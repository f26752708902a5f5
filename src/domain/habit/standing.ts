import { dayOf } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { type Check, type Mark, marksOf } from './marks.ts'
import { type Period, periodNumber } from './period.ts'
import { type Counted, countedPeriods, rateOf, streaksOf } from './streaks.ts'

/** What is stored of a habit that says how it stands. */
export interface Plan {
  readonly period: Period
  readonly target: number
  readonly starts_on: string
  readonly ends_on: string | null
  /** UTC instant. */
  readonly archived_at: string | null
}

/** How a habit stands: what its checks come to. */
export interface Standing {
  readonly status: 'active' | 'planned' | 'ended' | 'archived'
  readonly done_this_period: number
  readonly current_streak: number
  readonly longest_streak: number
  /** Share of the periods since the start that were kept, 0 to 1; null before there are any. */
  readonly rate: number | null
  /** The last day something was done. */
  readonly last_on: string | null
}

/** How a habit stands today, from all its checks in the order of their days. */
export function standingOf(plan: Plan, checks: readonly Check[], clock: Clock): Standing {
  const marks = marksOf(checks, plan, clock.weekStart)
  const counted = countedFor(plan, clock)
  const { current, longest } = streaksOf(marks, counted)
  return {
    status: statusOf(plan, clock.today),
    done_this_period: markAt(marks, plan, clock.today, clock)?.amount ?? 0,
    current_streak: current,
    longest_streak: longest,
    rate: rateOf(marks, counted),
    last_on: checks.findLast(({ skipped }) => !skipped)?.on ?? null,
  }
}

/** The periods that count against a habit when they are not kept. */
export function countedFor({ archived_at, ...plan }: Plan, { zone, today, weekStart }: Clock): Counted {
  const archivedOn = archived_at === null ? null : dayOf(zone.civilOf(archived_at))
  return countedPeriods({ ...plan, archivedOn }, today, weekStart)
}

/** What the checks say of the period a day lies in; undefined when there are none in it. */
export function markAt(
  marks: readonly Mark[],
  { period }: Pick<Plan, 'period'>,
  day: string,
  { weekStart }: Clock,
): Mark | undefined {
  const number = periodNumber(day, period, weekStart)
  return marks.findLast((mark) => mark.period === number)
}

function statusOf({ starts_on, ends_on, archived_at }: Plan, today: string): Standing['status'] {
  if (archived_at !== null) return 'archived'
  if (ends_on !== null && ends_on < today) return 'ended'
  return starts_on > today ? 'planned' : 'active'
}
