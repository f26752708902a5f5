import { Failure } from '../errors.ts'
import type { Clock } from '../when/clock.ts'
import { namesWeekday } from '../when/phrase/weekdays.ts'
import { requirePoint } from '../when/read.ts'
import { readTime } from '../when/time.ts'

/** What follows how often something comes round, as typed. */
export interface Clause {
  readonly at?: string
  readonly until?: string
  readonly starting?: string
  readonly except?: string
  readonly times?: string
  readonly for?: string
}

/** Where a clause begins, and how its first words say which it is. */
const openings: readonly (readonly [keyof Clause, RegExp])[] = [
  ['until', /^(?:until|till) (.+)$/],
  ['starting', /^(?:starting|from) (?:on )?(.+)$/],
  ['except', /^except (?:on )?(.+)$/],
  ['times', /^(?:for )?(\d+) times?$/],
  ['times', /^x ?(\d+)$/],
  ['for', /^for (.+)$/],
  ['at', /^at (.+)$/],
]

const borders = / (?=(?:until|till|starting|from|except|for|at) )| (?=x ?\d+\b)|(?<! for) (?=\d+ times?\b)/

/** Splits a phrase into how often it says and the clauses after it; one said twice is refused. A time may end the head without an `at`. */
export function splitClauses(phrase: string): { readonly head: string; readonly clauses: Clause } {
  const [first = '', ...more] = phrase.split(borders)
  const clauses: { -readonly [K in keyof Clause]: Clause[K] } = {}
  const [, before, time] = /^(.+) ([\d:]+ ?[ap]m|\d{1,2}:\d{2}|noon|midnight)$/.exec(first) ?? []
  if (time !== undefined && readTime(time) !== undefined) clauses.at = time
  for (const part of more) {
    const opening = openings.find(([, shape]) => shape.test(part))
    if (opening === undefined)
      throw new Failure('usage', `cannot read "${part}"`, 'such as until eom, 10 times or except 2026-12-24')
    const [name, shape] = opening
    if (clauses[name] !== undefined) throw new Failure('usage', `"${phrase}" says ${name} twice`, 'say it once')
    clauses[name] = shape.exec(part)![1]!
  }
  if ([clauses.for, clauses.until, clauses.times].filter((end) => end !== undefined).length > 1)
    throw new Failure('usage', `"${phrase}" says twice when it ends`, 'say one of until, for and times')
  return { head: clauses.at === time && before !== undefined ? before : first, clauses }
}

/** Reads dates or times, a comma or "and" between them; a week or longer is refused. */
export function readDates(text: string, clock: Clock): string[] {
  return datesIn(text).map((one) => requirePoint(one, clock))
}

/** Reads the dates after `except`; a weekday, which would only be its next date, is refused. */
export function readExceptions(text: string, clock: Clock): string[] {
  const weekday = datesIn(text).find(namesWeekday)
  if (weekday !== undefined && !/\d/.test(weekday))
    throw new Failure(
      'usage',
      `except takes dates, not "${weekday}"`,
      'name the weekdays that stay, such as mon,tue,wed',
    )
  return readDates(text, clock)
}

function datesIn(text: string): string[] {
  return text.split(/ ?, ?| and /)
}
