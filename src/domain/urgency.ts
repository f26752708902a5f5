import { addDays, dayOf } from './when/civil.ts'
import type { Clock } from './when/clock.ts'
import { describeWhen } from './when/describe.ts'
import { isPast } from './when/overdue.ts'

/** What an open task's urgency is the sum of (spec part 5, Order), each rounded to hundredths. */
export interface UrgencyTerms {
  /** 0 for low to 8 for urgent. */
  readonly priority: number
  /** 12 a week or more after the due day, falling linearly to 2.4 two weeks before it; 0 without a due date. */
  readonly due: number
  /** 8 when an open task waits for this one. */
  readonly blocking: number
  /** -5 when it is blocked. */
  readonly blocked: number
  /** 4 when in progress. */
  readonly active: number
  /** 0.8 for each tag, up to three. */
  readonly tags: number
  /** Up to 2, over the first year. */
  readonly age: number
}

export interface Urgency {
  readonly total: number
  readonly terms: UrgencyTerms
}

/** Why a task comes before others, the heaviest reasons first: `overdue since Fri 20 Nov, others wait for it, high`. */
export function reasonsOf(
  { due, priority }: { readonly due: string | null; readonly priority: string },
  terms: UrgencyTerms,
  clock: Clock,
): string {
  const reasons = [
    { weight: terms.due, text: due === null || due > addDays(clock.today, 15) ? '' : describeDue(due, clock) },
    { weight: terms.blocking, text: terms.blocking > 0 ? 'others wait for it' : '' },
    { weight: terms.active, text: terms.active > 0 ? 'in progress' : '' },
    { weight: terms.priority, text: terms.priority > 2 ? priority : '' },
    { weight: terms.age, text: terms.age >= 1 ? 'old' : '' },
    { weight: -terms.blocked, text: terms.blocked < 0 ? 'blocked' : '' },
  ]
  const told = reasons.filter(({ text }) => text !== '').sort((a, b) => b.weight - a.weight)
  return told.map(({ text }) => text).join(', ')
}

function describeDue(due: string, clock: Clock): string {
  const told = describeWhen(due, clock.today)
  return isPast(due, clock) ? `overdue since ${told}` : dayOf(due) === clock.today ? 'due today' : `due ${told}`
}
