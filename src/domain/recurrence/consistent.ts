import { Failure } from '../errors.ts'
import type { Rule } from './rule.ts'

/** Answers the rule, unless its parts are at odds: what RFC 5545 3.3.10 says MUST NOT stand together is refused. */
export function consistent(rule: Rule): Rule {
  const { freq } = rule
  const isIn = (...freqs: readonly Rule['freq'][]) => freqs.includes(freq)
  const numbered = rule.byDay?.some(({ nth }) => nth !== undefined) ?? false
  if (rule.count !== undefined && rule.until !== undefined)
    throw odd('COUNT and UNTIL', 'do not stand together', 'leave one of them out')
  if (rule.byWeekNo !== undefined && !isIn('yearly')) throw misplaced('BYWEEKNO', rule, 'YEARLY')
  if (rule.byYearDay !== undefined && isIn('daily', 'weekly', 'monthly')) throw misplaced('BYYEARDAY', rule, 'YEARLY')
  if (rule.byMonthDay !== undefined && isIn('weekly')) throw misplaced('BYMONTHDAY', rule, 'MONTHLY')
  if (numbered && !isIn('yearly', 'monthly')) throw misplaced('a number in BYDAY', rule, 'MONTHLY or FREQ=YEARLY')
  if (numbered && rule.byWeekNo !== undefined)
    throw odd('a number in BYDAY', 'does not stand with BYWEEKNO', 'a week has each weekday once')
  if (rule.bySetPos !== undefined && !chooses(rule))
    throw odd('BYSETPOS', 'needs another BY part to choose from', 'such as BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')
  return rule
}

function chooses(rule: Rule): boolean {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute, bySecond } = rule
  return [byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute, bySecond].some(
    (list) => list !== undefined,
  )
}

function misplaced(part: string, { freq }: Rule, right: string): Failure {
  return odd(part, `does not stand with FREQ=${freq.toUpperCase()}`, `it goes with FREQ=${right}`)
}

function odd(part: string, what: string, hint: string): Failure {
  return new Failure('usage', `${part} ${what}`, hint)
}
