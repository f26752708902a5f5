import { Failure } from '../errors.ts'
import { type Rule, readRule } from './rule.ts'

/** A rule as it is, where it does not speak of seconds; `text` is how it was given. */
export function toTheMinute(rule: Rule, text: string): Rule {
  if (speaksOfSeconds(rule))
    throw new Failure('usage', `"${text}" speaks of seconds; times are kept to the minute`, 'such as "2 hours"')
  return rule
}

/** Whether what a rule gives may have seconds. */
export function speaksOfSeconds({ freq, bySecond }: Rule): boolean {
  return freq === 'secondly' || bySecond !== undefined
}

/** Refuses to go on with a rule to the second, which no verb stores: a file made otherwise may have it. */
export function requireMinutes({ id, recurrence }: { readonly id: number; readonly recurrence: string }): void {
  if (speaksOfSeconds(readRule(recurrence)))
    throw new Failure(
      'conflict',
      `task ${id} repeats to the second (${recurrence}); times are kept to the minute`,
      `larry edit ${id} every:day, or every:none`,
    )
}
