import { Failure } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Weekday } from '../when/civil.ts'
import type { Zone } from '../when/clock.ts'
import { consistent } from './consistent.ts'
import {
  dayCode,
  type frequencies,
  readDays,
  readFrequency,
  readNumber,
  readNumbers,
  readUntil,
  readWeekStart,
} from './values.ts'

export type Frequency = (typeof frequencies)[number]

/** A weekday, or the nth of its month or year, from the end when negative. */
export interface DayRule {
  readonly day: Weekday
  readonly nth?: number
}

/** A recurrence rule of RFC 5545 3.3.10 on the wall clock. Lists are in order and name nothing twice. */
export interface Rule {
  readonly freq: Frequency
  readonly interval: number
  readonly count?: number
  /** The last civil date, all of it, or the last civil time, to the second. */
  readonly until?: string
  readonly byMonth?: readonly number[]
  readonly byWeekNo?: readonly number[]
  readonly byYearDay?: readonly number[]
  readonly byMonthDay?: readonly number[]
  readonly byDay?: readonly DayRule[]
  readonly byHour?: readonly number[]
  readonly byMinute?: readonly number[]
  readonly bySecond?: readonly number[]
  readonly bySetPos?: readonly number[]
  readonly weekStart: Weekday
}

/** All lists there are take a quarter of these characters. */
const longest = 10_000

/** A part of a rule's text as a field of the rule. */
type Reader = (value: string, name: string, zone: Zone | undefined) => Partial<Rule>

/** Every part of a rule and what is made of it, in the order in which `ruleText` writes them. */
const parts: Readonly<Record<string, Reader>> = {
  FREQ: (value) => ({ freq: readFrequency(value) }),
  INTERVAL: (value, name) => ({ interval: readNumber(name, value) }),
  COUNT: (value, name) => ({ count: readNumber(name, value) }),
  UNTIL: (value, _, zone) => ({ until: readUntil(value, zone) }),
  BYMONTH: (value, name) => ({ byMonth: readNumbers(name, value, { from: 1, to: 12 }) }),
  BYWEEKNO: (value, name) => ({ byWeekNo: readNumbers(name, value, { from: 1, to: 53, signed: true }) }),
  BYYEARDAY: (value, name) => ({ byYearDay: readNumbers(name, value, { from: 1, to: 366, signed: true }) }),
  BYMONTHDAY: (value, name) => ({ byMonthDay: readNumbers(name, value, { from: 1, to: 31, signed: true }) }),
  BYDAY: (value) => ({ byDay: readDays(value) }),
  BYHOUR: (value, name) => ({ byHour: readNumbers(name, value, { from: 0, to: 23 }) }),
  BYMINUTE: (value, name) => ({ byMinute: readNumbers(name, value, { from: 0, to: 59 }) }),
  BYSECOND: (value, name) => ({ bySecond: withoutLeap(readNumbers(name, value, { from: 0, to: 60 })) }),
  BYSETPOS: (value, name) => ({ bySetPos: readNumbers(name, value, { from: 1, to: 366, signed: true }) }),
  WKST: (value) => ({ weekStart: readWeekStart(value) }),
  RSCALE: (value) => only('RSCALE', value, 'GREGORIAN', 'larry knows one calendar'),
  SKIP: (value) => only('SKIP', value, 'OMIT', 'BYMONTHDAY=28,29,30,31;BYSETPOS=-1 keeps to the end of each month'),
}

/** Where there are no leap seconds the 60th is the 59th (RFC 5545 3.3.12). */
function withoutLeap(seconds: readonly number[]): number[] {
  return [...new Set(seconds.map((second) => Math.min(second, 59)))]
}

/** The two parts of RFC 7529 are read where they say what would be so anyway. */
function only(name: string, value: string, known: string, hint: string): Partial<Rule> {
  if (value.toUpperCase() === known) return {}
  throw new Failure('usage', `${name}=${value} is not supported`, hint)
}

/**
 * Reads a rule of RFC 5545, with or without `RRULE:` before it. An UNTIL in UTC becomes the civil time of `zone`, without one
 * the digits it has. Parts that are unknown, given twice, out of range or at odds with each other are refused.
 */
export function readRule(text: string, zone?: Zone): Rule {
  if (text.length > longest)
    throw new Failure('usage', `a recurrence rule of ${text.length} characters is too long`, `at most ${longest}`)
  const value = text.trim().replace(/^rrule:/i, '')
  const read: Record<string, unknown> = {}
  const seen = new Set<string>()
  for (const part of value.replace(/;$/, '').split(';')) {
    const [, name = '', content = ''] = /^([^=]*)(?:=([^]*))?$/.exec(part) ?? []
    const known = name.trim().toUpperCase()
    const reader = Object.hasOwn(parts, known) ? parts[known] : undefined
    if (reader === undefined) throw unknownPart(part, known)
    if (seen.has(known))
      throw new Failure('usage', `the rule says ${known} twice`, 'say it once, values side by side: BYDAY=MO,TH')
    seen.add(known)
    Object.assign(read, reader(content.trim(), known, zone))
  }
  if (!seen.has('FREQ')) throw new Failure('usage', `the rule "${value}" has no FREQ`, 'such as FREQ=WEEKLY;BYDAY=MO')
  return consistent({ interval: 1, weekStart: 1, ...read } as Rule)
}

function unknownPart(part: string, name: string): Failure {
  const near = nearest(name, Object.keys(parts))
  const hint = near === undefined ? `parts: ${Object.keys(parts).slice(0, -2).join(', ')}` : `did you mean ${near}?`
  return new Failure('usage', `"${part}" is no part of a recurrence rule`, hint)
}

/** The rule as the text `readRule` reads the same rule from; parts that say what is so anyway are left out. */
export function ruleText(rule: Rule): string {
  const written: Record<string, string | undefined> = {
    FREQ: rule.freq.toUpperCase(),
    INTERVAL: rule.interval === 1 ? undefined : String(rule.interval),
    COUNT: rule.count?.toString(),
    UNTIL: rule.until?.replaceAll(/[-:]/g, ''),
    BYMONTH: rule.byMonth?.join(','),
    BYWEEKNO: rule.byWeekNo?.join(','),
    BYYEARDAY: rule.byYearDay?.join(','),
    BYMONTHDAY: rule.byMonthDay?.join(','),
    BYDAY: rule.byDay?.map(({ day, nth }) => `${nth ?? ''}${dayCode(day)}`).join(','),
    BYHOUR: rule.byHour?.join(','),
    BYMINUTE: rule.byMinute?.join(','),
    BYSECOND: rule.bySecond?.join(','),
    BYSETPOS: rule.bySetPos?.join(','),
    WKST: rule.weekStart === 1 ? undefined : dayCode(rule.weekStart),
  }
  return Object.entries(written)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}
