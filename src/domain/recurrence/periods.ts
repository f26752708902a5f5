import { longPeriods } from './long-periods.ts'
import { indexFrom, type Moments } from './moments.ts'
import type { Rule } from './rule.ts'
import { countShort, isShort, shortPeriods } from './short-periods.ts'

/**
 * What a rule that starts at a second gives, period by period, ascending, from the period that holds `from`; a first one may
 * begin earlier. Periods that give nothing are left out, and after a whole round of the calendar with nothing it ends.
 */
export function periodsOf(rule: Rule, start: number, from: number): Generator<Moments> {
  return isShort(rule) ? shortPeriods(rule, start, from) : longPeriods(rule, start, from)
}

/** How many moments a rule gives from its start up to, not with, `before`. */
export function countMoments(rule: Rule, start: number, before: number): number {
  if (isShort(rule)) return countShort(rule, start, before)
  let count = 0
  for (const period of longPeriods(rule, start, start)) {
    const end = indexFrom(period, before)
    count += end - indexFrom(period, start)
    if (end < period.size) break
  }
  return count
}
