import { daysBetween, startOfWeek, type Weekday } from '../when/civil.ts'

/** What a habit's target is for, and what its streak counts. */
export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]

/** The number of the period a civil date lies in; the next period has the next number. */
export function periodNumber(date: string, period: Period, weekStart: Weekday): number {
  if (period === 'month') return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const day = daysBetween('1970-01-01', date)
  // Day 0 was a Thursday.
  return period === 'day' ? day : Math.floor((day - weekStart - 3) / 7)
}

/** The first day of the period a civil date lies in. */
export function startOfPeriod(date: string, period: Period, weekStart: Weekday): string {
  if (period === 'day') return date
  return period === 'week' ? startOfWeek(date, weekStart) : `${date.slice(0, 8)}01`
}
