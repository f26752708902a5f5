import { describe, expect, test } from 'vitest'
import { readWhen } from '../../src/domain/when/read.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

describe('the calendar around a phrase', () => {
  test.each([
    ['a weekday named on that day is a week away', '2026-11-27', 1, 'fri', '2026-12-04'],
    ['next <weekday> on a Sunday is in the week that begins tomorrow', '2026-11-29', 1, 'next friday', '2026-12-04'],
    ['next <weekday> with weeks from Sunday', '2026-11-29', 7, 'next friday', '2026-12-11'],
    ['next sunday ends the next week that begins on Monday', '2026-11-23', 1, 'next sunday', '2026-12-06'],
    ['next sunday begins the next week from Sunday', '2026-11-23', 7, 'next sunday', '2026-11-29'],
    ['next monday is that day of next week', '2026-11-25', 1, 'next monday', '2026-11-30'],
    ['next week begins on the first day of the week', '2026-11-23', 7, 'next week', '2026-11-29'],
    ['eow with weeks from Sunday is Saturday', '2026-11-23', 7, 'eow', '2026-11-28'],
    ['sow with weeks from Sunday is Sunday', '2026-11-23', 7, 'sow', '2026-11-22'],
    ['eow on the last day is that day', '2026-11-29', 1, 'eow', '2026-11-29'],
    ['the weekend on a Saturday is today', '2026-11-28', 1, 'this weekend', '2026-11-28'],
    ['a month after 31 January is the end of February', '2026-01-31', 1, 'in 1 month', '2026-02-28'],
    ['a month after 31 January of a leap year', '2028-01-31', 1, 'in 1 month', '2028-02-29'],
    ['a month before 31 March', '2026-03-31', 1, '1 month ago', '2026-02-28'],
    ['eom in February', '2026-02-10', 1, 'eom', '2026-02-28'],
    ['eoq on the last day of a quarter', '2026-03-31', 1, 'eoq', '2026-03-31'],
    ['eoq in the first month of a quarter', '2026-04-01', 1, 'eoq', '2026-06-30'],
    ['tomorrow across the year', '2026-12-31', 1, 'tomorrow', '2027-01-01'],
  ] as const)('%s', (_, today, weekStart, phrase, civil) => {
    expect(readWhen(phrase, clockAt(`${today}T12:00`, weekStart))).toBe(civil)
  })

  test('an instant is shown in the zone of the clock', () => {
    expect(readWhen('2026-07-01T12:00Z', clockAt('2026-11-23T09:00', 1, 'Europe/Vienna'))).toBe('2026-07-01T14:00')
    expect(readWhen('2026-12-24T14:00+0100', clockAt('2026-11-23T09:00', 1, 'Asia/Tokyo'))).toBe('2026-12-24T22:00')
  })

  test.each(['9999-12-31T23:59-01:00', '0001-01-01T00:00+05:00'])('%s falls outside the years 1 to 9999', (instant) => {
    expect(() => readWhen(instant, clockAt())).toThrow(refusal())
  })
})
