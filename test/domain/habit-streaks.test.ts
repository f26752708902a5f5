import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type Check, marksOf } from '../../src/domain/habit/marks.ts'
import { type Period, periodNumber, startOfPeriod } from '../../src/domain/habit/period.ts'
import { type Plan, standingOf } from '../../src/domain/habit/standing.ts'
import { milestoneBetween, streaksOf } from '../../src/domain/habit/streaks.ts'
import { addDays, type Weekday } from '../../src/domain/when/civil.ts'
import { clockAt } from './clock.ts'

const daily: Plan = { period: 'day', target: 1, starts_on: '2026-11-01', ends_on: null, archived_at: null }

/** `d` done, `s` skipped, `.` nothing, a digit that amount, day by day from a date. */
function checked(from: string, line: string): Check[] {
  return Array.from(line, (mark, at) => ({
    on: addDays(from, at),
    amount: /\d/.test(mark) ? Number(mark) : null,
    skipped: mark === 's',
    mark,
  })).filter(({ mark }) => mark !== '.')
}

test.each([
  ['2026-11-23', 'day', 1, '2026-11-22', 1],
  ['2024-03-01', 'day', 1, '2024-02-28', 2],
  ['2026-11-23', 'week', 1, '2026-11-22', 1],
  ['2026-11-23', 'week', 7, '2026-11-22', 0],
  ['2026-11-22', 'week', 7, '2026-11-21', 1],
  ['2027-01-03', 'week', 1, '2026-12-28', 0],
  ['1970-01-05', 'week', 1, '1970-01-04', 1],
  ['1969-12-29', 'week', 1, '1969-12-28', 1],
  ['2026-01-01', 'month', 1, '2025-12-31', 1],
  ['2026-01-31', 'month', 1, '2026-01-01', 0],
] as const)('%s is, in periods of a %s of weeks from day %i, %s plus %i', (date, period, weekStart, before, far) => {
  expect(periodNumber(date, period, weekStart) - periodNumber(before, period, weekStart)).toBe(far)
})

test.each<[string, Partial<Plan>, string, string, number, number]>([
  ['a day still running does not break a streak', {}, '2026-11-20', 'ddd.', 3, 3],
  ['a day that is over does', {}, '2026-11-20', 'dd..', 0, 2],
  ['a skipped day neither counts nor breaks', {}, '2026-11-18', 'ddssdd', 4, 4],
  ['a streak may end in skipped days', {}, '2026-11-19', 'dddss', 3, 3],
  ['skipped days alone are none', {}, '2026-11-21', 'sss', 0, 0],
  ['the longest stays', {}, '2026-11-15', 'ddddd..dd', 2, 5],
  ['amounts of a day must reach the target', { target: 3 }, '2026-11-20', '3213', 1, 1],
  ['what the west sees as tomorrow counts, and today may still come', {}, '2026-11-21', 'dd.d', 3, 3],
  ['the streak of one that ended is that of its end', { ends_on: '2026-11-10' }, '2026-11-06', '.dddd', 4, 4],
  ['and it is gone if its last day was missed', { ends_on: '2026-11-10' }, '2026-11-06', 'dddd.', 0, 4],
  ['an archived one keeps its streak', { archived_at: '2026-11-10T08:00:00.000Z' }, '2026-11-06', 'dddd', 4, 4],
  [
    'a week that has a skip and is not kept is bridged',
    { period: 'week', target: 3 },
    '2026-11-02',
    'ddd....dds....ddd',
    2,
    2,
  ],
  ['a week without one is not', { period: 'week', target: 3 }, '2026-11-02', 'ddd....dd.....ddd', 1, 1],
  ['months count as months', { period: 'month', target: 2, starts_on: '2026-09-01' }, '2026-10-30', 'dddd', 2, 2],
])('%s', (_, plan, from, line, current_streak, longest_streak) => {
  const standing = standingOf({ ...daily, ...plan }, checked(from, line), clockAt('2026-11-23T09:00'))
  expect(standing).toMatchObject({ current_streak, longest_streak })
})

test('the same checks are another streak where weeks begin on Sunday', () => {
  const plan: Plan = { ...daily, period: 'week', target: 2 }
  // Sunday 15 and Monday 16 November; Sunday 22 and Monday 23.
  const checks = [...checked('2026-11-15', 'dd'), ...checked('2026-11-22', 'dd')]
  expect(standingOf(plan, checks, clockAt('2026-11-23T09:00', 7))).toMatchObject({
    current_streak: 2,
    done_this_period: 2,
  })
  expect(standingOf(plan, checks, clockAt('2026-11-23T09:00', 1))).toMatchObject({
    current_streak: 1,
    longest_streak: 1,
    done_this_period: 1,
  })
})

test('a leap day and the days clocks change are days like others', () => {
  const plan = { ...daily, starts_on: '2024-02-01' }
  const over = (from: string, until: string) =>
    standingOf(plan, checked(from, 'ddddd'), clockAt(`${until}T23:30`, 1, 'Europe/Vienna')).current_streak
  expect(over('2024-02-27', '2024-03-02')).toBe(5)
  expect(over('2026-03-27', '2026-03-31')).toBe(5)
  expect(over('2026-10-23', '2026-10-27')).toBe(5)
})

