import { describe, expect, test } from 'vitest'
import { readWhen, requireWhen } from '../../src/domain/when/read.ts'
import { readTime } from '../../src/domain/when/time.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const monday = clockAt()

describe('readWhen on Monday 23 November 2026', () => {
  test.each([
    ['today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['yesterday', '2026-11-22'],
    ['tonight', '2026-11-23T20:00'],
    ['tue', '2026-11-24'],
    ['wednesday', '2026-11-25'],
    ['thurs', '2026-11-26'],
    ['fri', '2026-11-27'],
    ['this friday', '2026-11-27'],
    ['sat', '2026-11-28'],
    ['weekend', '2026-11-28'],
    ['this weekend', '2026-11-28'],
    ['sunday', '2026-11-29'],
    ['monday', '2026-11-30'],
    ['mon', '2026-11-30'],
    ['in 3 days', '2026-11-26'],
    ['in 1 day', '2026-11-24'],
    ['in 2 weeks', '2026-12-07'],
    ['in 2 months', '2027-01-23'],
    ['2 days ago', '2026-11-21'],
    ['2 weeks ago', '2026-11-09'],
    ['3d', '2026-11-26'],
    ['+2w', '2026-12-07'],
    ['-1d', '2026-11-22'],
    ['0d', '2026-11-23'],
    ['next week', '2026-11-30'],
    ['next month', '2026-12-01'],
    ['next year', '2027-01-01'],
    ['eod', '2026-11-23'],
    ['eow', '2026-11-29'],
    ['sow', '2026-11-23'],
    ['eom', '2026-11-30'],
    ['som', '2026-11-01'],
    ['eoq', '2026-12-31'],
    ['eoy', '2026-12-31'],
    ['2026-12-24', '2026-12-24'],
    ['2028-02-29', '2028-02-29'],
    ['2026-12-24T14:00', '2026-12-24T14:00'],
    ['2026-12-24 14:00', '2026-12-24T14:00'],
    ['14:00', '2026-11-23T14:00'],
    ['9:05', '2026-11-23T09:05'],
    ['2pm', '2026-11-23T14:00'],
    ['2:30 pm', '2026-11-23T14:30'],
    ['12am', '2026-11-24T00:00'],
    ['12pm', '2026-11-23T12:00'],
    ['noon', '2026-11-23T12:00'],
    ['at noon', '2026-11-23T12:00'],
    ['next monday 14:00', '2026-11-30T14:00'],
    ['fri at 9am', '2026-11-27T09:00'],
    ['in 3 days at noon', '2026-11-26T12:00'],
    ['  Next   FRIDAY\tat 2 PM ', '2026-12-04T14:00'],
    ['14:00:00', '2026-11-23T14:00'],
    ['fri 14:00:00', '2026-11-27T14:00'],
    ['2026-12-24T14:00:00', '2026-12-24T14:00'],
    ['2026-12-24T14:00:00.000Z', '2026-12-24T14:00'],
    ['2026-12-24T23:30-05:00', '2026-12-25T04:30'],
  ])('%j is %s', (phrase, civil) => {
    expect(readWhen(phrase, monday)).toBe(civil)
  })

  test.each(['1 adult', 'rat 6', 'this one', 'Pay ABC 2000', 'Sat exam', 'someday', 'in days', '3', '', '13pm'])(
    '%j is no date',
    (phrase) => {
      expect(readWhen(phrase, monday)).toBeUndefined()
      expect(() => requireWhen(phrase, monday)).toThrow(refusal(`cannot read "${phrase}" as a date`, 'tomorrow'))
    },
  )

  test.each([
    ['2027-02-29', 'not a date that exists'],
    ['2026-13-01', 'not a date that exists'],
    ['2026-11-31 14:00', 'not a date that exists'],
    ['0000-01-01', 'not a date that exists'],
    ['2027-02-29T10:00', 'not a date that exists'],
    ['2026-12-24T24:00', 'not a date that exists'],
    ['2026-12-24T10:00+25:00', 'not a date that exists'],
    ['14:00:30', 'has seconds'],
    ['fri 14:00:01', 'has seconds'],
    ['2026-12-24T14:00:59', 'has seconds'],
    ['in 100001 days', 'too far away'],
    ['in 100000 years', 'too far away'],
    ['-100000y', 'too far away'],
  ])('%j is refused', (phrase, message) => {
    expect(() => readWhen(phrase, monday)).toThrow(refusal(message))
  })
})

test.each([
  ['24:00', undefined],
  ['12:60', undefined],
  ['0pm', undefined],
  ['6', undefined],
  ['00:00', '00:00'],
  ['11:59pm', '23:59'],
])('the time of day %j is %s', (phrase, time) => {
  expect(readTime(phrase)).toBe(time)
})
