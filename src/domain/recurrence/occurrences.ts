import { civilOf, daySeconds, secondsOf } from './calendar.ts'
import { indexFrom } from './moments.ts'
import { countMoments, periodsOf } from './periods.ts'
import type { Rule } from './rule.ts'
import { isShort } from './short-periods.ts'

/** Later than all there is. */
const never = Number.POSITIVE_INFINITY

interface Options {
  /** Civil times that are left out, or dates with all their times; COUNT counts them. */
  readonly exceptions?: readonly string[]
  /** Those before this civil date or time are passed over, without looking at them unless COUNT must. */
  readonly from?: string
}

/**
 * The civil dates or times a rule gives, ascending, from `start` on; the start itself only when the rule gives it. Dates while
 * neither start nor rule has a time, seconds only where one of them has.
 */
export function* occurrences(
  rule: Rule,
  start: string,
  { exceptions = [], from = start }: Options = {},
): Generator<string> {
  const worded = wording(rule, start)
  const isLeftOut = leftOut(exceptions)
  for (const second of moments(rule, secondsOf(start), secondsOf(from))) if (!isLeftOut(second)) yield worded(second)
}

/** The first occurrence later than `after`, or undefined when there is none. */
export function nextAfter(
  rule: Rule,
  start: string,
  after: string,
  exceptions: readonly string[] = [],
): string | undefined {
  const [next] = occurrences(rule, start, { exceptions, from: civilOf(secondsOf(after) + 1) })
  return next
}

/** The seconds a rule gives from `from` on. */
function* moments(rule: Rule, start: number, from: number): Generator<number> {
  const last = lastOf(rule)
  const earliest = Math.max(start, from)
  let left = rule.count === undefined ? never : rule.count - countMoments(rule, start, earliest)
  for (const period of periodsOf(rule, start, earliest))
    for (let index = indexFrom(period, earliest); index < period.size; index++) {
      const second = period.at(index)
      if (second > last || left <= 0) return
      yield second
      left--
    }
}

/** True when the parts of a rule can never meet, however long one waits: 30 February. One that is over is not such a rule. */
export function neverHappens(rule: Rule, start: string): boolean {
  const first = secondsOf(start)
  for (const period of periodsOf(rule, first, first)) if (indexFrom(period, first) < period.size) return false
  return true
}

/** The last second a rule may give; an UNTIL without a time is all of its day. */
function lastOf({ until }: Rule): number {
  if (until === undefined) return never
  return secondsOf(until) + (until.length === 10 ? daySeconds - 1 : 0)
}

function leftOut(exceptions: readonly string[]): (second: number) => boolean {
  const times = new Set(exceptions.filter((civil) => civil.length > 10).map(secondsOf))
  const days = new Set(exceptions.filter((civil) => civil.length === 10).map((date) => secondsOf(date) / daySeconds))
  return (second) => times.has(second) || days.has(Math.floor(second / daySeconds))
}

/** True when what a rule gives has a time of day: from its start, or of its own. */
export function hasTime(rule: Rule, start: string): boolean {
  const { byHour, byMinute, bySecond } = rule
  return start.length > 10 || isShort(rule) || [byHour, byMinute, bySecond].some((list) => list !== undefined)
}

/** How the occurrences of a rule are written: `2026-11-23`, `2026-11-23T09:00` or `2026-11-23T09:00:30`. */
function wording(rule: Rule, start: string): (second: number) => string {
  const { freq, bySecond } = rule
  const hasSeconds = freq === 'secondly' || bySecond?.some((second) => second > 0) || secondsOf(start) % 60 > 0
  const length = hasSeconds ? 19 : hasTime(rule, start) ? 16 : 10
  return (second) => civilOf(second).slice(0, length)
}