test('amounts add up as people add them', () => {
  const checks = [0.7, 0.1].map((amount, at) => ({ on: `2026-11-0${at + 2}`, amount, skipped: false }))
  expect(marksOf(checks, { period: 'week', target: 0.8 }, 1)).toMatchObject([{ amount: 0.8, keptOn: '2026-11-03' }])
})

test('a milestone is told with the day it was first reached, and when a streak passes it', () => {
  const marks = marksOf(checked('2026-10-01', `${'d'.repeat(8)}.${'d'.repeat(44)}`), daily, 1)
  const counted = { first: 0, open: periodNumber('2026-11-23', 'day', 1) }
  expect(streaksOf(marks, counted).milestones).toEqual([
    { streak: 7, on: '2026-10-07' },
    { streak: 30, on: '2026-11-08' },
  ])
  expect([
    milestoneBetween(6, 7),
    milestoneBetween(7, 8),
    milestoneBetween(3, 31),
    milestoneBetween(99, 100),
    milestoneBetween(8, 7),
  ]).toEqual([7, null, 30, 100, null])
})

test.each([
  ['nothing is over yet', {}, '2026-11-23', '', null],
  ['kept today', { starts_on: '2026-11-23' }, '2026-11-23', 'd', 1],
  ['half', { starts_on: '2026-11-19' }, '2026-11-19', 'dd..', 0.5],
  ['skips left out', { starts_on: '2026-11-19' }, '2026-11-19', 'ds.s', 0.5],
  [
    'a week begun in the middle',
    { starts_on: '2026-11-12', period: 'week' as const, target: 5 },
    '2026-11-16',
    'ddddd',
    1,
  ],
  ['a third', { starts_on: '2026-11-20' }, '2026-11-20', 'd..', 0.3333],
])('the rate: %s', (_, plan, from, line, rate) => {
  const all = { ...daily, starts_on: '2026-11-23', ...plan }
  expect(standingOf(all, checked(from, line), clockAt()).rate).toBe(rate)
})

/** The obvious definition: every period looked at, every stretch without a broken one counted. */
function slowly(plan: Plan, checks: readonly Check[], today: string, weekStart: Weekday) {
  const keyOf = (day: string) => startOfPeriod(day, plan.period, weekStart)
  const open = plan.ends_on !== null && plan.ends_on < today ? addDays(plan.ends_on, 1) : today
  const keys: string[] = []
  for (let day = plan.starts_on; day <= addDays(today, 3); day = addDays(day, 1))
    if (!keys.includes(keyOf(day))) keys.push(keyOf(day))
  const states = keys.map((key) => {
    const own = checks.filter(({ on }) => keyOf(on) === key)
    let sum = 0
    for (const { amount, skipped } of own) sum += skipped ? 0 : (amount ?? 1)
    let end = key
    while (keyOf(addDays(end, 1)) === key) end = addDays(end, 1)
    if (sum >= plan.target) return 'kept'
    return own.some(({ skipped }) => skipped) || end >= open || key < plan.starts_on ? 'free' : 'broken'
  })
  const keptIn = (some: readonly string[]) => some.filter((state) => state === 'kept').length
  const stretches = states.flatMap((_, from) => states.map((__, to) => states.slice(from, to + 1)))
  const whole = stretches.filter((stretch) => !stretch.includes('broken'))
  const missed = states.filter((state) => state === 'broken').length
  const kept = keptIn(states)
  return {
    current_streak: keptIn(states.slice(states.lastIndexOf('broken') + 1)),
    longest_streak: Math.max(...whole.map(keptIn), 0),
    rate: kept + missed === 0 ? null : Math.round((kept / (kept + missed)) * 10_000) / 10_000,
  }
}

test('streaks and rate are what looking at every period gives', () => {
  const marks = constantFrom('d', 'd', 'd', '.', 's', '2')
  const drawn = record({
    line: array(marks, { minLength: 1, maxLength: 75 }),
    period: constantFrom<Period>('day', 'week', 'month'),
    target: integer({ min: 1, max: 5 }),
    weekStart: constantFrom<Weekday>(1, 4, 7),
    before: integer({ min: 0, max: 9 }),
    ended: integer({ min: -1, max: 9 }),
  })
  assert(
    property(drawn, ({ line, period, target, weekStart, before, ended }) => {
      const from = addDays('2026-11-23', 1 - line.length)
      const starts_on = addDays(from, -before)
      const ends_on = ended < 0 || starts_on > addDays('2026-11-23', -ended) ? null : addDays('2026-11-23', -ended)
      const checks = checked(from, line.join('')).filter(({ on }) => ends_on === null || on <= ends_on)
      const plan = { period, target, starts_on, ends_on, archived_at: null }
      expect(standingOf(plan, checks, clockAt('2026-11-23T09:00', weekStart))).toMatchObject(
        slowly(plan, checks, '2026-11-23', weekStart),
      )
    }),
    { seed: 20_261_123, numRuns: 150 },
  )
})
