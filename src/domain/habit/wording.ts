import { counted } from '../counted.ts'
import type { Period } from './period.ts'

/** What a habit asks for. */
export interface Goal {
  readonly period: Period
  readonly target: number
  readonly unit: string | null
}

/** `once a day`, `3 times a week`, `20 km a month`. */
export function describeGoal({ period, target, unit }: Goal): string {
  if (unit !== null) return `${target} ${unit} a ${period}`
  return target === 1 ? `once a ${period}` : `${target} times a ${period}`
}

/** `2 of 8 glasses` of a day, `2 of 3 this week`, `5 of 20 km that month`; `isNow` tells whether the period is the one still running. */
export function describeSoFar(amount: number, { period, target, unit }: Goal, isNow: boolean): string {
  const when = period === 'day' ? '' : ` ${isNow ? 'this' : 'that'} ${period}`
  return `${amount} of ${target}${unit === null ? '' : ` ${unit}`}${when}`
}

/** `streak 8 weeks (longest 12)`; undefined when there is none. */
export function describeStreak(current: number, longest: number, period: Period): string | undefined {
  if (current === 0) return undefined
  return `streak ${counted(current, period)}${longest > current ? ` (longest ${longest})` : ''}`
}
