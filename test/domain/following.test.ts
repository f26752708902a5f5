import { describe, expect, test } from 'vitest'
import { allFollowing, coming, following, type Recurring } from '../../src/domain/recurrence/following.ts'
import { clockAt } from './clock.ts'

/** A task that repeats by the calendar from its due date. */
const weekly = (due: string, recurrence = 'FREQ=WEEKLY', more: Partial<Recurring> = {}): Recurring => ({
  id: 1,
  due,
  recurrence,
  recurrence_mode: 'schedule',
  recurrence_anchor: due,
  recurrence_exceptions: null,
  latest_due: due,
  ...more,
})

const afterwards = (due: string | null, recurrence: string): Recurring => ({
  ...weekly('', recurrence),
  due,
  recurrence_mode: 'completion',
  recurrence_anchor: due,
  latest_due: due,
})

describe('by the calendar', () => {
  test.each([
    ['on the day', '2026-11-23', 'FREQ=WEEKLY', '2026-11-30'],
    ['early', '2026-11-27', 'FREQ=WEEKLY', '2026-12-04'],
    ['a day late', '2026-11-22', 'FREQ=WEEKLY', '2026-11-29'],
    ['weeks late, when it is due today again', '2026-11-02', 'FREQ=WEEKLY', '2026-11-23'],
    ['weeks late', '2026-11-03', 'FREQ=WEEKLY', '2026-11-24'],
    ['late, while the time of today is still to come', '2026-11-20T10:00', 'FREQ=DAILY', '2026-11-23T10:00'],
    ['late, when the time of today is gone', '2026-11-20T08:00', 'FREQ=DAILY', '2026-11-24T08:00'],
    ['late, at the very minute', '2026-11-20T09:00', 'FREQ=DAILY', '2026-11-24T09:00'],
    ['within the hour', '2026-11-23T08:30', 'FREQ=HOURLY', '2026-11-23T09:30'],
    ['at the end of a month', '2027-01-31', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', '2027-02-28'],
    ['on no date of the rule', '2026-11-25', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-30'],
    ['before it ends', '2026-11-23', 'FREQ=WEEKLY;UNTIL=20261130', '2026-11-30'],
    ['with one left', '2026-11-23', 'FREQ=WEEKLY;COUNT=2', '2026-11-30'],
  ])('done %s: %s %s is followed by %s', (_, due, rule, next) => {
    expect(following(weekly(due, rule), clockAt())).toEqual({ due: next, recurrence: rule })
  })

  test.each([
    ['2026-11-23', 'FREQ=WEEKLY;UNTIL=20261129'],
    ['2026-11-23', 'FREQ=WEEKLY;COUNT=1'],
    ['2026-11-02', 'FREQ=WEEKLY;COUNT=2'],
  ])('%s %s is the last', (due, rule) => {
    expect(following(weekly(due, rule), clockAt())).toBeUndefined()
  })

  test('what is left out is passed over, a date with all its times', () => {
    const task = weekly('2026-11-23T10:00', 'FREQ=DAILY', { recurrence_exceptions: '2026-11-24,2026-11-25T10:00' })
    expect(following(task, clockAt())?.due).toBe('2026-11-26T10:00')
  })

  test('the latest occurrence counts, where another was closed before', () => {
    expect(following(weekly('2026-11-23', 'FREQ=WEEKLY', { latest_due: '2026-12-07' }), clockAt())?.due).toBe(
      '2026-12-14',
    )
  })

  test('a task whose date was cleared comes again after today', () => {
    const task = weekly('2026-11-09', 'FREQ=WEEKLY', { due: null, latest_due: null })
    expect(following(task, clockAt())?.due).toBe('2026-11-30')
  })

  test('the day is the one of the user', () => {
    const clock = clockAt('2026-11-23T23:30', 1, 'America/New_York')
    expect(following(weekly('2026-11-20', 'FREQ=DAILY'), clock)?.due).toBe('2026-11-23')
  })

  test('catching up gives all that was missed and the first that was not', () => {
    expect(allFollowing(weekly('2026-11-02'), clockAt()).map(({ due }) => due)).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ])
    expect(() => allFollowing(weekly('2020-01-01', 'FREQ=DAILY'), clockAt())).toThrow(
      'task 1 has missed more than 1000 occurrences',
    )
  })

  test('the dates to come follow each other', () => {
    expect(coming(weekly('2026-11-23'), 3, clockAt())).toEqual(['2026-11-30', '2026-12-07', '2026-12-14'])
    expect(coming(weekly('2026-11-23', 'FREQ=WEEKLY;COUNT=2'), 3, clockAt())).toEqual(['2026-11-30'])
  })
})

describe('from completion', () => {
  test.each([
    ['2026-11-01', 'FREQ=DAILY;INTERVAL=10', '2026-12-03'],
    [null, 'FREQ=DAILY;INTERVAL=10', '2026-12-03'],
    ['2026-12-24T18:00', 'FREQ=WEEKLY;INTERVAL=2', '2026-12-07T18:00'],
    ['2026-11-01', 'FREQ=MONTHLY;INTERVAL=3', '2027-02-23'],
    ['2026-11-01', 'FREQ=YEARLY', '2027-11-23'],
    ['2026-11-01', 'FREQ=HOURLY;INTERVAL=20', '2026-11-24T05:00'],
    ['2026-11-01', 'FREQ=MINUTELY;INTERVAL=90', '2026-11-23T10:30'],
  ])('%s %s is followed by %s', (due, rule, next) => {
    expect(following(afterwards(due, rule), clockAt())).toEqual({ due: next, recurrence: rule })
    expect(allFollowing(afterwards(due, rule), clockAt())).toEqual([{ due: next, recurrence: rule }])
  })

  test('a month keeps to the end of a shorter one', () => {
    expect(following(afterwards(null, 'FREQ=MONTHLY'), clockAt('2027-01-31T09:00'))?.due).toBe('2027-02-28')
  })

  test('hours are counted by the clock that runs, across daylight saving too', () => {
    const clock = clockAt('2027-03-28T01:30', 1, 'Europe/Vienna')
    expect(following(afterwards(null, 'FREQ=HOURLY;INTERVAL=2'), clock)?.due).toBe('2027-03-28T04:30')
  })

  test('a count runs down in the rule of the next, and an end ends it', () => {
    expect(following(afterwards(null, 'FREQ=DAILY;COUNT=2'), clockAt())).toEqual({
      due: '2026-11-24',
      recurrence: 'FREQ=DAILY;COUNT=1',
    })
    expect(following(afterwards(null, 'FREQ=DAILY;COUNT=1'), clockAt())).toBeUndefined()
    expect(following(afterwards(null, 'FREQ=WEEKLY;UNTIL=20261129'), clockAt())).toBeUndefined()
    expect(following(afterwards(null, 'FREQ=WEEKLY;UNTIL=20261130'), clockAt())?.due).toBe('2026-11-30')
  })

  test('beyond the year 9999 nothing follows', () => {
    expect(following(afterwards(null, 'FREQ=YEARLY;INTERVAL=9000'), clockAt())).toBeUndefined()
  })
})
