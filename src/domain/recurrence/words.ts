import { Failure } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { dayOf } from '../when/civil.ts'
import type { Clock } from '../when/clock.ts'
import { joinNumbers, tidy } from '../when/phrase/split.ts'
import { readTime } from '../when/time.ts'
import { type Clause, readDates, readExceptions, splitClauses } from './clauses.ts'
import { consistent } from './consistent.ts'
import { lastDayOf, readPeriodLength } from './lengths.ts'
import { readPhrase } from './phrases.ts'
import { type Rule, readRule } from './rule.ts'
import { isKnown, type Period, recurrenceWords } from './vocabulary.ts'

/** What words about recurrence say: the rule, and what is said with it and belongs to no rule. */
export interface Recurrence {
  readonly rule: Rule
  /** HH:MM, the time of day that was said. */
  readonly time?: string
  /** The civil date it is to start on. */
  readonly starts?: string
  /** Civil dates, or times, that are left out. */
  readonly exceptions?: readonly string[]
}

const examples = 'such as "2 weeks on mon,thu", "month on the 31st", "last friday" or FREQ=DAILY;INTERVAL=3'

/**
 * Reads a recurrence from words (`every 2 weeks on mon,thu at 9:00 until eom`) or a rule of RFC 5545. `start` is the civil date
 * or time it counts from where that is known: it lends its day to `every month`, and with a `Z` its UTC to an RRULE. What
 * is not wholly understood is refused.
 */
export function readRecurrence(text: string, start: string | undefined, clock: Clock): Recurrence {
  if (isRule(text)) return { rule: readRule(text, start?.endsWith('Z') ? undefined : clock.zone) }
  const phrase = phraseOf(text)
  const { head, clauses } = splitClauses(phrase)
  const starting = clauses.starting === undefined ? undefined : only('starting', readDates(clauses.starting, clock))
  const from = dayOf(starting ?? start ?? clock.today)
  const known = starting ?? start
  const base = readPhrase(head.replace(/^(every|each) /, ''), known && dayOf(known), clock)
  if (base === undefined) throw unreadable(text, head)
  const time = timeSaid(clauses, starting)
  if (time !== undefined && ['hourly', 'minutely'].includes(base.freq))
    throw new Failure(
      'usage',
      `"${head}" and a time of day do not go together`,
      'a rule of hours counts from its start',
    )
  const rule = consistent({
    ...base,
    ...(clauses.until !== undefined && { until: untilOf(only('until', readDates(clauses.until, clock))) }),
    ...(clauses.times !== undefined && { count: timesOf(clauses.times) }),
    ...(clauses.for !== undefined && { until: lastDayOf(clauses.for, from) }),
  })
  return {
    rule,
    ...(time !== undefined && { time }),
    ...(starting !== undefined && { starts: dayOf(starting) }),
    ...(clauses.except !== undefined && { exceptions: readExceptions(clauses.except, clock) }),
  }
}

/** Reads how long after it is done something comes back: `10 days`, `a month`, `3 hours`. Only a length makes sense there. */
export function readAfter(text: string): Rule {
  const phrase = phraseOf(text)
  const rule = isRule(text) ? readRule(text) : withPeriod(readPeriodLength(phrase))
  if (rule === undefined || Object.keys(rule).some((key) => !['freq', 'interval', 'weekStart'].includes(key)))
    throw new Failure(
      'usage',
      `"${text}" is no length of time to count from completion`,
      'such as "10 days" or "a month"; for days of the calendar use every:',
    )
  return rule
}

/** Lower case with single spaces, numbers in one word; a text of more than 1,000 characters is refused. */
function phraseOf(text: string): string {
  if (text.length > 1000)
    throw new Failure('usage', `a recurrence of ${text.length} characters is too long`, 'at most 1000')
  return joinNumbers(tidy(text))
}

function isRule(text: string): boolean {
  return /^\s*(rrule:|[a-z]+\s*=)/i.test(text)
}

function withPeriod(period: Period | undefined): Rule | undefined {
  return period && { ...period, weekStart: 1 }
}

function timeSaid({ at }: Clause, starting: string | undefined): string | undefined {
  if (at === undefined) return starting?.slice(11) || undefined
  const time = readTime(at) ?? readTime(`at ${at}`)
  if (time === undefined)
    throw new Failure('usage', `cannot read "${at}" as a time of day`, 'such as 9:30, 9am or noon')
  if (starting !== undefined && starting.length > 10)
    throw new Failure('usage', `both "at ${at}" and "starting" say a time`, 'say it once')
  return time
}

function untilOf(civil: string): string {
  return civil.length === 10 ? civil : `${civil}:00`
}

function timesOf(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (count === 0) throw new Failure('usage', `cannot read "${text}" as a number of times`, 'such as "10 times"')
  return count
}

function only(clause: string, dates: readonly string[]): string {
  if (dates.length > 1) throw new Failure('usage', `"${clause}" takes one date`, 'dates to leave out go after except')
  return dates[0]!
}

function unreadable(text: string, head: string): Failure {
  for (const word of head.split(/[\s,]+/)) {
    const near = /^[a-z]{3,}$/.test(word) && !isKnown(word) ? nearest(word, recurrenceWords) : undefined
    if (near !== undefined)
      return new Failure('usage', `cannot read "${text}" as a recurrence`, `did you mean ${near}?`)
  }
  return new Failure('usage', `cannot read "${text}" as a recurrence`, examples)
}
