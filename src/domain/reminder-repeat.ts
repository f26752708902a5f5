import { Failure } from './errors.ts'
import { secondsOf } from './recurrence/calendar.ts'
import { describeRecurrence } from './recurrence/describe.ts'
import { nextAfter, occurrences } from './recurrence/occurrences.ts'
import { countMoments } from './recurrence/periods.ts'
import { type Rule, readRule, ruleText } from './recurrence/rule.ts'
import { speaksOfSeconds } from './recurrence/to-the-minute.ts'
import { readRecurrence } from './recurrence/words.ts'
import { type Moment, momentAt, withTime } from './reminder.ts'
import { nextMinute } from './when/civil.ts'
import type { Clock, Zone } from './when/clock.ts'

/** The rule by which a reminder repeats, as it is stored. */
export interface Repeating extends Moment {
  readonly rule: string
}

/**
 * Reads by what rule a reminder repeats, and its first moment: the first from `from` on, or without one from now on, at the
 * time the rule or `from` says, else at 09:00. A rule to the second, and one with nothing to come, are refused.
 */
export function readRepeat(text: string, from: Moment | undefined, clock: Clock): Repeating {
  const { rule, time, starts } = readRecurrence(text, from?.civil_at.slice(0, 10), clock)
  if (speaksOfSeconds(rule))
    throw new Failure('usage', `"${text}" repeats to the second; reminders are kept to the minute`)
  const day = starts ?? from?.civil_at.slice(0, 10) ?? clock.today
  const start = withTime(time === undefined ? (from?.civil_at ?? day) : `${day.slice(0, 10)}T${time}`)
  const repeating = { ...momentAt(start, clock.zone), rule: ruleText(rule) }
  const isFirst = repeating.at >= clock.now && occurrences(rule, start).next().value === start
  const first = isFirst ? repeating : nextRepeat(repeating, clock.zone, clock.now)
  if (first === undefined) throw new Failure('usage', `"${text}" has nothing to come`, 'such as --every weekday')
  return first
}

/** The moment after `now`, an instant, at which it repeats, on the wall clock of its zone; undefined when the rule has ended. Missed ones are passed over and count. */
export function nextRepeat({ rule: text, civil_at }: Repeating, zone: Zone, now: string): Repeating | undefined {
  const rule = readRule(text)
  const civilNow = zone.civilOf(now)
  for (let after = civilNow; ; ) {
    const next = nextAfter(rule, civil_at, after)
    if (next === undefined) return undefined
    const moment = momentAt(next.slice(0, 16), zone)
    // Where an hour comes twice, a later wall clock may be an earlier instant.
    if (moment.at > now) return { ...moment, rule: ruleText(countedDown(rule, civil_at, next)) }
    after = nextMinute(next.slice(0, 16))
  }
}

/** The rule as it counts from `next` on, which takes the place of its start. */
function countedDown(rule: Rule, start: string, next: string): Rule {
  if (rule.count === undefined) return rule
  return { ...rule, count: rule.count - countMoments(rule, secondsOf(start), secondsOf(next)) }
}

/** A stored rule in words: `every weekday`. */
export function showRule(rule: string): string {
  return describeRecurrence(readRule(rule), 'schedule')
}
