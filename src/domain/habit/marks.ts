import type { Weekday } from '../when/civil.ts'
import { type Period, periodNumber } from './period.ts'

/** What was noted on one day. */
export interface Check {
  /** Civil date. */
  readonly on: string
  /** Of the habit's unit; null counts as 1. */
  readonly amount: number | null
  readonly skipped: boolean
}

/** What its checks say of one period of a habit; periods without any have no mark. */
export interface Mark {
  /** As `periodNumber` has it. */
  readonly period: number
  readonly amount: number
  /** The day its target was reached; null when it was not. */
  readonly keptOn: string | null
  readonly hasSkip: boolean
}

/** What a day counts: nothing when it was skipped, and 1 where no amount is said. */
export function amountOf({ amount, skipped }: Check): number {
  return skipped ? 0 : (amount ?? 1)
}

/** The sum of amounts, which have at most three decimals, without what binary fractions make of it: 0.7 and 0.1 are 0.8. */
export function plus(a: number, b: number): number {
  return Math.round((a + b) * 1000) / 1000
}

/** The marks of a habit, oldest first, from its checks in the order of their days. */
export function marksOf(
  checks: readonly Check[],
  { period, target }: { readonly period: Period; readonly target: number },
  weekStart: Weekday,
): Mark[] {
  const marks: Mark[] = []
  for (const check of checks) {
    const number = periodNumber(check.on, period, weekStart)
    const same = marks.at(-1)?.period === number ? marks.pop() : undefined
    const amount = plus(same?.amount ?? 0, amountOf(check))
    const keptOn = same?.keptOn ?? (amount >= target ? check.on : null)
    marks.push({ period: number, amount, keptOn, hasSkip: (same?.hasSkip ?? false) || check.skipped })
  }
  return marks
}
