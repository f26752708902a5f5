import { describe, expect, test } from 'vitest'
import * as civil from '../../src/domain/when/civil.ts'

describe('civil dates', () => {
  test.each([
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['1900-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2026-1-1', false],
    ['2026-11-23T09:00', false],
  ])('%s exists: %s', (text, exists) => {
    expect(civil.isDate(text)).toBe(exists)
  })

  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['12:60', false],
  ])('%s is a time of day: %s', (text, valid) => {
    expect(civil.isTime(text)).toBe(valid)
  })

  test('weekdays count from Monday 1 to Sunday 7', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
    expect(week.map(civil.weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i days is %s', (date, days, moved) => {
    expect(civil.addDays(date, days)).toBe(moved)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['0050-01-31', 1, '0050-02-28'],
  ])('%s and %i months is %s', (date, months, moved) => {
    expect(civil.addMonths(date, months)).toBe(moved)
  })

  test.each([
    ['2026-02-10', '2026-02-28'],
    ['2028-02-10', '2028-02-29'],
    ['2026-05-31', '2026-05-31'],
    ['2026-07-01', '2026-07-31'],
    ['2026-12-31', '2026-12-31'],
  ])('the month of %s ends on %s', (date, month) => {
    expect(civil.endOfMonth(date)).toBe(month)
  })

  test.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23T23:59', '2026-11-24T00:00', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2027-01-01', '2026-12-31', -1],
    ['0001-01-01', '9999-12-31', 3_652_058],
  ])('from %s to %s it is %i days', (from, to, days) => {
    expect(civil.daysBetween(from, to)).toBe(days)
  })

  test.each([
    ['2026-11-29', 1, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-23'],
    ['2026-11-23', 7, '2026-11-22'],
    ['2026-11-29', 7, '2026-11-29'],
    ['2027-01-01', 1, '2026-12-28'],
  ] as const)('the week of %s with first day %i begins on %s', (date, weekStart, start) => {
    expect(civil.startOfWeek(date, weekStart)).toBe(start)
  })

  test('the next minute crosses midnight and the year', () => {
    expect(civil.nextMinute('2026-11-23T09:59')).toBe('2026-11-23T10:00')
    expect(civil.nextMinute('2026-12-31T23:59')).toBe('2027-01-01T00:00')
  })

  test('the day of a civil time is its date', () => {
    expect([civil.dayOf('2026-11-23T09:59'), civil.dayOf('2026-11-23')]).toEqual(['2026-11-23', '2026-11-23'])
  })
})
