import { describe, expect, test } from 'vitest'
import { compareInterval, readInterval } from '../../src/domain/when/range.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const monday = clockAt()

describe('ranges of dates', () => {
  test.each([
    ['today', { from: '2026-11-23', before: '2026-11-24' }],
    ['2026-12-31', { from: '2026-12-31', before: '2027-01-01' }],
    ['tomorrow 14:00', { from: '2026-11-24T14:00', before: '2026-11-24T14:01' }],
    ['..fri', { before: '2026-11-28' }],
    ['..fri 23:59', { before: '2026-11-28T00:00' }],
    ['2026-01-01..', { from: '2026-01-01' }],
    ['sow..', { from: '2026-11-23' }],
    ['tue..fri', { from: '2026-11-24', before: '2026-11-28' }],
    ['today..today', { from: '2026-11-23', before: '2026-11-24' }],
    ['yesterday..in 3 days', { from: '2026-11-22', before: '2026-11-27' }],
    ['this week', { from: '2026-11-23', before: '2026-11-30' }],
    ['next week', { from: '2026-11-30', before: '2026-12-07' }],
    ['last month', { from: '2026-10-01', before: '2026-11-01' }],
    ['2026-12', { from: '2026-12-01', before: '2027-01-01' }],
    ['february 2028', { from: '2028-02-01', before: '2028-03-01' }],
    ['q4', { from: '2026-10-01', before: '2027-01-01' }],
    ['2027', { from: '2027-01-01', before: '2028-01-01' }],
    ['2026-W53', { from: '2026-12-28', before: '2027-01-04' }],
    ['..next week', { before: '2026-12-07' }],
    ['next week..', { from: '2026-11-30' }],
    ['this week..next week', { from: '2026-11-23', before: '2026-12-07' }],
    ['last month..today', { from: '2026-10-01', before: '2026-11-24' }],
    ['tue..this week', { from: '2026-11-24', before: '2026-11-30' }],
    ['now', { from: '2026-11-23T09:00', before: '2026-11-23T09:01' }],
  ])('%j holds both its ends', (text, interval) => {
    expect(readInterval(text, monday)).toEqual(interval)
  })

  test.each([
    ['', 'as a range of dates'],
    [' ', 'as a range of dates'],
    ['..', 'as a range of dates'],
    ['a..b..c', 'as a range of dates'],
    ['2026-12-05..2026-12-01', 'ends before it begins'],
    ['today 14:00..today 13:59', 'ends before it begins'],
    ['2027-02-29..', 'not a date that exists'],
    ['soon..', 'cannot read "soon" as a date'],
    ['next week..this week', 'ends before it begins'],
    ['next month..this week', 'ends before it begins'],
  ])('%j is refused', (text, message) => {
    expect(() => readInterval(text, monday)).toThrow(refusal(message))
  })

  test.each([
    ['<', 'fri', { before: '2026-11-27' }],
    ['<=', 'fri', { before: '2026-11-28' }],
    ['>', 'fri', { from: '2026-11-28' }],
    ['>=', 'fri', { from: '2026-11-27' }],
    ['<', 'fri 9am', { before: '2026-11-27T09:00' }],
    ['<=', 'fri 9am', { before: '2026-11-27T09:01' }],
    ['>', 'fri 9am', { from: '2026-11-27T09:01' }],
    ['<', 'next week', { before: '2026-11-30' }],
    ['<=', 'next week', { before: '2026-12-07' }],
    ['>', 'next week', { from: '2026-12-07' }],
    ['>=', 'next week', { from: '2026-11-30' }],
    ['>', '2026', { from: '2027-01-01' }],
  ] as const)('%s %s is a half-open stretch', (operator, text, interval) => {
    expect(compareInterval(operator, text, monday)).toEqual(interval)
  })

  test('a comparison with no date is refused', () => {
    expect(() => compareInterval('<', 'soon', monday)).toThrow(refusal('cannot read "soon" as a date'))
  })

  test('a week is from its first day in the config', () => {
    expect(readInterval('this week', clockAt('2026-11-29T09:00', 7))).toEqual({
      from: '2026-11-29',
      before: '2026-12-06',
    })
  })

  test('the last week there is ends with the calendar', () => {
    expect(readInterval('this week', clockAt('9999-12-31T09:00'))).toEqual({ from: '9999-12-27' })
    expect(compareInterval('>', 'this week', clockAt('9999-12-31T09:00'))).toEqual({
      from: '9999-12-31',
      before: '9999-12-31',
    })
  })

  test('the last day there is holds that day', () => {
    const { from, before } = readInterval('9999-12-31', monday)
    expect(from).toBe('9999-12-31')
    expect(before === undefined || before > '9999-12-31T23:59').toBe(true)
  })
})

test('in a filter a time alone is today’s, gone by or not', () => {
  const ten = clockAt('2026-11-23T10:00')
  expect(readInterval('9:00..', ten)).toEqual({ from: '2026-11-23T09:00' })
  expect(compareInterval('>=', '9:00', ten)).toEqual({ from: '2026-11-23T09:00' })
})
