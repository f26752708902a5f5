import { addDays, type Weekday } from '../when/civil.ts'
import type { Mark } from './marks.ts'
import { type Period, periodNumber, startOfPeriod } from './period.ts'

/** Streaks of so many periods are told when they are reached. */
const milestones = [7, 30, 100] as const

/** When a habit is kept at all. Civil dates, and the day it was archived. */
interface Span {
  readonly period: Period
  readonly starts_on: string
  readonly ends_on: string | null
  readonly archivedOn: string | null
}

/** Which periods of a habit count against it when they are not kept: from `first` until before `open`. */
export interface Counted {
  readonly first: number
  readonly open: number
}

/**
 * The periods that must be kept. The one still running need not yet; one that began before the habit, or goes on after its
 * end, need never; nor does what comes after it was archived.
 */
export function countedPeriods(
  { period, starts_on, ends_on, archivedOn }: Span,
  today: string,
  weekStart: Weekday,
): Counted {
  const numberOf = (date: string) => periodNumber(date, period, weekStart)
  const isWhole = startOfPeriod(starts_on, period, weekStart) === starts_on
  const after = ends_on !== null && ends_on < today ? addDays(ends_on, 1) : today
  const end = archivedOn !== null && archivedOn < after ? archivedOn : after
  return { first: numberOf(starts_on) + (isWhole ? 0 : 1), open: numberOf(end) }
}

/** How long a habit was kept without a break, in periods, and when it first reached each milestone. */
export interface Streaks {
  readonly current: number
  readonly longest: number
  readonly milestones: readonly { readonly streak: number; readonly on: string }[]
}

/** The streaks in marks, oldest first. A period that must be kept and is not breaks one, unless it has a skip: that one does not count. */
export function streaksOf(marks: readonly Mark[], { open }: Counted): Streaks {
  const reached: { streak: number; on: string }[] = []
  let run = 0
  let longest = 0
  let last = Number.NEGATIVE_INFINITY
  for (const { period, keptOn, hasSkip } of marks) {
    if (keptOn === null && !hasSkip) continue
    if (last + 1 < Math.min(period, open)) run = 0
    last = period
    if (keptOn === null) continue
    run++
    if (run <= longest) continue
    longest = run
    if (milestones.some((milestone) => milestone === run)) reached.push({ streak: run, on: keptOn })
  }
  return { current: last + 1 < open ? 0 : run, longest, milestones: reached }
}

/** The share of periods that were kept, 0 to 1 to four decimals, of those that were and those that should have been; null before there are any. */
export function rateOf(marks: readonly Mark[], { first, open }: Counted): number | null {
  const kept = marks.filter(({ keptOn }) => keptOn !== null).length
  const fine = marks.filter(
    ({ period, keptOn, hasSkip }) => period >= first && period < open && (keptOn !== null || hasSkip),
  ).length
  const missed = Math.max(open - first, 0) - fine
  return kept + missed === 0 ? null : Math.round((kept / (kept + missed)) * 10_000) / 10_000
}

/** The marks, and the periods that count, of a stretch of days, both ends included; a period cut by an end counts only when it was kept. */
export function within(
  { marks, counted }: { readonly marks: readonly Mark[]; readonly counted: Counted },
  { from, to }: { readonly from: string; readonly to: string },
  period: Period,
  { today, weekStart }: { readonly today: string; readonly weekStart: Weekday },
): { readonly marks: readonly Mark[]; readonly counted: Counted } {
  const window = countedPeriods({ period, starts_on: from, ends_on: to, archivedOn: null }, today, weekStart)
  const [first, last] = [periodNumber(from, period, weekStart), periodNumber(to, period, weekStart)]
  return {
    marks: marks.filter((mark) => mark.period >= first && mark.period <= last),
    counted: { first: Math.max(counted.first, window.first), open: Math.min(counted.open, window.open) },
  }
}

/** The milestone a streak passed on its way from one length to another, the greatest of them. */
export function milestoneBetween(before: number, after: number): number | null {
  return milestones.findLast((milestone) => before < milestone && milestone <= after) ?? null
}
