import { expect, test } from 'vitest'
import { readCheckDay, readWholeDay } from '../../src/domain/habit/check-day.ts'
import { bestWeekday, daysOf, totalOf } from '../../src/domain/habit/days.ts'
import { readAmount } from '../../src/domain/habit/habit.ts'
import { readStatsWindow } from '../../src/domain/habit/window.ts'
import { describeGoal, describeSoFar } from '../../src/domain/habit/wording.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const monday = clockAt()

test.each([
  [undefined, '2026-11-23'],
  ['today', '2026-11-23'],
  ['yesterday', '2026-11-22'],
  ['-3d', '2026-11-20'],
  ['2 weeks ago', '2026-11-09'],
  ['mon', '2026-11-23'],
  ['Tuesday', '2026-11-17'],
  ['sun', '2026-11-22'],
  ['2024-02-29', '2024-02-29'],
])('the day %j was %s', (text, day) => {
  expect(readCheckDay(text, monday)).toBe(day)
})

test.each([
  ['tomorrow', '"tomorrow" (2026-11-24) is still to come'],
  ['next monday', '"next monday" (2026-11-30) is still to come'],
  ['14:00', '"14:00" is a time'],
  ['yesterday 14:00', 'is a time'],
  ['1969-12-31', 'is before 1970'],
  ['2027-02-29', 'is not a date that exists'],
  ['', 'cannot read "" as a date'],
  ['soon', 'cannot read "soon" as a date'],
])('the day %j is refused: %s', (text, message) => {
  expect(() => readCheckDay(text, monday)).toThrow(refusal(message))
})

test('today is the day of the user, and a habit may begin in days to come', () => {
  expect(readCheckDay('today', clockAt('2026-11-24T00:30', 1, 'Europe/Vienna'))).toBe('2026-11-24')
  expect(readWholeDay('next monday', monday)).toBe('2026-11-30')
})

test.each([
  ['3', 3],
  ['2.5', 2.5],
  ['0.001', 0.001],
  ['1000000', 1_000_000],
])('the amount %j is %d', (text, amount) => {
  expect(readAmount('--amount', text)).toBe(amount)
})

test.each(['0', '0.000', '-1', '1e3', '1,5', '', ' ', 'NaN', 'Infinity', '1000001', '0.0001', '0x10', '.5'])(
  'the amount %j is refused',
  (text) => {
    expect(() => readAmount('--amount', text)).toThrow(
      refusal(`--amount "${text}" is not an amount from 0.001 to 1000000`),
    )
  },
)

const done = (on: string, amount: number | null = null) => ({ on, amount, skipped: false })

test('every day has a row, its level in quarters of the target of a daily habit', () => {
  const checks = [done('2026-11-01', 8), done('2026-11-02', 20), done('2026-11-03'), done('2026-11-05', 4.5)]
  const days = daysOf(checks, { from: '2026-11-02', to: '2026-11-06' }, { period: 'day', target: 8 })
  expect(days).toEqual([
    { on: '2026-11-02', amount: 20, skipped: false, level: 4 },
    { on: '2026-11-03', amount: 1, skipped: false, level: 1 },
    { on: '2026-11-04', amount: 0, skipped: false, level: 0 },
    { on: '2026-11-05', amount: 4.5, skipped: false, level: 3 },
    { on: '2026-11-06', amount: 0, skipped: false, level: 0 },
  ])
  expect([totalOf(days), bestWeekday(days)]).toEqual([25.5, 'Monday'])
})

test('of a weekly habit the best day is full, and a skipped day is nothing', () => {
  const checks = [done('2026-11-02', 5), done('2026-11-03', 10), { on: '2026-11-04', amount: null, skipped: true }]
  const days = daysOf(checks, { from: '2026-11-02', to: '2026-11-04' }, { period: 'week', target: 40 })
  expect(days.map(({ level, skipped }) => [level, skipped])).toEqual([
    [2, false],
    [4, false],
    [0, true],
  ])
  expect(bestWeekday([])).toBe(null)
})

test.each([
  [{}, '2025-11-24', '2026-11-23'],
  [{ months: '1' }, '2026-10-24', '2026-11-23'],
  [{ months: '120' }, '2016-11-24', '2026-11-23'],
  [{ year: '2026' }, '2026-01-01', '2026-11-23'],
  [{ year: '2024' }, '2024-01-01', '2024-12-31'],
])('statistics with %j are of %s to %s', (options, from, to) => {
  expect(readStatsWindow(options, monday)).toEqual({ from, to })
})

test('a leap year has its 366 days, and a month that ends on the 31st no gap', () => {
  expect(daysOf([], readStatsWindow({ year: '2024' }, monday), { period: 'day', target: 1 })).toHaveLength(366)
  expect(readStatsWindow({ months: '1' }, clockAt('2026-03-31T09:00'))).toEqual({
    from: '2026-03-01',
    to: '2026-03-31',
  })
})

test.each([
  [{ year: '2027' }, '--year 2027 is still to come'],
  [{ year: '26' }, '--year "26" is not a year'],
  [{ year: '1969' }, 'is not a year'],
  [{ months: '0' }, '--months "0" is not a number of months'],
  [{ months: '121' }, 'from 1 to 120'],
  [{ months: '1.5' }, 'is not a number of months'],
  [{ year: '2026', months: '3' }, 'are both given'],
])('statistics with %j are refused: %s', (options, message) => {
  expect(() => readStatsWindow(options, monday)).toThrow(refusal(message))
})

test('a goal and what is done of it are said as people say them', () => {
  const goal = (period: 'day' | 'week' | 'month', target: number, unit: string | null = null) => ({
    period,
    target,
    unit,
  })
  expect(describeGoal(goal('day', 1))).toBe('once a day')
  expect(describeGoal(goal('week', 3))).toBe('3 times a week')
  expect(describeGoal(goal('month', 20, 'km'))).toBe('20 km a month')
  expect(describeSoFar(2, goal('week', 3), true)).toBe('2 of 3 this week')
  expect(describeSoFar(2.5, goal('month', 20, 'km'), false)).toBe('2.5 of 20 km that month')
  expect(describeSoFar(2, goal('day', 8, 'glasses'), true)).toBe('2 of 8 glasses')
})
