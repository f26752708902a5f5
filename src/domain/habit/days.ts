import { addDays, type Weekday, weekdayOf } from '../when/civil.ts'
import { dayName } from '../when/names.ts'
import { amountOf, type Check, plus } from './marks.ts'
import type { Period } from './period.ts'

/** One day of a habit, checked or not. */
export interface HabitDay {
  /** Civil date. */
  readonly on: string
  readonly amount: number
  readonly skipped: boolean
  /** How much was done, in quarters: 0 for nothing, 4 for all a day can be asked for. */
  readonly level: 0 | 1 | 2 | 3 | 4
}

/** Every day from one to another, both included. A full day is the target of a daily habit, else the best of these days. */
export function daysOf(
  checks: readonly Check[],
  { from, to }: { readonly from: string; readonly to: string },
  { period, target }: { readonly period: Period; readonly target: number },
): HabitDay[] {
  const byDay = new Map(checks.filter(({ on }) => on >= from && on <= to).map((check) => [check.on, check]))
  const full = period === 'day' ? target : [...byDay.values()].reduce((most, one) => Math.max(most, amountOf(one)), 0)
  const days: HabitDay[] = []
  for (let on = from; ; on = addDays(on, 1)) {
    const check = byDay.get(on)
    const amount = check === undefined ? 0 : amountOf(check)
    days.push({ on, amount, skipped: check?.skipped ?? false, level: levelOf(amount, full) })
    if (on >= to) return days
  }
}

function levelOf(amount: number, full: number): HabitDay['level'] {
  if (amount === 0) return 0
  return Math.min(Math.max(Math.ceil(plus((4 * amount) / full, 0)), 1), 4) as HabitDay['level']
}

/** What was done on all of them. */
export function totalOf(days: readonly HabitDay[]): number {
  return days.reduce((sum, { amount }) => plus(sum, amount), 0)
}

/** The day of the week on which most was done, the first of the week among equals; null when nothing was. */
export function bestWeekday(days: readonly HabitDay[]): string | null {
  const sums = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => totalOf(days.filter(({ on }) => weekdayOf(on) === day)))
  const most = Math.max(...sums)
  return most === 0 ? null : dayName((sums.indexOf(most) + 1) as Weekday)
}
