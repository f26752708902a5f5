import { counted } from '../../domain/counted.ts'
import type { HabitDay } from '../../domain/habit/days.ts'
import { periods } from '../../domain/habit/period.ts'
import type { Streaks } from '../../domain/habit/streaks.ts'
import { describeGoal } from '../../domain/habit/wording.ts'
import {
  among,
  boolean,
  date,
  integer,
  listOf,
  nullable,
  number,
  objectOf,
  share,
  type Types,
  text,
} from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { StoredHabit } from '../../repositories/habits.ts'
import { showRate } from './view.ts'

/** What a habit comes to: streaks and milestones over all its checks, the rest from `from` to `to`, both included. */
export interface Stats extends Pick<StoredHabit, 'id' | 'name' | 'period' | 'target' | 'unit'> {
  readonly current_streak: number
  readonly longest_streak: number
  readonly milestones: Streaks['milestones']
  readonly from: string
  readonly to: string
  readonly total: number
  readonly done_days: number
  readonly skipped_days: number
  readonly rate: number | null
  readonly best_weekday: string | null
  /** Each day of the window, oldest first. */
  readonly days: readonly HabitDay[]
}

const dayTypes: Types<HabitDay> = { on: date, amount: number, skipped: boolean, level: among([0, 1, 2, 3, 4]) }

/** The statistics of a habit; its days are drawn beneath a table instead of listed in it. */
export const statsView: View<Stats> = {
  singular: 'statistic of a habit',
  plural: 'statistics',
  types: {
    id: integer,
    name: text,
    period: among(periods),
    target: number,
    unit: nullable(text),
    current_streak: integer,
    longest_streak: integer,
    milestones: listOf(objectOf<Stats['milestones'][number]>({ streak: integer, on: date })),
    from: date,
    to: date,
    total: number,
    done_days: integer,
    skipped_days: integer,
    rate: nullable(share),
    best_weekday: nullable(text),
    days: listOf(objectOf(dayTypes)),
  },
  columns: ['id', 'current_streak', 'longest_streak', 'from', 'to', 'total', 'rate', 'name'],
  id: 'id',
  words: {
    target: describeGoal,
    current_streak: ({ current_streak, period }) => counted(current_streak, period),
    longest_streak: ({ longest_streak, period }) => counted(longest_streak, period),
    milestones: ({ milestones }) => milestones.map(({ streak, on }) => `${streak} on ${on}`).join(', '),
    total: ({ total, unit }) => (unit === null ? String(total) : `${total} ${unit}`),
    rate: ({ rate }) => showRate(rate),
    days: () => '',
  },
}

/** The days of a habit, a row each. */
export const dayView: View<HabitDay> = {
  singular: 'day of a habit',
  plural: 'days',
  types: dayTypes,
  columns: ['on', 'amount', 'skipped', 'level'],
  id: 'on',
}
